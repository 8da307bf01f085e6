import { readTime, type Violation } from '../../validation';

/** The parameters of an address; one that is given twice is a list. */
export type Query = Record<string, string | string[] | undefined>;

/** What is wrong with the text of a parameter, if anything. */
type Check = (text: string) => string | undefined;

export const anyText: Check = () => undefined;

export const textUpTo =
	(most: number): Check =>
	(text) =>
		text.length > most ? `size must be at most ${most}` : undefined;

export const oneOf =
	(...values: string[]): Check =>
	(text) =>
		values.includes(text) ? undefined : `must be one of ${values.join(', ')}`;

export const wholeNumber =
	(least: number, most = Number.MAX_SAFE_INTEGER): Check =>
	(text) => {
		if (!/^\d+$/.test(text)) return 'must be a whole number';
		if (Number(text) < least) return `must be greater than or equal to ${least}`;
		return Number(text) > most ? `must be less than or equal to ${most}` : undefined;
	};

/** yyyy-MM-dd'T'HH:mm:ss.SSSZ, as documented: an offset without a colon. */
export const time: Check = (text) =>
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d{4})$/.test(text) && !Number.isNaN(readTime(text))
		? undefined
		: "must have the format yyyy-MM-dd'T'HH:mm:ss.SSSZ";

/** The rules a query breaks. Like bodies, queries are closed: what is not documented is refused. */
export function brokenQuery(query: Query, checks: Readonly<Record<string, Check>>): Violation[] {
	return Object.entries(query).flatMap(([property, value]) => {
		const check = Object.hasOwn(checks, property) ? checks[property] : undefined;
		if (!check) return [{ property, violation: 'is not a known property' }];
		const violation = check(textsOf(value).join(','));
		return violation === undefined ? [] : [{ property, violation }];
	});
}

/** The values of a list: given several times, or with commas between them. */
export function listIn(query: Query, name: string): string[] | undefined {
	const texts = textsOf(query[name]);
	return texts.length > 0 ? texts.flatMap((text) => text.split(',')) : undefined;
}

/** The last value of a parameter. */
export const textIn = (query: Query, name: string): string | undefined =>
	textsOf(query[name]).at(-1);

export const numberIn = (query: Query, name: string, otherwise: number): number =>
	Number(textIn(query, name) ?? otherwise);

const textsOf = (value: string | string[] | undefined): string[] =>
	value === undefined ? [] : [value].flat();
