import { asObject, asString, defined, type JsonObject } from '../../core/json';
import type { FoundRecord } from '../lookups';
import { CONTACTS } from './api';
import { fields } from './fields';
import { fromProperties, readTime } from './values';

/** The time of the last change of a contact. */
export const CHANGED = 'lastmodifieddate';

/** What is asked for of a contact: our fields, what a person is called, and when it changed. */
export const contactProperties: readonly string[] = [
	...fields.map(({ name }) => name),
	'firstname',
	'lastname',
	CHANGED,
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
	const more = defined({ name: nameOf(own), changedAt: readTime(own[CHANGED]) });
	return [{ object: CONTACTS, id: read, values, properties: own, ...more }];
}

function nameOf({ firstname, lastname }: JsonObject): string | undefined {
	return asString([asString(firstname), asString(lastname)].filter(Boolean).join(' '));
}

/** Without the raw properties, which are for the connector alone. */
export function foundRecord({ object, id, values, name, changedAt }: Contact): FoundRecord {
	return { object, id, values, ...defined({ name, changedAt }) };
}
