import { asString, type JsonObject } from '../../core/json';
import { toE164 } from '../../core/message/phone';
import type { PersonObject } from './people';

/** What has to be asked for of a record to know the numbers people typed. */
export function typedFields({ phones, country }: PersonObject): readonly string[] {
	return [...phones, country];
}

/**
 * The numbers of a record in E.164, mobile ones first. A number without a country code is read as one of
 * the record's country where that is a code, else of the default one; without any it is none, because
 * the same digits are other people's numbers in other countries.
 */
export function typedPhones(
	record: JsonObject,
	{ phones, country }: PersonObject,
	defaultCountry: string | undefined,
): string[] {
	const own = asString(record[country])?.trim() ?? '';
	const region = /^[a-z]{2}$/i.test(own) ? own : defaultCountry;
	const numbers = phones.flatMap((field) => {
		const text = asString(record[field])?.trim() ?? '';
		const isInternational = /^(\+|00)/.test(text);
		if (!isInternational && region === undefined) return [];
		return toE164(text, region) ?? [];
	});
	return [...new Set(numbers)];
}
