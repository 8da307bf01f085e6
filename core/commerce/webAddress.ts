import { asString } from '../json';

/** An address that a button may open or a picture come from; a text that is none is not there. */
export function webAddress(value: unknown): string | undefined {
	const text = asString(value);
	return text !== undefined && /^https?:\/\/[^\s/?#]+\S*$/.test(text) ? text : undefined;
}
