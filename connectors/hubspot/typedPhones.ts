import { readTypedPhones, type TypedPhones } from '../typedPhones';
import type { Contact } from './contact';

/** Where people and forms put phone numbers, and what HubSpot makes of each with a country code. */
const phoneProperties = {
	mobilephone: 'hs_calculated_mobile_number',
	phone: 'hs_calculated_phone_number',
} as const;

const countryProperties = ['hs_country_region_code', 'country'] as const;

/** What has to be asked for of a contact to know its typed numbers. */
export const typedProperties: readonly string[] = [
	...Object.entries(phoneProperties).flat(),
	...countryProperties,
];

/** The numbers of a contact, mobile ones first. */
export function typedPhones(
	{ properties }: Contact,
	defaultCountry: string | undefined,
): TypedPhones {
	const fields = Object.entries(phoneProperties).map(([name, calculated]) => ({
		name,
		values: [properties[name], properties[calculated]],
	}));
	const countries = countryProperties.map((name) => properties[name]);
	return readTypedPhones(fields, countries, defaultCountry);
}
