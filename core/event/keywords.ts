import { fold } from './optOutText';

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
	],
	es: ['BAJA', 'ALTO', 'CANCELAR', 'PARAR'],
	fr: ['ARRET', 'ARRETER', 'DESABONNER', 'DESINSCRIRE', 'STOP SMS'],
	de: ['STOPP', 'ABMELDEN', 'ABBESTELLEN'],
	it: ['ANNULLA', 'DISISCRIVIMI', 'CANCELLAMI', 'FERMA'],
	pt: ['PARE', 'SAIR', 'CANCELAR', 'DESCADASTRAR'],
	nl: ['AFMELDEN', 'STOPPEN'],
	pl: ['WYPISZ', 'REZYGNUJE'],
	sv: ['STOPPA', 'AVSLUTA', 'AVREGISTRERA'],
	tr: ['DUR', 'RED', 'IPTAL', 'DURDUR'],
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

/** What hurried thumbs make of them. A typo of an opt-out is one: nobody types it for anything else. */
const misspelled: Readonly<Record<string, readonly string[]>> = {
	STOP: ['STPO', 'SOTP', 'STOOP', 'STTOP', 'STOPPP', 'SSTOP', 'STOPO', 'TSOP', 'STOOOP', 'STP'],
	UNSUBSCRIBE: [
		'UNSUSCRIBE',
		'UNSUBCRIBE',
		'UNSUBSCIBE',
		'UNSUBSCRIB',
		'UNSUBSRIBE',
		'UNSUBSCRUBE',
		'UNSUBSCIRBE',
		'UNSCUBSCRIBE',
		'UNSUBSCRIPE',
	],
	CANCEL: ['CANCIL', 'CANCLE'],
	BAJA: ['VAJA', 'BAJAA'],
	ARRET: ['ARET', 'ARRETT', 'ARRÊTT'],
	ABMELDEN: ['ABMLEDEN', 'ABMELDN'],
	AFMELDEN: ['AFMLEDEN', 'AFMELDE'],
	CANCELAR: ['CANCELA', 'CANSELAR'],
	WYPISZ: ['WYPSIZ'],
};

/** What a keyword is read as. */
export interface Keyword {
	meaning: 'optOut' | 'optIn';
	keyword: string;
	/** ISO 639-1: the first language that has it. */
	language?: string;
}

const known = new Map([
	...entries(optOutWords, 'optOut'),
	...entries(optInWords, 'optIn'),
	...Object.entries(misspelled).flatMap(([keyword, typos]) =>
		typos.map((typo) => [wordsOf(typo), { meaning: 'optOut' as const, keyword }] as const),
	),
]);

/** Whether a person's text as a whole says stop or start; `keyword` is the word it was read as. */
export function readKeyword(text: string): Keyword | undefined {
	return known.get(wordsOf(text));
}

/** Whether a text is an opt-out even on a button that somebody else labelled. */
export function isUnmistakable(text: string): boolean {
	return unmistakable.has(wordsOf(text));
}

function entries(
	words: Readonly<Record<string, readonly string[]>>,
	meaning: Keyword['meaning'],
): [string, Keyword][] {
	const all = Object.entries(words).flatMap(([language, some]) =>
		some.map((word): [string, Keyword] => {
			const keyword = wordsOf(word);
			return [keyword, { meaning, keyword, language }];
		}),
	);
	// A word of several languages is listed as that of the first.
	return all.reverse();
}

/** Folded, and without punctuation and spaces around it. */
function wordsOf(text: string): string {
	return fold(text)
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
		.replace(/\s+/g, ' ');
}
