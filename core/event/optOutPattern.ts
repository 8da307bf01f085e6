import { lookUp } from '../json';
import { fold } from './optOutText';

/*
 * Phrases are written as patterns of words, so that a rule reads like what people write:
 *
 *   stop sending ~ texts|messages      one of several words; ~ stands for none to three others
 *   dont|do_not text me                _ joins the words of one alternative
 *   ne? m'envoyez plus                 ? may be missing
 *   messag*                            * any ending
 *   stop the order !messages           ! is not followed by
 *   remove me $                        ^ and $: start and end of a sentence
 */

/** Between words there is one space, and a sentence ends with a full stop: see `asLine`. */
export function asLine(sentences: readonly (readonly string[])[]): string {
	return sentences.map((words) => ` . ${words.join(' ')}`).join('') + ' . ';
}

/** One expression that finds any of the patterns in a line. */
export function findAny(patterns: readonly string[]): RegExp {
	const sources = patterns.map((pattern) => pattern.trim().split(/\s+/).map(part).join(''));
	return new RegExp(`(?<= )(?:${sources.join('|') || '(?!)'})`, 'gu');
}

const signs: Readonly<Record<string, string>> = {
	'~': '(?:[^ .]+ ){0,3}',
	'^': '(?<=\\. )',
	$: '(?=\\. )',
};

function part(word: string): string {
	if (word.startsWith('!')) return `(?!${choicesIn(word.slice(1))})`;
	const isOptional = word.length > 1 && word.endsWith('?');
	return `(?:${choicesIn(isOptional ? word.slice(0, -1) : word)})${isOptional ? '?' : ''}`;
}

function choicesIn(words: string): string {
	return words.split('|').map(choice).join('|');
}

function choice(words: string): string {
	return lookUp(signs, words) ?? `${wordSource(words)} `;
}

function wordSource(words: string): string {
	return fold(words).replace(/['’]/g, '').replace(/_/g, ' ').replace(/\*/g, '[^ .]*');
}
