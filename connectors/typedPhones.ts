import { asString } from '../core/json';
import { countryCode, toE164 } from '../core/message/phone';

/**
 * Numbers as people typed them on a record, in E.164, in their order. A number without a country code is
 * read as one of the first of the record's countries that is a code, else of the default one; without any
 * it is none, because the same digits are other people's numbers in other countries.
 */
export function readTypedPhones(
	typed: readonly unknown[],
	countries: readonly unknown[],
	defaultCountry: string | undefined,
): string[] {
	const [country] = [...countries, defaultCountry].flatMap(
		(code) => countryCode(asString(code) ?? '') ?? [],
	);
	const phones = typed.flatMap((value) => {
		const text = asString(value)?.trim() ?? '';
		const isInternational = /^(\+|00)/.test(text);
		if (!isInternational && country === undefined) return [];
		return toE164(text, country) ?? [];
	});
	return [...new Set(phones)];
}
