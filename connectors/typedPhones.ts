import { asString, defined } from '../core/json';
import { countryCode, toE164 } from '../core/message/phone';

/** A field for a phone number, and what else of the record is the same number written otherwise. */
export interface PhoneField {
	name: string;
	values: readonly unknown[];
}

export interface TypedPhones {
	/** In E.164, in the order of the fields. */
	phones: string[];
	/** Fields with digits that are no number, or one of an unknown country. */
	unreadable: string[];
}

/** Whose a record is: one number that stands for the person, and all others that reach the same person. */
export interface RecordPhones {
	/** E.164: the RCS phone, else the first number people typed that can be read. */
	phone?: string;
	/** E.164. */
	otherPhones?: readonly string[];
	/** Fields with digits of which no number can be read. */
	unreadable?: readonly string[];
}

/**
 * Numbers as people typed them on a record. A number without a country code is read as one of the first of
 * the record's countries that is a code, else of the default one; without any it is none, because the same
 * digits are other people's numbers in other countries.
 */
export function readTypedPhones(
	fields: readonly PhoneField[],
	countries: readonly unknown[],
	defaultCountry: string | undefined,
): TypedPhones {
	const [country] = [...countries, defaultCountry].flatMap(
		(code) => countryCode(asString(code) ?? '') ?? [],
	);
	const phones = new Set<string>();
	const unreadable: string[] = [];
	for (const { name, values } of fields) {
		const texts = values.map((value) => asString(value)?.trim() ?? '');
		const read = texts.flatMap((text) => readPhone(text, country) ?? []);
		for (const phone of read) phones.add(phone);
		if (read.length === 0 && texts.some((text) => /\d/.test(text))) unreadable.push(name);
	}
	return { phones: [...phones], unreadable };
}

/** `own`: the RCS phone of the record. */
export function recordPhones(own: unknown, { phones, unreadable }: TypedPhones): RecordPhones {
	const phone = asString(own) ?? phones[0];
	const otherPhones = phones.filter((one) => one !== phone);
	return defined({
		phone,
		otherPhones: otherPhones.length > 0 ? otherPhones : undefined,
		unreadable: unreadable.length > 0 ? unreadable : undefined,
	});
}

function readPhone(text: string, country: string | undefined): string | undefined {
	const isInternational = /^(\+|00)/.test(text);
	return isInternational || country !== undefined ? toE164(text, country) : undefined;
}
