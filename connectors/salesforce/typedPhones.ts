import type { JsonObject } from '../../core/json';
import { readTypedPhones } from '../typedPhones';
import type { PersonObject } from './people';

/** What has to be asked for of a record to know the numbers people typed. */
export function typedFields({ phones, country }: PersonObject): readonly string[] {
	return [...phones, country];
}

/** The numbers of a record in E.164, mobile ones first. */
export function typedPhones(
	record: JsonObject,
	{ phones, country }: PersonObject,
	defaultCountry: string | undefined,
): string[] {
	const typed = phones.map((field) => record[field]);
	return readTypedPhones(typed, [record[country]], defaultCountry);
}
