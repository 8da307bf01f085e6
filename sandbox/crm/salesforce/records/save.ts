import { compact, type JsonObject } from '../../../json';
import { Refusal } from '../errors';
import { readId } from '../ids';
import type { Caller, Org } from '../org';
import type { ObjectAction } from '../permissions';
import { fieldOf } from '../schema/schema';
import type { Field, ObjectType, SfRecord, Value } from '../schema/types';
import type { Author } from './changes';
import { computed } from './computed';
import { readInput } from './input';
import { checkIntegrity } from './integrity';
import { checkParents, parentsToLock, severalFound } from './parents';
import type { Values } from './store';
import { readValue } from './values';

/** Makes a record. @throws Refusal when it may not be. */
export function create(org: Org, caller: Caller, object: ObjectType, input: JsonObject): SfRecord {
	demand(caller, 'Create', object);
	const given = readInput(org, caller, object, input, 'create');
	const values = { ...defaults(object), ...given };
	checkRequired(object, values);
	const all = { ...values, ...computed(object, values, org.store.madeSoFar(object)) };
	check(org, object, given, all);
	org.locks.lock(caller.owner, parentsToLock(object, all));
	const owned = fieldOf(object, 'OwnerId') ? { OwnerId: caller.access.userId } : {};
	return org.store.insert(object, { ...owned, ...all }, authorOf(caller));
}

/** Changes a record. @throws Refusal when it may not be. */
export function update(org: Org, caller: Caller, record: SfRecord, input: JsonObject): void {
	const { object } = record;
	demand(caller, 'Edit', object);
	const given = readInput(org, caller, object, input, 'update');
	const changed = { ...record.values, ...given };
	const all = { ...given, ...computed(object, changed) };
	check(org, object, given, { ...changed, ...all }, record);
	org.locks.lock(caller.owner, [
		record.id,
		...parentsToLock(object, record.values),
		...parentsToLock(object, changed),
	]);
	org.store.update(record, all, authorOf(caller));
}

/** Deletes a record. @throws Refusal when it may not be. */
export function remove(org: Org, caller: Caller, record: SfRecord): void {
	demand(caller, 'Delete', record.object);
	org.locks.lock(caller.owner, [record.id, ...parentsToLock(record.object, record.values)]);
	org.store.remove(record, authorOf(caller));
}

const authorOf = ({ access, origin }: Caller): Author => compact({ userId: access.userId, origin });

/** Changes the one record that has this value in a key field, else makes one. */
export function upsert(
	org: Org,
	caller: Caller,
	object: ObjectType,
	key: Field,
	input: JsonObject,
	mayCreate = true,
): { record: SfRecord; created: boolean } {
	const name = Object.keys(input).find((other) => other.toLowerCase() === key.name.toLowerCase());
	const { [name ?? '']: value = null, ...rest } = input;
	if (value === null || value === '')
		throw new Refusal('MISSING_ARGUMENT', `${key.name} not specified`, [key.name]);
	const found = org.store.findBy(object, key, readValue(key, value));
	const [record] = found;
	if (found.length > 1)
		throw severalFound(
			key,
			found.map(({ id }) => id),
		);
	if (record) {
		update(org, caller, record, rest);
		return { record, created: false };
	}
	if (!mayCreate) throw new Refusal('NOT_FOUND', 'Provided external ID does not exist');
	return { record: create(org, caller, object, input), created: true };
}

/** The record with this id. @throws Refusal when it is none, gone, or of another object. */
export function recordById({ store }: Org, object: ObjectType, id: unknown): SfRecord {
	const long = typeof id === 'string' ? readId(id) : undefined;
	if (!long || !long.startsWith(object.keyPrefix))
		throw new Refusal('MALFORMED_ID', `${object.label} ID: id value of incorrect type: ${id}`, [
			'Id',
		]);
	const record = store.get(long);
	if (record) return record;
	if (store.wasDeleted(long)) throw new Refusal('ENTITY_IS_DELETED', 'entity is deleted');
	throw new Refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
}

/** The object, where the caller knows of it. */
export function visibleObject(
	{ schema }: Org,
	{ access }: Caller,
	name: string,
): ObjectType | undefined {
	const object = schema.find(name);
	return object && access.may('Read', object) ? object : undefined;
}

function demand({ access }: Caller, action: ObjectAction, object: ObjectType): void {
	if (!access.may(action, object))
		throw new Refusal('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

function check(org: Org, object: ObjectType, given: Values, all: Values, self?: SfRecord): void {
	checkParents(org, object, given);
	checkIntegrity(org, object, all, self);
	org.rules.check(object, all);
}

function checkRequired(object: ObjectType, values: Values): void {
	const missing = [...object.fields.values()]
		.filter(({ name, required }) => required && (values[name] ?? null) === null)
		.map(({ name }) => name);
	if (missing.length > 0)
		throw new Refusal(
			'REQUIRED_FIELD_MISSING',
			`Required fields are missing: [${missing.join(', ')}]`,
			missing,
		);
}

function defaults(object: ObjectType): Record<string, Value> {
	return Object.fromEntries(
		[...object.fields.values()].flatMap(({ name, defaultValue }) =>
			defaultValue === undefined ? [] : [[name, defaultValue]],
		),
	);
}
