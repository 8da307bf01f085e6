import { asString, lookUp } from '../../core/json';
import type { Row } from '../row';
import { PHONE } from './fields';
import { MESSAGE, messageFields } from './messageFields';

export const CONSENT = 'ContactPointTypeConsent';
export const CONSENT_KEY = 'RCS_Key__c';

/** The external id of each object that is written. */
const externalIds: Readonly<Record<string, string>> = {
	Contact: PHONE,
	Lead: PHONE,
	[MESSAGE]: messageFields.key.name,
	[CONSENT]: CONSENT_KEY,
};

/** How a row is written: by the id of its record, or by an external id. */
export interface Write {
	object: string;
	operation: 'update' | 'upsert';
	/** The field that names the record. */
	idField: string;
	/** The record it is about. */
	id: string;
}

/** @throws Error for a row that is none of ours. */
export function writeOf({ target: object, body }: Row): Write {
	const own = asString(body['Id']);
	if (own !== undefined) return { object, operation: 'update', idField: 'Id', id: own };
	const idField = lookUp(externalIds, object);
	const id = idField && asString(body[idField]);
	if (!idField || !id) throw new Error(`Salesforce has no row of ${object} like this`);
	return { object, operation: 'upsert', idField, id };
}

/** People first, then what names them. */
export const writeOrder: readonly string[] = ['Contact', 'Lead', MESSAGE, CONSENT];
