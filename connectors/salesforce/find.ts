import { chunks } from '../../core/askAll';
import { isE164 } from '../../core/message/phone';
import type { CrmSettings } from '../crm';
import type { Lookup, LookupRequest } from '../lookups';
import { queryPath, soqlTexts } from './api';
import { composite, MOST_PARTS } from './composite';
import { PHONE } from './fields';
import type { PersonObject } from './people';
import { personFields, queriedRecords, readPerson } from './query';
import { peopleOf, salesforceOptions } from './settings';

/** Phones of one query: their records come in one page, and its address is short enough. */
const PHONES = 400;

/** Contacts and leads by the external id connectors write. */
export const find: Lookup = {
	plan(phones, settings) {
		const objects = peopleOf(settings);
		const groups = chunks(phones.filter(isE164), PHONES);
		const together = Math.floor(MOST_PARTS / objects.length);
		return chunks(groups, together).map((own): LookupRequest => {
			const parts = own.flatMap((group) =>
				objects.map((object) => ({
					method: 'GET' as const,
					url: queryPath(question(object, group, settings)),
				})),
			);
			return { ...composite(parts, settings), phones: own.flat() };
		});
	},
	read({ phones }, response) {
		const records = queriedRecords(response).flat().flatMap(readPerson);
		return phones.map((phone) => ({
			phone,
			records: records.filter(({ values }) => values.phone === phone),
		}));
	},
};

function question({ name, where }: PersonObject, phones: readonly string[], settings: CrmSettings) {
	const also = where ? ` AND ${where}` : '';
	return `SELECT ${selected(settings).join(',')} FROM ${name} WHERE ${PHONE} IN ${soqlTexts(phones)}${also}`;
}

/** With the Individual of a record, where consent is kept there too. */
export function selected(settings: CrmSettings): string[] {
	const { pointTypeConsent } = salesforceOptions(settings);
	return [...personFields, ...(pointTypeConsent ? ['IndividualId'] : [])];
}
