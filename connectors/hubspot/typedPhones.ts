import { asString } from '../../core/json';
import { toE164 } from '../../core/message/phone';
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

/**
 * The numbers of a contact in E.164, mobile ones first. A number without a country code is read as one
 * of the contact's country, else of the default one; without any it is none, because the same digits
 * are other people's numbers in other countries.
 */
export function typedPhones({ properties }: Contact, defaultCountry: string | undefined): string[] {
	const codes = countryProperties.flatMap((name) => asString(properties[name]) ?? []);
	const country = codes.find((code) => /^[a-z]{2}$/i.test(code)) ?? defaultCountry;
	const phones = phoneProperties.flatMap((name) => {
		const text = asString(properties[name])?.trim() ?? '';
		const isInternational = /^(\+|00)/.test(text);
		if (!isInternational && country === undefined) return [];
		return toE164(text, country) ?? [];
	});
	return [...new Set(phones)];
}
