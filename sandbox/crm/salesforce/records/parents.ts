import type { JsonObject } from '../../../json';
import { Refusal } from '../errors';
import type { Org } from '../org';
import { fieldOf } from '../schema/schema';
import type { Field, ObjectType, Value } from '../schema/types';
import type { Values } from './store';
import { readValue } from './values';

/** The id of a parent that is named by one of its external ids. @throws Refusal when there is not exactly one. */
export function parentId(org: Org, field: Field, named: JsonObject): Value {
	const [entry, ...more] = Object.entries(named).filter(([name]) => name !== 'attributes');
	const parent = org.schema.find(field.referenceTo ?? '');
	const key = entry && parent ? fieldOf(parent, entry[0]) : undefined;
	if (!entry || !parent || !key?.externalId || more.length > 0)
		throw new Refusal(
			'INVALID_FIELD',
			`Relationship ${field.relationshipName} has to name its record by one external id field`,
		);
	const value = readValue(key, entry[1]);
	const found = org.store.findBy(parent, key, value);
	const [record] = found;
	if (value === null || !record)
		throw new Refusal(
			'INVALID_FIELD',
			`Foreign key external ID: ${value} not found for field ${key.name} in entity ${parent.name}`,
		);
	if (found.length > 1)
		throw severalFound(
			key,
			found.map(({ id }) => id),
		);
	return record.id;
}

export const severalFound = (key: Field, ids: readonly string[]): Refusal =>
	new Refusal(
		'DUPLICATE_EXTERNAL_ID',
		`${key.name}: more than one record found for external id field: [${ids.join(', ')}]`,
		[key.name],
	);

/** @throws Refusal when a record refers to what is not there or of another kind. */
export function checkParents({ store }: Org, object: ObjectType, changes: Values): void {
	for (const field of references(object)) {
		const id = changes[field.name];
		if (typeof id !== 'string') continue;
		const parent = store.get(id);
		if (!parent)
			throw new Refusal('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [field.name]);
		if (parent.object.name !== field.referenceTo)
			throw new Refusal(
				'FIELD_INTEGRITY_EXCEPTION',
				`${field.label}: id value of incorrect type: ${id}`,
				[field.name],
			);
	}
}

/** Users and permission sets are not locked when something is theirs. */
const neverLocked = ['User', 'PermissionSet'];

/** The records that are locked while one that refers to them is written. */
export function parentsToLock(object: ObjectType, values: Values): string[] {
	return references(object).flatMap(({ name, referenceTo = '' }) => {
		const id = values[name];
		return typeof id === 'string' && !neverLocked.includes(referenceTo) ? [id] : [];
	});
}

const references = (object: ObjectType): Field[] =>
	[...object.fields.values()].filter(({ type }) => type === 'reference');
