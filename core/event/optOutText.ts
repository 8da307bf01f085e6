/**
 * Folds what means the same: upper case, no accents, vowel points or hamza, one form of a letter, full-width or
 * not, and nothing that cannot be seen.
 */
export function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(MARKS, '')
		.replace(MEANS_NOTHING, '')
		.toUpperCase()
		.replace(/[ŁØ]/g, (letter) => (letter === 'Ł' ? 'L' : 'O'))
		.replace(/ى/g, 'ي')
		.replace(/ة/g, 'ه');
}

/** Accents, vowel points, hamza. Vowel signs of Devanagari are letters, and stay. */
const MARKS = /(?!\p{Script=Devanagari})\p{M}/gu;

/** A text as a whole: folded, and without punctuation and spaces around it. */
export function wholeText(text: string): string {
	return fold(text)
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
		.replace(/\s+/g, ' ');
}

/** Soft hyphens, joiners and the like; Arabic tatweel only stretches a word; the nukta of Devanagari is often left out. */
const MEANS_NOTHING = /\p{Cf}|\u0640|\u093c/gu;

/** Ends of sentences, also a dash between two of them. */
const ENDS = /[.!?\n;:,।؟،؛…]+|\s[-–—]+\s/u;

/** The sentences of a text, each as its folded words. An apostrophe joins: "don't" is one word. */
export function sentencesOf(text: string): string[][] {
	return fold(text)
		.split(ENDS)
		.map((sentence) => wordsIn(sentence.replace(/['’‘`´]/g, '')))
		.filter((words) => words.length > 0);
}

/** Words and the signs that say stop without one. */
function wordsIn(sentence: string): string[] {
	return sentence.match(/[\p{L}\p{M}\p{N}]+|🛑|🚫|🔕|❌/gu) ?? [];
}
