import { providerError, RcsError } from '../../core/errors';
import type { HttpResponse } from '../../core/http';
import { asArray, asObject, asString, defined, type JsonObject } from '../../core/json';
import { contactFieldNames } from '../fields';
import type { FoundRecord } from '../lookups';
import { type PartAnswer, partAnswers } from './composite';
import { answerOf } from './errors';
import { fieldName } from './fields';
import { isPerson } from './people';
import { fromRecord, readTime } from './values';

/** The time of the last change of a record. */
const CHANGED = 'LastModifiedDate';

/** What is asked for of a person. */
export const personFields: readonly string[] = [
	'Id',
	'Name',
	...contactFieldNames.map(fieldName),
	CHANGED,
];

/** The records of the queries of a composite, one list a query. @throws RcsError when one was refused. */
export function queriedRecords(response: HttpResponse): JsonObject[][] {
	return partAnswers(response).map(recordsOf);
}

function recordsOf({ status, body }: PartAnswer): JsonObject[] {
	const { records, done } = asObject(
		answerOf({ status, headers: {}, body: JSON.stringify(body ?? null) }),
	);
	if (Array.isArray(records) && done !== false) return asArray(records).map(asObject);
	const message = 'Salesforce answered a query in part only';
	throw new RcsError(providerError('provider', message));
}

export function objectOf(record: JsonObject): string {
	return asString(asObject(record['attributes'])['type']) ?? '';
}

/** A contact or lead of an answer; nothing where it is none. */
export function readPerson(record: JsonObject): FoundRecord[] {
	const id = asString(record['Id']);
	const object = objectOf(record);
	if (id === undefined || !isPerson(object)) return [];
	const person = asString(record['IndividualId']);
	const name = asString(record['Name']);
	const changedAt = readTime(record[CHANGED]);
	return [{ object, id, values: fromRecord(record), ...defined({ name, person, changedAt }) }];
}
