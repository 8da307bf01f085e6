import { Refusal } from '../errors';
import type { Field, ObjectType, SfRecord, Value } from '../schema/types';

/** Which fields a search looks into. */
export const searchGroups = ['ALL', 'NAME', 'EMAIL', 'PHONE'] as const;
export type SearchGroup = (typeof searchGroups)[number];

const SHORTEST_TERM = 2;

/** The test of a search text: terms joined by OR, each of them one or several words. @throws Refusal when it is none. */
export function searchTest(text: string, group: SearchGroup): (record: SfRecord) => boolean {
	const terms = text.split(/\s+OR\s+/).map(termOf);
	if (terms.some((term) => term.replace(/\W/g, '').length < SHORTEST_TERM))
		throw new Refusal(
			'MALFORMED_SEARCH',
			'search term must be longer than one character: wildcards and punctuation do not count',
		);
	const patterns = terms.map(toPattern);
	return ({ object, values }) =>
		searched(object, group)
			.flatMap((field) => wordsOf(field, values[field.name] ?? null))
			.some((word) => patterns.some((pattern) => pattern.test(word)));
}

/** A term without its quotes and escapes. What means something in SOSL has to be escaped. */
function termOf(term: string): string {
	const bare = term.trim().replace(/^"(.*)"$/, '$1');
	const reserved = /(?<!\\)[?&|!{}[\]()^~:"'+-]/.exec(bare)?.[0];
	if (reserved && !term.trim().startsWith('"'))
		throw new Refusal('MALFORMED_SEARCH', `unexpected character in a search term: ${reserved}`);
	return bare.replace(/\\(.)/g, '$1');
}

const toPattern = (term: string): RegExp => {
	const isPhone = /^[\d\s()+.*-]+$/.test(term);
	const bare = isPhone ? term.replace(/[^\d*]/g, '') : term;
	const pattern = bare.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '.*');
	return new RegExp(`^${pattern}$`, 'i');
};

function searched({ fields }: ObjectType, group: SearchGroup): Field[] {
	return [...fields.values()].filter(({ type, name }) => {
		if (group === 'PHONE') return type === 'phone';
		if (group === 'EMAIL') return type === 'email';
		if (group === 'NAME') return name.endsWith('Name');
		return ['phone', 'email', 'string', 'textarea'].includes(type);
	});
}

function wordsOf({ type }: Field, value: Value): string[] {
	if (typeof value !== 'string') return [];
	return type === 'phone' ? phoneWords(value) : value.split(/\s+/);
}

/** The longest country code, in digits. */
const LONGEST_CODE = 3;

/**
 * A phone as the index has it: its digits, whatever is written between them, from each place where
 * they are divided, without a leading zero, and without what can be a country code.
 */
function phoneWords(phone: string): string[] {
	const groups = phone.split(/\D+/).filter(Boolean);
	const tails = groups.map((_group, index) => groups.slice(index).join(''));
	const digits = groups.join('');
	const national = phone.trim().startsWith('+')
		? [...Array(LONGEST_CODE).keys()].map((index) => digits.slice(index + 1))
		: [];
	return [...tails, ...tails.map((tail) => tail.replace(/^0/, '')), ...national];
}
