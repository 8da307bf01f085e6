import { Refusal } from '../errors';
import { createIds } from '../ids';
import { systemFields } from './fields';
import { type StandardObject, standardObjects } from './standard';
import type { Field, ObjectType } from './types';

export interface Schema {
	objects(): ObjectType[];
	/** Names do not tell case apart. */
	find(object: string): ObjectType | undefined;
	addObject(object: Omit<ObjectType, 'keyPrefix' | 'fields'>, own: readonly Field[]): ObjectType;
	/** Its id in the Tooling API. */
	addField(object: ObjectType, field: Field): string;
	reset(): void;
}

const FIRST_CUSTOM_OBJECT = 0xa00;

/** The objects of the org and their fields: the standard ones, and what admins add. */
export function createSchema(): Schema {
	const objects = new Map<string, ObjectType>();
	let customObjects = 0;
	let nextId = createIds();

	function start(): void {
		objects.clear();
		customObjects = 0;
		nextId = createIds();
		for (const standard of standardObjects)
			objects.set(standard.name.toLowerCase(), toType(standard));
	}
	start();

	return {
		objects: () => [...objects.values()],
		find: (object) => objects.get(object.toLowerCase()),
		addObject(object, own) {
			const keyPrefix = (FIRST_CUSTOM_OBJECT + customObjects++).toString(16);
			const added = {
				...object,
				keyPrefix,
				toolingId: nextId('01I'),
				fields: byName([...systemFields, ...own]),
			};
			objects.set(object.name.toLowerCase(), added);
			return added;
		},
		addField(object, field) {
			const toolingId = nextId('00N');
			object.fields.set(field.name.toLowerCase(), { ...field, toolingId });
			return toolingId;
		},
		reset: start,
	};
}

function toType({ name, label, labelPlural, keyPrefix, fields }: StandardObject): ObjectType {
	const words = label ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
	return {
		name,
		label: words,
		labelPlural: labelPlural ?? `${words}s`,
		keyPrefix,
		custom: false,
		fields: byName([...systemFields, ...fields]),
	};
}

const byName = (fields: readonly Field[]): Map<string, Field> =>
	new Map(fields.map((field) => [field.name.toLowerCase(), field]));

export const fieldOf = (object: ObjectType, name: string): Field | undefined =>
	object.fields.get(name.toLowerCase());

/** The reference behind a relationship name such as `Contact__r`. */
export function relationOf(object: ObjectType, name: string): Field | undefined {
	const wanted = name.toLowerCase();
	return [...object.fields.values()].find(
		({ relationshipName }) => relationshipName?.toLowerCase() === wanted,
	);
}

export const noSuchColumn = (object: ObjectType, name: string): Refusal =>
	new Refusal('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
