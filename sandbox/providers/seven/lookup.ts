import type { PhoneBook } from '../../network/phones';
import { toE164 } from '../../network/phones';
import { bare } from './account';

/** What phones with RCS can do, in the words of the API. */
const capabilities = [
	...['REVOCATION', 'RICHCARD_STANDALONE', 'RICHCARD_CAROUSEL', 'ACTION_CREATE_CALENDAR_EVENT'],
	...['ACTION_DIAL', 'ACTION_OPEN_URL', 'ACTION_SHARE_LOCATION', 'ACTION_VIEW_LOCATION'],
];

/** The countries of numbers that are kept for fiction. */
const countries = [
	{ country_code: '44', country_iso: 'GB', country_name: 'United Kingdom' },
	{ country_code: '1', country_iso: 'US', country_name: 'United States' },
];

/** What GET /lookup/rcs says of a number; a phone without RCS has no capabilities. */
export function lookUpRcs(number: string, phones: Pick<PhoneBook, 'reach'>): object {
	const e164 = toE164(number);
	if (e164 === undefined) return { success: false, international: number, rcs_capabilities: [] };
	const international = bare(e164);
	const country = countries.find(({ country_code }) => international.startsWith(country_code));
	const national = `0${international.slice(country?.country_code.length ?? 0)}`;
	return {
		...{ success: true, international, international_formatted: e164, national },
		...(country ?? { country_code: null, country_iso: null, country_name: null }),
		...{ carrier: 'Sandbox', network_type: 'mobile' },
		rcs_capabilities: phones.reach(e164).rcs ? capabilities : [],
	};
}
