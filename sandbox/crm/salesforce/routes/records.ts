import { isObject, type JsonObject } from '../../../json';
import { type ApiAnswer, type ApiCall, resource, type Route } from '../api';
import { notFound, Refusal } from '../errors';
import { attributesOf } from '../query/nested';
import { showValue } from '../records/show';
import { create, recordById, remove, update, upsert } from '../records/save';
import { fieldOf, noSuchColumn } from '../schema/schema';
import type { Field, ObjectType, SfRecord } from '../schema/types';
import { keyFieldOf, readObject } from './objects';

const ONE = '/sobjects/:object/:id';
const BY_KEY = '/sobjects/:object/:field/:value';

/** One record at a time. */
export const recordRoutes: readonly Route[] = [
	{ method: 'POST', path: '/sobjects/:object', composite: 'one', handle: createOne },
	{ method: 'GET', path: ONE, composite: 'one', handle: (call) => show(call, named(call)) },
	{ method: 'PATCH', path: ONE, composite: 'one', handle: updateOne },
	{ method: 'DELETE', path: ONE, composite: 'one', handle: deleteOne },
	{ method: 'GET', path: BY_KEY, composite: 'one', handle: showByKey },
	{ method: 'PATCH', path: BY_KEY, composite: 'one', handle: upsertOne },
];

function createOne(call: ApiCall): ApiAnswer {
	const record = create(call.org, call.caller, readObject(call), bodyOf(call));
	const headers = { Location: resource(call, `/sobjects/${record.object.name}/${record.id}`) };
	return { status: 201, body: { id: record.id, success: true, errors: [] }, headers };
}

function updateOne(call: ApiCall): ApiAnswer {
	update(call.org, call.caller, named(call), bodyOf(call));
	return { status: 204 };
}

function deleteOne(call: ApiCall): ApiAnswer {
	remove(call.org, call.caller, named(call));
	return { status: 204 };
}

function upsertOne(call: ApiCall): ApiAnswer {
	const object = readObject(call);
	const key = keyFieldOf(call, object);
	const body = bodyOf(call);
	if (Object.keys(body).some((name) => name.toLowerCase() === key.name.toLowerCase()))
		throw new Refusal(
			'INVALID_FIELD',
			`The ${key.name} field should not be specified in the sobject data.`,
		);
	const several = severalWith(call, object, key);
	if (several) return several;
	const mayCreate = call.query.get('updateOnly') !== 'true';
	const input = { ...body, [key.name]: call.params['value'] };
	const { record, created } = upsert(call.org, call.caller, object, key, input, mayCreate);
	return {
		status: created ? 201 : 200,
		body: { id: record.id, success: true, errors: [], created },
	};
}

function showByKey(call: ApiCall): ApiAnswer {
	const object = readObject(call);
	const key = keyFieldOf(call, object);
	const several = severalWith(call, object, key);
	if (several) return several;
	const [record] = call.org.store.findBy(object, key, call.params['value'] ?? null);
	if (!record) throw notFound();
	return show(call, record);
}

/** The answer where a key has several records: all of them, for the caller to choose. */
function severalWith(call: ApiCall, object: ObjectType, key: Field): ApiAnswer | undefined {
	const found = call.org.store.findBy(object, key, call.params['value'] ?? null);
	if (found.length < 2) return undefined;
	const body = found.map(({ id }) => resource(call, `/sobjects/${object.name}/${id}`));
	return { status: 300, body };
}

function named(call: ApiCall): SfRecord {
	const object = readObject(call);
	try {
		return recordById(call.org, object, call.params['id']);
	} catch (error) {
		const isGone = error instanceof Refusal && error.code === 'INVALID_CROSS_REFERENCE_KEY';
		throw isGone ? notFound() : error;
	}
}

function show(call: ApiCall, record: SfRecord): ApiAnswer {
	const { object } = record;
	const { access } = call.caller;
	const asked = call.query.get('fields')?.split(',');
	const fields = asked
		? asked.map((name) => fieldOf(object, name) ?? missing(object, name))
		: [...object.fields.values()];
	const hidden = fields.filter((field) => !access.canSee(object, field));
	if (asked && hidden[0]) missing(object, hidden[0].name);
	const values = fields
		.filter((field) => !hidden.includes(field))
		.map((field) => [field.name, showValue(field, record.values[field.name])]);
	return {
		status: 200,
		body: { attributes: attributesOf(call, record), ...Object.fromEntries(values) },
	};
}

function missing(object: ObjectType, name: string): never {
	throw noSuchColumn(object, name);
}

function bodyOf({ body }: ApiCall): JsonObject {
	if (isObject(body)) return body;
	throw new Refusal('JSON_PARSER_ERROR', 'The body has to be a JSON object');
}
