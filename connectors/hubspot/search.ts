import { asObject, asString, parseJson } from '../../core/json';
import { nationalDigits } from '../../core/message/phone';
import type { CrmSettings } from '../crm';
import type { Found, Lookup, LookupRequest } from '../lookups';
import { resultsOf } from './answer';
import { apiUrl } from './api';
import { contactProperties, foundRecord, readContact } from './contact';
import { typedPhones, typedProperties } from './typedPhones';

/** The most characters of a search's body. */
const LONGEST_BODY = 3000;

/** HubSpot takes 5 a second of a whole account: one is left to everything else. */
const PER_SECOND = 4;

/** The most results of a page. */
const PAGE = 200;

/**
 * Contacts by the numbers people typed. HubSpot indexes them without country code, so what it finds is
 * checked against the number with its country. A contact may have another RCS phone: whoever has this one
 * as theirs was found by it, and is not searched for.
 */
export const search: Lookup = {
	perSecond: PER_SECOND,
	lags: true,
	plan(phones, settings) {
		const requests: LookupRequest[] = [];
		let own: string[] = [];
		for (const phone of phones) {
			const more = [...own, phone];
			const fits = JSON.stringify(question(more)).length <= LONGEST_BODY;
			if (!fits) requests.push(requestFor(own, settings));
			own = fits ? more : [phone];
		}
		return own.length > 0 ? [...requests, requestFor(own, settings)] : requests;
	},
	read({ phones }, response, settings) {
		const contacts = resultsOf(response, settings).flatMap(readContact);
		const owned = contacts.map((contact) => ({
			contact,
			numbers: typedPhones(contact, settings.defaultCountry).phones,
		}));
		return phones.map((phone): Found => {
			const own = owned.filter(({ numbers }) => numbers.includes(phone));
			return { phone, records: own.map(({ contact }) => foundRecord(contact)) };
		});
	},
	next(request, response) {
		const next = asObject(asObject(asObject(parseJson(response.body))['paging'])['next']);
		const after = asString(next['after']);
		if (after === undefined) return undefined;
		return { ...request, body: { ...asObject(request.body), after } };
	},
};

function requestFor(phones: readonly string[], settings: CrmSettings): LookupRequest {
	const url = apiUrl(settings, 'contacts', '/search');
	return { method: 'POST', url, body: question(phones), phones };
}

function question(phones: readonly string[]) {
	const national = phones.flatMap((phone) => nationalDigits(phone) ?? []);
	const among = (propertyName: string, values: readonly string[]) => ({
		filters: [{ propertyName, operator: 'IN', values }],
	});
	return {
		filterGroups: [
			among('hs_searchable_calculated_phone_number', national),
			among('hs_searchable_calculated_mobile_number', national),
			among('phone', phones),
			among('mobilephone', phones),
		],
		properties: [...contactProperties, ...typedProperties],
		sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
		limit: PAGE,
		after: '0',
	};
}
