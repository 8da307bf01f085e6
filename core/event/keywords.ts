import { wholeText } from './optOutText';
import { spellings } from './spellings';

/**
 * Words that mean "no more messages" and "messages again", by language. A text counts only when it
 * is one of these as a whole (after normalising): "STOP" is an opt-out, "non-stop" and "stop by at
 * five" are not. Sources: CTIA Messaging Principles 5.1.3 (English), the carriers' and AF2M's rules
 * (STOP and ARRET in France), and the usual words of each language's SMS services.
 */
const optOutWords: Readonly<Record<string, readonly string[]>> = {
	en: [
		'STOP',
		'STOPALL',
		'STOP ALL',
		'UNSUBSCRIBE',
		'CANCEL',
		'END',
		'QUIT',
		'OPT OUT',
		'OPTOUT',
		'REVOKE',
		'UNSUB',
		'UNSUBSCRIBED',
	],
	es: ['BAJA', 'ALTO', 'CANCELAR', 'PARAR', 'PARE'],
	fr: [
		'ARRET',
		'ARRETER',
		'ARRETEZ',
		'DESABONNER',
		'DESABONNEMENT',
		'DESINSCRIRE',
		'DESINSCRIPTION',
		'STOP SMS',
	],
	de: ['STOPP', 'ABMELDEN', 'ABBESTELLEN', 'AUFHÖREN', 'AUFHOEREN'],
	it: ['ANNULLA', 'DISISCRIVIMI', 'CANCELLAMI', 'FERMA', 'FERMATEVI'],
	pt: ['PARE', 'PARAR', 'SAIR', 'CANCELAR', 'DESCADASTRAR'],
	nl: ['AFMELDEN', 'STOPPEN', 'UITSCHRIJVEN'],
	pl: ['WYPISZ', 'WYPISAĆ', 'REZYGNUJE'],
	sv: ['STOPPA', 'AVSLUTA', 'AVREGISTRERA'],
	tr: ['DUR', 'RED', 'IPTAL', 'DURDUR', 'ABONELIKTEN CIK'],
	hi: ['बंद', 'बंद करो', 'बंद करें', 'रोको', 'BAND', 'BAND KARO', 'ROKO', 'स्टॉप'],
	ar: ['توقف', 'قف', 'ايقاف', 'الغاء', 'الغاء الاشتراك', 'اوقف'],
};

/** Opt-out words that mean nothing else, wherever they stand. */
const unmistakable: ReadonlySet<string> = new Set([
	'STOP',
	'STOPALL',
	'STOP ALL',
	'STOP SMS',
	'UNSUBSCRIBE',
	'OPT OUT',
	'OPTOUT',
	'ARRET',
	'DESABONNER',
	'STOPP',
	'ABMELDEN',
	'ABBESTELLEN',
	'DISISCRIVIMI',
	'DESCADASTRAR',
	'AFMELDEN',
	'WYPISZ',
	'UNSUB',
	'STOPPA',
	'AVREGISTRERA',
	'DURDUR',
	'स्टॉप',
	'الغاء الاشتراك',
]);

const optInWords: Readonly<Record<string, readonly string[]>> = {
	en: ['START', 'UNSTOP', 'SUBSCRIBE', 'OPT IN', 'OPTIN'],
	es: ['ALTA', 'SUSCRIBIR'],
	fr: ['REPRENDRE', 'ABONNER'],
	de: ['ANMELDEN'],
	it: ['ISCRIVIMI'],
	pt: ['INSCREVER'],
	nl: ['AANMELDEN'],
	pl: ['ZAPISZ'],
	sv: ['STARTA', 'ANMÄL'],
	tr: ['BASLA', 'BAŞLAT', 'KABUL', 'ABONE OL'],
	hi: ['शुरू', 'चालू', 'SHURU', 'CHALU', 'स्टार्ट'],
	ar: ['ابدا', 'اشتراك', 'اشترك', 'تفعيل'],
};

/**
 * Keywords that are everyday words of another language, or of their own: "Red" answers which colour, "Alto" how
 * tall. They say stop or start only to somebody whose country speaks a language that has the keyword.
 */
const everyday: ReadonlySet<string> = new Set(
	[
		...['ALTO', 'ARET', 'BAND', 'DUR', 'FERMA', 'PARE', 'RED', 'ROKO', 'STOOP', 'STP', 'VAJA'],
		...['ALTA', 'BASLA', 'CHALU', 'KABUL', 'SHURU', 'ZAPISZ'],
	].map(wholeText),
);

/** What a keyword is read as. */
export interface Keyword {
	meaning: 'optOut' | 'optIn';
	keyword: string;
	/** ISO 639-1: those that have it. */
	languages: readonly string[];
	/** It means something else to people who do not speak one of these. */
	isEveryday: boolean;
}

const known = new Map([...entries(optOutWords, 'optOut'), ...entries(optInWords, 'optIn')]);
for (const [keyword, typos] of Object.entries(spellings)) {
	const meant = known.get(keyword);
	if (!meant) continue;
	for (const typo of typos.map(wholeText))
		known.set(typo, { ...meant, isEveryday: everyday.has(typo) });
}

/** Whether a person's text as a whole says stop or start; `keyword` is the word it was read as. */
export function readKeyword(text: string): Keyword | undefined {
	const word = wholeText(text);
	return known.get(word) ?? known.get(joined(word));
}

/** Whether a keyword can mean nothing else to somebody of a country with these languages. */
export function fits({ isEveryday, languages }: Keyword, spoken: readonly string[]): boolean {
	return !isEveryday || languages.some((language) => spoken.includes(language));
}

/** Whether a text is an opt-out even on a button that somebody else labelled. */
export function isUnmistakable(text: string): boolean {
	const word = wholeText(text);
	return unmistakable.has(word) || unmistakable.has(joined(word));
}

function entries(
	words: Readonly<Record<string, readonly string[]>>,
	meaning: Keyword['meaning'],
): [string, Keyword][] {
	const keywords = new Set(Object.values(words).flat().map(wholeText));
	return [...keywords].map((keyword) => {
		const languages = Object.keys(words).filter((language) =>
			words[language]?.some((word) => wholeText(word) === keyword),
		);
		return [keyword, { meaning, keyword, languages, isEveryday: everyday.has(keyword) }];
	});
}

/** Letters that somebody set apart, as in "S T O P", as one word. */
function joined(word: string): string {
	return /^\p{L}(?:[\s.,_*-]+\p{L}){2,}$/u.test(word) ? word.replace(/[^\p{L}]/gu, '') : word;
}
