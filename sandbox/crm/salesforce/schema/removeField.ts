import { notFound, Refusal } from '../errors';
import type { Org } from '../org';
import { fieldOf } from './schema';

/** An admin deletes a custom field, and everything that is in it. @throws Refusal */
export function removeField({ schema, store }: Org, objectName: string, name: string): void {
	const object = schema.find(objectName);
	const field = object && fieldOf(object, name);
	if (!object || !field) throw notFound();
	if (!field.custom) throw new Refusal('INVALID_INPUT', `${field.name} is a standard field`);
	store.clearField(object, field);
	object.fields.delete(field.name.toLowerCase());
}
