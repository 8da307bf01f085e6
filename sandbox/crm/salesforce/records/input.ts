import { isObject, type JsonObject } from '../../../json';
import { Refusal } from '../errors';
import type { Caller, Org } from '../org';
import { fieldOf, noSuchColumn, relationOf } from '../schema/schema';
import type { Field, ObjectType, Value } from '../schema/types';
import { parentId } from './parents';
import type { Values } from './store';
import { readValue } from './values';

/** The values a caller sets, by field. @throws Refusal at the first one that cannot be taken. */
export function readInput(
	org: Org,
	{ access }: Caller,
	object: ObjectType,
	input: JsonObject,
	purpose: 'create' | 'update',
): Values {
	const values: Record<string, Value> = {};
	const closed: string[] = [];
	for (const [name, value] of Object.entries(input)) {
		if (name === 'attributes') continue;
		const isParent = isObject(value);
		const field = isParent ? relationOf(object, name) : fieldOf(object, name);
		if (!field || !access.canSee(object, field)) throw noSuchColumn(object, name);
		if (isClosed(field, purpose) || !access.canEdit(object, field)) closed.push(field.name);
		else values[field.name] = isParent ? parentId(org, field, value) : readValue(field, value);
	}
	if (closed.length > 0) throw notWriteable(closed);
	return values;
}

const isClosed = ({ readOnly, createOnly }: Field, purpose: string): boolean =>
	readOnly || (createOnly && purpose === 'update');

const notWriteable = (fields: readonly string[]): Refusal =>
	new Refusal(
		'INVALID_FIELD_FOR_INSERT_UPDATE',
		`Unable to create/update fields: ${fields.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
		fields,
	);
