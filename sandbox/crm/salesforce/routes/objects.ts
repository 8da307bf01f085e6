import type { ApiCall } from '../api';
import { notFound, Refusal } from '../errors';
import { visibleObject } from '../records/save';
import { fieldOf } from '../schema/schema';
import type { Field, ObjectType } from '../schema/types';

/** The object the path names. @throws Refusal when the caller knows of none like it. */
export function readObject(call: ApiCall): ObjectType {
	const object = visibleObject(call.org, call.caller, call.params['object'] ?? '');
	if (object) return object;
	throw notFound();
}

/** The field the path names, by which records are found. @throws Refusal when they are not found by it. */
export function keyFieldOf({ params, caller }: ApiCall, object: ObjectType): Field {
	const name = params['field'] ?? '';
	const field = fieldOf(object, name);
	if (field && caller.access.canSee(object, field) && (field.externalId || field.name === 'Id'))
		return field;
	throw new Refusal(
		'NOT_FOUND',
		`Provided external ID field does not exist or is not accessible: ${name}`,
	);
}
