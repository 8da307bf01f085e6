import {
	type CountryCode,
	isSupportedCountry,
	parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { lookUp } from '../json';

/**
 * Reads a phone number as people and shops write it and gives E.164 with `+`.
 *
 * `defaultCountry` (ISO 3166-1 alpha-2) is used for numbers written without `+` or `00`. Without one they are no
 * numbers: they may be national, and taken for international ones they would be somebody else's, in another
 * country. Only the length is checked for the country: numbering plans change more often than packages do.
 */
export function toE164(input: string, defaultCountry?: string): string | undefined {
	const text = input
		.trim()
		.replace(/^(tel:|sms:|rcs:)/i, '')
		.replace(/^00(?=[1-9])/, '+');
	const phone = parsePhoneNumberFromString(text, countryCode(defaultCountry ?? ''));
	return phone?.isPossible() ? phone.number : undefined;
}

/** The number as E.164 where it can be read as one, else as it was written, for validation to refuse. */
export function writtenNumber(input: string, defaultCountry?: string): string {
	const text = input.trim();
	// Parsing costs more than all other checks of a message; validation will do it once anyway.
	if (/^\+[1-9]\d{6,14}$/.test(text)) return text;
	return toE164(text, defaultCountry) ?? text;
}

/** The countries that a number in E.164 may be of, as ISO 3166-1 alpha-2, the likeliest first: some share a code. */
export function countriesOf(e164: string): readonly string[] {
	const number = parsePhoneNumberFromString(e164);
	return number?.country ? [number.country] : (number?.getPossibleCountries() ?? []);
}

/** The digits of a number in E.164 without its country code, as CRMs index them. */
export function nationalDigits(e164: string): string | undefined {
	return parsePhoneNumberFromString(e164)?.nationalNumber;
}

/** Whether a string is a phone number in E.164 with `+`, of a possible length. */
export function isE164(input: string): boolean {
	return /^\+[1-9]\d{6,14}$/.test(input) && toE164(input) === input;
}

/** How webhooks write numbers; anything else is an id of another kind, such as a name. */
const NUMBER = /^(\+|00)?[1-9][\d\s().-]{6,}$/;

/** The number as most providers' webhooks write it, with or without `+`, as E.164; other ids stay. */
export function userNumber(input: string): string {
	if (/^\+?[1-9]\d{6,14}$/.test(input)) return input.startsWith('+') ? input : `+${input}`;
	const text = input.trim();
	return (
		(NUMBER.test(text) ? toE164(/^(\+|00)/.test(text) ? text : `+${text}`) : undefined) ?? input
	);
}

/** What people write for a country that has another code. */
const aliases: Readonly<Record<string, CountryCode>> = { UK: 'GB' };

/** The country of a code, as ISO 3166-1 alpha-2 or the United Kingdom's UK; nothing for other words. */
export function countryCode(written: string): CountryCode | undefined {
	const code = written.trim().toUpperCase();
	const country = lookUp(aliases, code) ?? code;
	return isSupportedCountry(country) ? country : undefined;
}
