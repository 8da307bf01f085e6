import { chunks } from '../../core/askAll';
import type { Found, Lookup } from '../lookups';
import { resultsOf } from './answer';
import { apiUrl } from './api';
import { contactProperties, foundRecord, readContact } from './contact';
import { PHONE } from './fields';

/** The most contacts of one request. */
const MOST = 100;

/** Contacts by the property connectors write. It is unique: a phone has one at most. */
export const find: Lookup = {
	plan(phones, settings) {
		return chunks(phones, MOST).map((own) => ({
			method: 'POST',
			url: apiUrl(settings, 'contacts', '/batch/read'),
			body: {
				idProperty: PHONE,
				properties: contactProperties,
				propertiesWithHistory: [],
				inputs: own.map((id) => ({ id })),
			},
			phones: own,
		}));
	},
	read({ phones }, response, settings) {
		const contacts = resultsOf(response, settings).flatMap(readContact);
		const byPhone = new Map(contacts.map((contact) => [contact.values.phone, contact]));
		return phones.map((phone): Found => {
			const contact = byPhone.get(phone);
			return { phone, records: contact ? [foundRecord(contact)] : [] };
		});
	},
};
