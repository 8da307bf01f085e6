import { isObject, type JsonObject } from '../../../json';
import type { ApiAnswer, ApiCall, Route } from '../api';
import { Refusal } from '../errors';
import { readId } from '../ids';
import { keyOf } from '../records/indexes';
import { duplicateKey, repeated, type RowWork, runRows, showRow } from '../records/rows';
import { create, recordById, remove, update, upsert, visibleObject } from '../records/save';
import type { ObjectType } from '../schema/types';
import { keyFieldOf, readObject } from './objects';

const LARGEST_COLLECTION = 200;
const MOST_CHUNKS = 10;

const PATH = '/composite/sobjects';

/** Up to 200 records at once; each has its own result, in the order of the request. */
export const collectionRoutes: readonly Route[] = [
	{ method: 'POST', path: PATH, composite: 'collection', handle: createAll },
	{ method: 'PATCH', path: PATH, composite: 'collection', handle: updateAll },
	{ method: 'DELETE', path: PATH, composite: 'collection', handle: deleteAll },
	{
		method: 'PATCH',
		path: `${PATH}/:object/:field`,
		composite: 'collection',
		handle: upsertAll,
	},
];

interface Row {
	object: ObjectType | undefined;
	/** What `attributes.type` says. */
	type: string;
	input: JsonObject;
}

function createAll(call: ApiCall): ApiAnswer {
	const { rows, allOrNone } = readRows(call);
	const works = rows.map((row): RowWork => () => ({
		record: create(call.org, call.caller, known(row), row.input),
	}));
	return answer(call, works, allOrNone);
}

function updateAll(call: ApiCall): ApiAnswer {
	const { rows, allOrNone } = readRows(call);
	const twice = repeated(rows.map(({ input }) => readId(String(idOf(input)))));
	const works = rows.map((row, index): RowWork => () => {
		const id = idOf(row.input);
		if (id === undefined)
			throw new Refusal('MISSING_ARGUMENT', 'Id not specified in an update call');
		if (twice.has(index)) throw duplicateKey('Id', String(id));
		const record = recordById(call.org, known(row), id);
		update(call.org, call.caller, record, withoutId(row.input));
		return { record };
	});
	return answer(call, works, allOrNone);
}

function upsertAll(call: ApiCall): ApiAnswer {
	const object = readObject(call);
	const key = keyFieldOf(call, object);
	const { rows, allOrNone } = readRows(call);
	if (rows.some((row) => row.object !== object))
		throw new Refusal('INVALID_TYPE', `All records must be of type ${object.name}`);
	const values = rows.map(({ input }) => valueOf(input, key.name));
	const twice = repeated(
		values.map((value) => (isEmpty(value) ? undefined : keyOf(key, String(value)))),
	);
	const works = rows.map(({ input }, index): RowWork => () => {
		if (twice.has(index)) throw duplicateKey(key.name, String(values[index]));
		if (key.name !== 'Id') return upsert(call.org, call.caller, object, key, input);
		return upsertById(call, object, input);
	});
	return answer(call, works, allOrNone);
}

function upsertById({ org, caller }: ApiCall, object: ObjectType, input: JsonObject) {
	const id = idOf(input);
	if (id === undefined || id === null)
		return { record: create(org, caller, object, withoutId(input)), created: true };
	const record = recordById(org, object, id);
	update(org, caller, record, withoutId(input));
	return { record, created: false };
}

function deleteAll(call: ApiCall): ApiAnswer {
	const ids = (call.query.get('ids') ?? '').split(',').filter(Boolean);
	limit(ids.length);
	const works = ids.map((id): RowWork => () => {
		const object = call.org.schema.objects().find(({ keyPrefix }) => id.startsWith(keyPrefix));
		if (!object) throw new Refusal('MALFORMED_ID', `malformed id ${id}`);
		const record = recordById(call.org, object, id);
		remove(call.org, call.caller, record);
		return { record };
	});
	return answer(call, works, call.query.get('allOrNone') === 'true');
}

function answer(call: ApiCall, works: readonly RowWork[], allOrNone: boolean): ApiAnswer {
	return { status: 200, body: runRows(call.org, works, allOrNone).map(showRow) };
}

function readRows(call: ApiCall): { rows: Row[]; allOrNone: boolean } {
	const { records, allOrNone = false } = isObject(call.body) ? call.body : {};
	if (!Array.isArray(records) || typeof allOrNone !== 'boolean')
		throw new Refusal(
			'JSON_PARSER_ERROR',
			'records (a list) and allOrNone (true or false) expected',
		);
	limit(records.length);
	const rows = records.map((record) => readRow(call, record));
	const chunks = rows.filter(({ type }, index) => rows[index - 1]?.type !== type).length;
	if (chunks > MOST_CHUNKS)
		throw new Refusal(
			'LIMIT_EXCEEDED',
			`Cannot have more than ${MOST_CHUNKS} chunks in a single operation. Please rearrange the data to reduce chunking.`,
		);
	return { rows, allOrNone };
}

function readRow(call: ApiCall, record: unknown): Row {
	const { attributes, ...input } = isObject(record) ? record : {};
	const type = isObject(attributes) ? attributes['type'] : undefined;
	if (typeof type !== 'string')
		throw new Refusal('INVALID_INPUT', 'Include an sObject type in the attributes of each record');
	return { object: visibleObject(call.org, call.caller, type), type, input };
}

function known({ object, type }: Row): ObjectType {
	if (object) return object;
	throw new Refusal('INVALID_TYPE', `sObject type '${type}' is not supported.`);
}

function limit(count: number): void {
	if (count > LARGEST_COLLECTION)
		throw new Refusal(
			'EXCEEDED_ID_LIMIT',
			`record limit reached. cannot submit more than ${LARGEST_COLLECTION} records into this call`,
		);
}

const valueOf = (input: JsonObject, name: string): unknown =>
	Object.entries(input).find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

const idOf = (input: JsonObject): unknown => valueOf(input, 'Id');

const withoutId = (input: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(input).filter(([name]) => name.toLowerCase() !== 'id'));
