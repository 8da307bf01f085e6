import { asString, lookUp } from '../json';

/** Names of entities that shops and their themes write into texts; numbers cover all others. */
const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	apos: "'",
	bull: '•',
	copy: '©',
	euro: '€',
	gt: '>',
	hellip: '…',
	ldquo: '“',
	lsquo: '‘',
	lt: '<',
	mdash: '—',
	nbsp: ' ',
	ndash: '–',
	pound: '£',
	quot: '"',
	rdquo: '”',
	reg: '®',
	rsquo: '’',
	times: '×',
	trade: '™',
};

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;

/** `<br>`, `</p>`, `<span class="colour">`; not `5 < 6`. */
const TAG = /<\/?[a-z][a-z\d]*(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'<>]+))*\s*\/?>/gi;

/**
 * A text of a shop as a person reads it: without the tags and entities that WooCommerce leaves in names, and
 * without double braces, which would be taken for a placeholder. Nothing where there is no text.
 */
export function plain(value: unknown): string | undefined {
	const text = asString(value)
		?.replace(TAG, ' ')
		.replace(ENTITY, (all, decimal?: string, hex?: string, name?: string) => {
			if (name !== undefined) return lookUp(ENTITIES, name.toLowerCase()) ?? all;
			return signOf(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal)) ?? all;
		})
		.replace(/([{}])(?=\1)/g, '$1 ')
		.replace(/[^\S\n]{2,}/g, ' ')
		.trim();
	return text || undefined;
}

/** The sign of a code point; nothing for numbers that are none, and for control characters. */
function signOf(code: number): string | undefined {
	const isSign = code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return isSign ? String.fromCodePoint(code) : undefined;
}
