import { type OptOutReading, readOptOut } from '../../core/event/optOut';
import { type LabelledPhrase, labelledPhrases } from '../fixtures/optOutPhrases';

interface Read extends LabelledPhrase {
	verdict: OptOutReading['verdict'];
}

const read: readonly Read[] = labelledPhrases.map((phrase) => ({
	...phrase,
	verdict: readOptOut(phrase.text).verdict,
}));

/** Shares of opt-outs among what was taken for one, and of what was taken for one among the opt-outs. */
function measure(some: readonly Read[]) {
	const taken = some.filter(({ verdict }) => verdict === 'optOut');
	const meant = some.filter(({ label }) => label === 'optOut');
	const right = taken.filter(({ label }) => label === 'optOut').length;
	const missed = meant.filter(({ verdict }) => verdict === 'none' || verdict === 'optIn').length;
	const asLabelled = some.filter(({ label, verdict }) => wordFor(label) === verdict).length;
	return {
		phrases: some.length,
		precision: share(right, taken.length),
		recall: share(right, meant.length),
		/** Opt-outs that nobody would look at. */
		lost: missed,
		asLabelled: share(asLabelled, some.length),
	};
}

function wordFor(label: LabelledPhrase['label']): OptOutReading['verdict'] {
	return label === 'traps' ? 'none' : label;
}

function share(part: number, whole: number): number {
	return Number((part / whole).toFixed(3));
}

const part = (name: LabelledPhrase['part']) => read.filter((one) => one.part === name);
const languages = [...new Set(read.map(({ language }) => language))];

it('reads what people write: precision and recall of opt-outs', () => {
	const rows = languages.map(
		(language) => [language, measure(read.filter((one) => one.language === language))] as const,
	);
	const sums = {
		made: measure(part('made')),
		heldOut: measure(part('heldOut')),
		attacked: measure(part('attacked')),
		fresh: measure(part('fresh')),
		challenged: measure(part('challenged')),
		unmet: measure(part('unmet')),
		last: measure(part('last')),
		probe: measure(part('probe')),
		blind: measure(part('blind')),
		all: measure(read),
	};
	const table = [...rows, ...Object.entries(sums)].map(([name, { phrases, ...figures }]) =>
		[name.padEnd(8), String(phrases).padStart(5), ...Object.values(figures).map(column)].join(' '),
	);
	process.stdout.write(`${[HEADER, ...table].join('\n')}\n`);
	expect(languages).toHaveLength(12);
	expect(sums.all.phrases).toBeGreaterThanOrEqual(500);
	expect(sums.all.precision).toBeGreaterThanOrEqual(0.99);
	expect(sums.all.recall).toBeGreaterThanOrEqual(0.95);
	for (const [, { precision, recall }] of rows) {
		expect(precision).toBeGreaterThanOrEqual(0.95);
		expect(recall).toBeGreaterThanOrEqual(0.85);
	}
});

const HEADER = 'phrases   number precision recall  lost   as labelled';

function column(figure: number): string {
	return String(figure).padStart(8);
}

it('takes no trap for an opt-out', () => {
	const wrong = read.filter(({ label, verdict }) => label === 'traps' && verdict === 'optOut');
	expect(wrong.map(({ text }) => text)).toEqual([]);
});

it('takes no opt-out for an opt-in, and nothing doubtful for one', () => {
	const wrong = read.filter(
		({ label, verdict }) => verdict === 'optIn' && (label === 'optOut' || label === 'doubtful'),
	);
	expect(wrong.map(({ text }) => text)).toEqual([]);
});

describe('readOptOut', () => {
	it.each<[string, OptOutReading]>([
		['STOP', { verdict: 'optOut', keyword: 'STOP', language: 'en', rule: 'keyword' }],
		['stpo', { verdict: 'optOut', keyword: 'STOP', language: 'en', rule: 'keyword' }],
		[
			'Not for me. Stop, please!',
			{ verdict: 'optOut', keyword: 'STOP', language: 'en', rule: 'sentence' },
		],
		['🛑🛑', { verdict: 'optOut', rule: 'sign' }],
		['🚫', { verdict: 'doubtful', rule: 'sign' }],
		['🔕', { verdict: 'doubtful', rule: 'sign' }],
		['❌🛑', { verdict: 'doubtful', rule: 'sign' }],
		['❌', { verdict: 'doubtful', rule: 'sign' }],
		['please stop texting me', { verdict: 'optOut', language: 'en', rule: 'phrase' }],
		['ne m’écrivez plus', { verdict: 'optOut', language: 'fr', rule: 'phrase' }],
		['stop, no wait, keep sending', { verdict: 'doubtful', rule: 'mixed' }],
		['stop texting me but keep the newsletter coming', { verdict: 'doubtful', rule: 'mixed' }],
		['STOP. Sign me up for the newsletter', { verdict: 'doubtful', rule: 'mixed' }],
		["don't send me messages with the wrong size", { verdict: 'doubtful', rule: 'goods' }],
		[
			"don't send me parcels with no address. Stop texting me",
			{ verdict: 'optOut', language: 'en', rule: 'phrase' },
		],
		['I could live without any of these texts', { verdict: 'doubtful', rule: 'hint' }],
		['vous pouvez me prévenir par sms', { verdict: 'none', rule: 'nothing' }],
		['الغى اشتراكى', { verdict: 'optOut', language: 'ar', rule: 'phrase' }],
		['Red', { verdict: 'doubtful', language: 'tr', rule: 'everyday' }],
		['Alta', { verdict: 'optIn', language: 'es', rule: 'everyday' }],
		['enough', { verdict: 'doubtful', language: 'en', rule: 'vague' }],
		['cancel please', { verdict: 'doubtful', rule: 'loose' }],
		['non-stop flight?', { verdict: 'none', rule: 'nothing' }],
		['', { verdict: 'none', rule: 'nothing' }],
	])('%s', (text, reading) => {
		expect(readOptOut(text)).toEqual(reading);
	});

	it('names the language of the person where several have the phrase', () => {
		expect(readOptOut('revoco consentimiento', ['es']).language).toBe('es');
	});

	it('reads a very long text in no more than its start', () => {
		const text = `${'Dear shop, thank you for the parcel. '.repeat(3000)} stop texting me`;
		expect(readOptOut(text).verdict).toBe('none');
	});
});
