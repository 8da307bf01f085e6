import { asString } from '../json';

const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	'#039': "'",
	nbsp: ' ',
};

/**
 * A text of a shop as a person reads it: without the entities that WooCommerce leaves in names, and without
 * double braces, which would be taken for a placeholder. Nothing where there is no text.
 */
export function plain(value: unknown): string | undefined {
	const text = asString(value)
		?.replace(/&(amp|lt|gt|quot|#039|nbsp);/g, (all, name: string) => ENTITIES[name] ?? all)
		.replace(/([{}])(?=\1)/g, '$1 ')
		.trim();
	return text || undefined;
}
