import { chunks } from '../../core/askAll';
import type { ConsentChanges, ConsentRecord } from '../consentChanges';
import type { CrmSettings } from '../crm';
import { recordPhones } from '../typedPhones';
import { resultsOf } from './answer';
import { apiUrl } from './api';
import { type Contact, contactProperties, foundRecord, readContact } from './contact';
import { typedPhones, typedProperties } from './typedPhones';

/** The most contacts of one request. */
const MOST = 100;

/** What has to be asked for of a contact to know its consent and whose it is. */
export const consentProperties: readonly string[] = [...contactProperties, ...typedProperties];

export function consentRecord(contact: Contact, { defaultCountry }: CrmSettings): ConsentRecord {
	const { changedAt = new Date(0).toISOString() } = contact;
	const phones = recordPhones(contact.values.phone, typedPhones(contact, defaultCountry));
	return { ...foundRecord(contact), changedAt, ...phones };
}

/** Contacts by their ids, which HubSpot knows at once, while its search lags. */
export const current: ConsentChanges['current'] = {
	plan(records, settings) {
		return chunks(records, MOST).map((own) => ({
			method: 'POST',
			url: apiUrl(settings, 'contacts', '/batch/read'),
			body: {
				properties: consentProperties,
				propertiesWithHistory: [],
				inputs: own.map(({ id }) => ({ id })),
			},
		}));
	},
	read(response, settings) {
		const contacts = resultsOf(response, settings).flatMap(readContact);
		return contacts.map((contact) => consentRecord(contact, settings));
	},
};
