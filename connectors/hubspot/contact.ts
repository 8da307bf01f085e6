import { asObject, asString, defined, type JsonObject } from '../../core/json';
import type { FoundRecord } from '../crm';
import { CONTACTS } from './api';
import { fields } from './fields';
import { fromProperties } from './values';

/** What is asked for of a contact: our fields, and what a person is called. */
export const contactProperties: readonly string[] = [
	...fields.map(({ name }) => name),
	'firstname',
	'lastname',
];

export interface Contact extends FoundRecord {
	properties: JsonObject;
}

/** A contact of an answer, `{id, properties}`. */
export function readContact(result: unknown): Contact[] {
	const { id, properties } = asObject(result);
	const read = asString(id);
	if (read === undefined) return [];
	const own = asObject(properties);
	const values = fromProperties(own);
	return [
		{ object: CONTACTS, id: read, values, properties: own, ...defined({ name: nameOf(own) }) },
	];
}

function nameOf({ firstname, lastname }: JsonObject): string | undefined {
	return asString([asString(firstname), asString(lastname)].filter(Boolean).join(' '));
}

/** Without the raw properties, which are for the connector alone. */
export function foundRecord({ object, id, values, name }: Contact): FoundRecord {
	return { object, id, values, ...defined({ name }) };
}
