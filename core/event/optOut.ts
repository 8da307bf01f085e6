import { defined } from '../json';
import { fits, isUnmistakable, type Keyword, readKeyword } from './keywords';
import { asLine, findAny } from './optOutPattern';
import { languageRules } from './optOutRules';
import type { LanguageRules } from './optOutRules/rules';
import { sentencesOf } from './optOutText';
import { looksLikeOptOut } from './optOutWording/likeness';
import { isName } from './optOutWording/name';

/** What a person's text says about wanting messages, and by which rule. */
export interface OptOutReading {
	/** `doubtful`: it may be an opt-out; somebody has to read it. */
	verdict: 'optOut' | 'optIn' | 'doubtful' | 'none';
	/** The keyword that decided. */
	keyword?: string;
	/** ISO 639-1: whose rule it was. */
	language?: string;
	/** Why, as a name. */
	rule: OptOutRule;
}

export type OptOutRule =
	| 'keyword'
	| 'sentence'
	| 'sign'
	| 'phrase'
	| 'everyday'
	| 'goods'
	| 'mixed'
	| 'vague'
	| 'hint'
	| 'loose'
	| 'wording'
	| 'nothing';

/** A sign that means stop, and those that may. */
const STOP_SIGN = /^🛑+$/u;
const MAYBE_SIGN = /^[🛑🚫🔕❌]+$/u;

/** An RCS message holds no more. */
const MOST_LETTERS = 3072;

/**
 * Whether a text asks for no more messages, or for them again. The whole text as a keyword comes first, then
 * phrases of all languages; where no rule finds anything, wording that looks like an opt-out is doubtful, but no
 * name. `spoken`: the languages of the person's country, as ISO 639-1; a keyword that is an everyday word
 * elsewhere decides only there. Pure.
 */
export function readOptOut(text: string, spoken: readonly string[] = []): OptOutReading {
	const keyword = readKeyword(text);
	if (keyword) return readWhole(keyword, spoken);
	const sentences = sentencesOf(text.slice(0, MOST_LETTERS));
	const signs = sentences.flat().join('');
	if (STOP_SIGN.test(signs)) return reading('optOut', 'sign');
	if (MAYBE_SIGN.test(signs)) return reading('doubtful', 'sign');
	const line = asLine(sentences);
	const said = readLine(line, spoken);
	const isAlike = said.verdict === 'none' && !isName(text) && looksLikeOptOut(line);
	return isAlike ? reading('doubtful', 'wording') : said;
}

/** An opt-in by a word that may be none is not taken for one: it is a wish that was not said with a keyword. */
function readWhole(word: Keyword, spoken: readonly string[]): OptOutReading {
	if (fits(word, spoken)) return reading(word.meaning, 'keyword', about(word));
	const verdict = word.meaning === 'optOut' ? 'doubtful' : 'optIn';
	return reading(verdict, 'everyday', { language: word.languages[0] });
}

function readLine(line: string, spoken: readonly string[]): OptOutReading {
	const optOut = finder('optOut');
	const rest = line.replace(finder('not'), CUT);
	const clear = rest.replace(finder('doubtful'), CUT);
	const bare = clear.replace(finder('polite'), '');
	const word = keywordSentence(bare, spoken);
	const asked = askedFor(clear);
	const isOut = word?.meaning === 'optOut' || asked === 'messages';
	const isIn = word?.meaning === 'optIn' || has(finder('optIn'), clear.replace(optOut, CUT));
	if (isOut && (isIn || has(finder('counter'), rest))) return reading('doubtful', 'mixed');
	if (word && isOut === (word.meaning === 'optOut'))
		return reading(word.meaning, 'sentence', about(word));
	if (isOut)
		return reading('optOut', 'phrase', { language: languageWith('optOut', clear, spoken) });
	if (asked === 'goods') return reading('doubtful', 'goods');
	if (clear !== rest)
		return reading('doubtful', 'vague', { language: languageWith('doubtful', rest, spoken) });
	if (isIn && !has(finder('hint'), clear))
		return reading('optIn', 'phrase', { language: languageWith('optIn', clear, spoken) });
	if (has(finder('hint'), clear)) return reading('doubtful', 'hint');
	return isLoose(bare, spoken) ? reading('doubtful', 'loose') : reading('none', 'nothing');
}

/** Of what a text wants no more: messages, or maybe something that is sold, such as parcels to an address. */
function askedFor(line: string): 'messages' | 'goods' | undefined {
	if (!has(finder('optOut'), line)) return undefined;
	const sentences = line.split(' . ').map((sentence) => ` . ${sentence} . `);
	const isOfMessages = sentences.some((sentence) =>
		[...languageRules.keys()].some(
			(one) => has(finder('optOut', one), sentence) && !has(finder('goods', one), sentence),
		),
	);
	return isOfMessages ? 'messages' : 'goods';
}

/** What was cut leaves a mark that no pattern and no keyword fits. */
const CUT = '~ ';

function has(pattern: RegExp, line: string): boolean {
	return line.search(pattern) >= 0;
}

/** A sentence that is one keyword and no other word, such as the end of "Not for me. STOP". */
function keywordSentence(line: string, spoken: readonly string[]): Keyword | undefined {
	const said = line.split('.').flatMap((sentence) => sentence.trim() || []);
	const [only] = said;
	const clear = said.find(isUnmistakable);
	if (clear !== undefined) return readKeyword(clear);
	const word = said.length === 1 && only !== undefined ? readKeyword(only) : undefined;
	return word?.meaning === 'optIn' && fits(word, spoken) ? word : undefined;
}

/** Whether an opt-out word stands at an end of the text, or all of it is one that may mean something else. */
function isLoose(line: string, spoken: readonly string[]): boolean {
	const words = line.split(/[ .]+/).filter((word) => word !== '');
	const ends = [...words.slice(0, 1), ...words.slice(-1)];
	const whole = readKeyword(words.join(' '));
	const isOne = whole?.meaning === 'optOut' && fits(whole, spoken);
	return isOne || ends.some(isUnmistakable);
}

/** Of all languages, or of one. Expressions are made when they are first needed: most processes read no texts. */
function finder(part: keyof LanguageRules, language?: string): RegExp {
	const name = `${part} ${language ?? ''}`;
	const known = finders.get(name);
	if (known) return known;
	const some = [...languageRules].filter(([one]) => language === undefined || one === language);
	const made = findAny(some.flatMap(([, rules]) => rules[part]));
	finders.set(name, made);
	return made;
}

const finders = new Map<string, RegExp>();

/** The language whose phrase it is: one that the person may speak, or the first. */
function languageWith(
	part: keyof LanguageRules,
	line: string,
	spoken: readonly string[],
): string | undefined {
	const found = [...languageRules.keys()].filter((one) => has(finder(part, one), line));
	return found.find((language) => spoken.includes(language)) ?? found[0];
}

function about({ keyword, languages: [language] }: Keyword) {
	return { keyword, language };
}

function reading(
	verdict: OptOutReading['verdict'],
	rule: OptOutRule,
	{ keyword, language }: { keyword?: string; language?: string | undefined } = {},
): OptOutReading {
	return { verdict, ...defined({ keyword, language }), rule };
}
