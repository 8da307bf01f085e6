/** Weights are kept for this many features; two that fall on one share it. */
export const BUCKETS = 2 ** 15;

/** How many letters and ends of words in a row are looked at, and how many words. */
const LETTERS = { from: 3, to: 6 };
const WORDS = 2;

/** FNV-1a, 32 bits. */
const START = 0x811c9dc5;
const PRIME = 0x01000193;
/** What sets words apart from the same letters. */
const WORD = 0x1f;

/**
 * What a line of `asLine` is made of: groups of letters, words and pairs of words, each as the number of its bucket,
 * once. Any number is the same number: it says nothing of what somebody wants.
 */
export function featuresOf(line: string): readonly number[] {
	const plain = line.replace(/\p{N}+/gu, '0');
	const found = new Set<number>();
	for (let start = 0; start < plain.length; start++) {
		let hash = START;
		const longest = Math.min(LETTERS.to, plain.length - start);
		for (let length = 1; length <= longest; length++) {
			hash = mixed(hash, plain.charCodeAt(start + length - 1));
			if (length >= LETTERS.from) found.add(bucketOf(hash));
		}
	}
	const words = plain.trim().split(' ');
	for (let start = 0; start < words.length; start++) {
		let hash = mixed(START, WORD);
		for (const word of words.slice(start, start + WORDS)) {
			for (let at = 0; at < word.length; at++) hash = mixed(hash, word.charCodeAt(at));
			hash = mixed(hash, WORD);
			found.add(bucketOf(hash));
		}
	}
	return [...found];
}

function mixed(hash: number, code: number): number {
	return Math.imul(hash ^ code, PRIME);
}

function bucketOf(hash: number): number {
	return (hash ^ (hash >>> 15)) & (BUCKETS - 1);
}
