import { lookUp } from '../json';

/**
 * Languages by the start of phone numbers, of those whose keywords we know. Only such as most people of the
 * country read: a word that is clear in one of them is clear there.
 */
const languages: Readonly<Record<string, readonly string[]>> = {
	...each('en', '1 27 44 61 64 65 230 233 234 254 255 256 260 263 353'),
	...each('es', '34 51 52 53 54 56 57 58 502 503 504 505 506 507 591 593 595 598 1787 1809 1829'),
	...each('es', '1849 1939'),
	...each('fr', '33 221 223 224 225 226 227 228 229 237 241 242 243 262 377 590 594 596'),
	...each('ar', '20 218 249 961 962 963 964 965 966 967 968 970 971 973 974'),
	...each('de', '43 49 423'),
	...each('pt', '55 238 244 258 351'),
	...each('it', '39 378'),
	...each('nl', '31 597'),
	...each('pl', '48'),
	...each('sv', '46'),
	...each('tr', '90'),
	'32': ['nl', 'fr', 'de'],
	'41': ['de', 'fr', 'it'],
	'91': ['hi', 'en'],
	'212': ['ar', 'fr'],
	'213': ['ar', 'fr'],
	'216': ['ar', 'fr'],
	'352': ['fr', 'de'],
};

const LONGEST = 4;

/** The languages of the country of a phone number in E.164, as ISO 639-1; none where we do not know. */
export function spokenIn(phone: string): readonly string[] {
	const digits = /^\+(\d+)/.exec(phone)?.[1] ?? '';
	for (let length = LONGEST; length > 0; length--) {
		const found = lookUp(languages, digits.slice(0, length));
		if (found) return found;
	}
	return [];
}

function each(language: string, starts: string): Record<string, readonly string[]> {
	return Object.fromEntries(starts.split(' ').map((start) => [start, [language]]));
}
