import { defined } from '../json';
import { isUnmistakable, type Keyword, readKeyword } from './keywords';
import { asLine, findAny } from './optOutPattern';
import { languageRules } from './optOutRules';
import type { LanguageRules } from './optOutRules/rules';
import { sentencesOf } from './optOutText';

/** What a person's text says about wanting messages, and by which rule. */
export interface OptOutReading {
	/** `doubtful`: it may be an opt-out; somebody has to read it. */
	verdict: 'optOut' | 'optIn' | 'doubtful' | 'none';
	/** The keyword that decided. */
	keyword?: string;
	/** ISO 639-1: whose rule it was. */
	language?: string;
	/** Why, as a name: `keyword`, `sentence`, `sign`, `phrase`, `mixed`, `vague`, `loose`, `nothing`. */
	rule: OptOutRule;
}

export type OptOutRule =
	'keyword' | 'sentence' | 'sign' | 'phrase' | 'mixed' | 'vague' | 'loose' | 'nothing';

/** A sign that means stop, and those that may. */
const STOP_SIGN = /^🛑+$/u;
const MAYBE_SIGN = /^[🛑🚫🔕❌]+$/u;

/** An RCS message holds no more. */
const MOST_LETTERS = 3072;

/**
 * Whether a text asks for no more messages, or for them again. The whole text as a keyword comes first, then
 * phrases of all languages. `language`: of the person, which is named where several have a phrase. Pure.
 */
export function readOptOut(text: string, language?: string): OptOutReading {
	const keyword = readKeyword(text);
	if (keyword) return reading(keyword.meaning, 'keyword', keyword);
	const sentences = sentencesOf(text.slice(0, MOST_LETTERS));
	const signs = sentences.flat().join('');
	if (STOP_SIGN.test(signs)) return reading('optOut', 'sign');
	if (MAYBE_SIGN.test(signs)) return reading('doubtful', 'sign');
	return readLine(asLine(sentences), language);
}

function readLine(line: string, hint: string | undefined): OptOutReading {
	const optOut = finder('optOut');
	const rest = line.replace(finder('not'), CUT);
	const clear = rest.replace(finder('doubtful'), CUT);
	const bare = clear.replace(finder('polite'), '');
	const word = keywordSentence(bare);
	const isOut = word?.meaning === 'optOut' || has(optOut, clear);
	const isIn = word?.meaning === 'optIn' || has(finder('optIn'), clear.replace(optOut, CUT));
	if (isOut && (isIn || has(finder('counter'), rest))) return reading('doubtful', 'mixed');
	if (word && isOut === (word.meaning === 'optOut')) return reading(word.meaning, 'sentence', word);
	if (isOut) return reading('optOut', 'phrase', { language: languageWith('optOut', clear, hint) });
	if (clear !== rest)
		return reading('doubtful', 'vague', { language: languageWith('doubtful', rest, hint) });
	if (isIn) return reading('optIn', 'phrase', { language: languageWith('optIn', clear, hint) });
	return isLoose(bare) ? reading('doubtful', 'loose') : reading('none', 'nothing');
}

/** What was cut leaves a mark that no pattern and no keyword fits. */
const CUT = '~ ';

function has(pattern: RegExp, line: string): boolean {
	return line.search(pattern) >= 0;
}

/** A sentence that is one keyword and no other word, such as the end of "Not for me. STOP". */
function keywordSentence(line: string): Keyword | undefined {
	const said = line.split('.').flatMap((sentence) => sentence.trim() || []);
	const [only] = said;
	const clear = said.find(isUnmistakable);
	if (clear !== undefined) return readKeyword(clear);
	const word = said.length === 1 && only !== undefined ? readKeyword(only) : undefined;
	return word?.meaning === 'optIn' ? word : undefined;
}

/** Whether an opt-out word stands at an end of the text, or all of it is one that may mean something else. */
function isLoose(line: string): boolean {
	const words = line.split(/[ .]+/).filter((word) => word !== '');
	const ends = [...words.slice(0, 1), ...words.slice(-1)];
	return readKeyword(words.join(' '))?.meaning === 'optOut' || ends.some(isUnmistakable);
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

/** The language whose phrase it is: that of the person, or the first. */
function languageWith(
	part: keyof LanguageRules,
	line: string,
	hint: string | undefined,
): string | undefined {
	const own = hint?.slice(0, 2).toLowerCase();
	const found = [...languageRules.keys()].filter((one) => has(finder(part, one), line));
	return found.find((language) => language === own) ?? found[0];
}

function reading(
	verdict: OptOutReading['verdict'],
	rule: OptOutRule,
	{ keyword, language }: { keyword?: string; language?: string | undefined } = {},
): OptOutReading {
	return { verdict, ...defined({ keyword, language }), rule };
}
