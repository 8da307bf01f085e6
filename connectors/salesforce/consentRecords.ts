import { chunks } from '../../core/askAll';
import type { JsonObject } from '../../core/json';
import type { ConsentChanges, ConsentRecord } from '../consentChanges';
import type { CrmSettings } from '../crm';
import { recordPhones } from '../typedPhones';
import { queryPath, soqlTexts } from './api';
import { composite, MOST_PARTS } from './composite';
import { type PersonObject, people } from './people';
import { objectOf, personFields, queriedRecords, readPerson } from './query';
import { typedFields, typedPhones } from './typedPhones';

/** Records of one query: their address is short enough. */
const MOST = 200;

/** What has to be asked for of a record to know its consent and whose it is. */
export function consentFields(object: PersonObject): readonly string[] {
	return [...personFields, ...typedFields(object)];
}

export function consentRecords(
	records: readonly JsonObject[],
	object: PersonObject,
	{ defaultCountry }: CrmSettings,
): ConsentRecord[] {
	return records.flatMap((record) =>
		readPerson(record).map((person) => {
			const { changedAt = new Date(0).toISOString(), values } = person;
			const typed = typedPhones(record, object, defaultCountry);
			return { ...person, changedAt, ...recordPhones(values.phone, typed) };
		}),
	);
}

/** Contacts and leads by their ids. */
export const current: ConsentChanges['current'] = {
	plan(records, settings) {
		const parts = people.flatMap((object) => {
			const own = records.filter((record) => record.object === object.name);
			return chunks(own, MOST).map((some) => {
				const ids = soqlTexts(some.map(({ id }) => id));
				const soql = `SELECT ${consentFields(object).join(',')} FROM ${object.name} WHERE Id IN ${ids}`;
				return { method: 'GET' as const, url: queryPath(soql) };
			});
		});
		return chunks(parts, MOST_PARTS).map((some) => composite(some, settings));
	},
	read(response, settings) {
		const records = queriedRecords(response).flat();
		return people.flatMap((object) => {
			const own = records.filter((record) => objectOf(record) === object.name);
			return consentRecords(own, object, settings);
		});
	},
};
