import { readTypedPhones } from '../typedPhones';
import type { Contact } from './contact';

/** Where people and forms put phone numbers, and what HubSpot makes of them with a country code. */
const phoneProperties = [
	'mobilephone',
	'hs_calculated_mobile_number',
	'phone',
	'hs_calculated_phone_number',
] as const;

const countryProperties = ['hs_country_region_code', 'country'] as const;

/** What has to be asked for of a contact to know its typed numbers. */
export const typedProperties: readonly string[] = [...phoneProperties, ...countryProperties];

/** The numbers of a contact in E.164, mobile ones first. */
export function typedPhones({ properties }: Contact, defaultCountry: string | undefined): string[] {
	const valuesOf = (names: readonly string[]) => names.map((name) => properties[name]);
	return readTypedPhones(valuesOf(phoneProperties), valuesOf(countryProperties), defaultCountry);
}
