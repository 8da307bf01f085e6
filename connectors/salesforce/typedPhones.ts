import type { JsonObject } from '../../core/json';
import { readTypedPhones, type TypedPhones } from '../typedPhones';
import type { PersonObject } from './people';

/** What has to be asked for of a record to know the numbers people typed. */
export function typedFields({ phones, country }: PersonObject): readonly string[] {
	return [...phones, country];
}

/** The numbers of a record, mobile ones first. */
export function typedPhones(
	record: JsonObject,
	{ phones, country }: PersonObject,
	defaultCountry: string | undefined,
): TypedPhones {
	const fields = phones.map((name) => ({ name, values: [record[name]] }));
	return readTypedPhones(fields, [record[country]], defaultCountry);
}
