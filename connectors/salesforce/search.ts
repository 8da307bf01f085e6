import { chunks } from '../../core/askAll';
import { providerError, RcsError } from '../../core/errors';
import { asArray, asObject } from '../../core/json';
import { isE164, nationalDigits } from '../../core/message/phone';
import type { CrmSettings } from '../crm';
import type { Found, Lookup, LookupRequest } from '../lookups';
import { apiUrl } from './api';
import { answerOf } from './errors';
import { selected } from './find';
import { objectOf, readPerson } from './query';
import { peopleOf } from './settings';
import { typedFields, typedPhones } from './typedPhones';

/** Of longer searches Salesforce ignores the ORs (4,000 characters). */
const PHONES = 100;

/** Salesforce gives no more records of one search. */
const MOST_RECORDS = 2000;

/**
 * Contacts and leads by the numbers people typed. Salesforce finds them by their digits, so what it finds
 * is checked against the number with its country. A record may have another RCS phone: whoever has this one
 * as theirs was found by it, and is not searched for.
 */
export const search: Lookup = {
	plan(phones, settings) {
		return chunks(phones.filter(isE164), PHONES).map((own): LookupRequest => {
			const sosl = question(own, settings);
			const url = apiUrl(settings, `/search?q=${encodeURIComponent(sosl)}`);
			return { method: 'GET', url, phones: own };
		});
	},
	read({ phones }, response, settings) {
		const { searchRecords } = asObject(answerOf(response));
		const records = asArray(searchRecords).map(asObject);
		if (records.length >= MOST_RECORDS) throw new RcsError(tooMany);
		const candidates = peopleOf(settings).flatMap((object) =>
			records
				.filter((record) => objectOf(record) === object.name)
				.map((record) => ({
					record,
					numbers: typedPhones(record, object, settings.defaultCountry).phones,
				})),
		);
		return phones.map((phone): Found => {
			const own = candidates.filter(({ numbers }) => numbers.includes(phone));
			return { phone, records: own.flatMap(({ record }) => readPerson(record)) };
		});
	},
};

const tooMany = providerError('provider', 'Too many records have the same phone numbers', {
	retryable: false,
	advice: 'Salesforce lists 2,000 records a search: clean up numbers that many records share.',
});

/** The search term is digits only, so a phone cannot say anything else. */
function question(phones: readonly string[], settings: CrmSettings): string {
	const digits = new Set(phones.flatMap((phone) => nationalDigits(phone)?.match(/\d+/g) ?? []));
	const returning = peopleOf(settings).map((object) => {
		const fields = [...selected(settings), ...typedFields(object)].join(',');
		return `${object.name}(${fields}${object.where ? ` WHERE ${object.where}` : ''})`;
	});
	return `FIND {${[...digits].join(' OR ')}} IN PHONE FIELDS RETURNING ${returning.join(', ')}`;
}
