import { isObject } from '../../../json';
import { Refusal } from '../errors';

const REFERENCE = /@\{([A-Za-z]\w*)((?:\.\w+|\[\d+\])*)\}/g;

/** The answers of the subrequests so far, by their reference ids. */
export type Answers = ReadonlyMap<string, unknown>;

/** The value with every `@{reference.field}` in its texts put in. @throws Refusal when one leads nowhere. */
export function filledIn(value: unknown, answers: Answers): unknown {
	if (typeof value === 'string')
		return value.replace(REFERENCE, (whole, id: string, path: string) => {
			const found = path.match(/\w+/g)?.reduce(member, answers.get(id));
			if (typeof found === 'string' || typeof found === 'number') return String(found);
			throw new Refusal(
				'PROCESSING_HALTED',
				`Invalid reference specified. No value for ${whole.slice(2, -1)} found in ${id}`,
			);
		});
	if (Array.isArray(value)) return value.map((item) => filledIn(item, answers));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, filledIn(inner, answers)]),
	);
}

function member(value: unknown, name: string): unknown {
	if (Array.isArray(value)) return value[Number(name)];
	return isObject(value) ? value[name] : undefined;
}
