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
	],
	es: ['BAJA', 'ALTO', 'CANCELAR', 'PARAR'],
	fr: ['ARRET', 'ARRETER', 'DESABONNER', 'STOP SMS'],
	de: ['STOPP', 'ABMELDEN', 'ABBESTELLEN'],
	it: ['ANNULLA', 'DISISCRIVIMI', 'CANCELLAMI', 'FERMA'],
	pt: ['PARE', 'SAIR', 'CANCELAR', 'DESCADASTRAR'],
	nl: ['AFMELDEN', 'STOPPEN'],
	pl: ['WYPISZ', 'REZYGNUJE'],
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
};

const meanings: ReadonlyMap<string, 'optOut' | 'optIn'> = new Map([
	...Object.values(optOutWords).flatMap((words) => words.map((word) => [word, 'optOut'] as const)),
	...Object.values(optInWords).flatMap((words) => words.map((word) => [word, 'optIn'] as const)),
]);

/** Whether a person's text as a whole says stop or start; `keyword` is the word it was read as. */
export function readKeyword(
	text: string,
): { meaning: 'optOut' | 'optIn'; keyword: string } | undefined {
	const keyword = normalise(text);
	const meaning = meanings.get(keyword);
	return meaning && { meaning, keyword };
}

/** Whether a text is an opt-out even on a button that somebody else labelled. */
export function isUnmistakable(text: string): boolean {
	return unmistakable.has(normalise(text));
}

/** Upper case, without accents, and without punctuation and spaces around it. */
function normalise(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
		.replace(/\s+/g, ' ')
		.toUpperCase();
}
