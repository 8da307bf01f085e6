import { readOptOut } from '../../core/event/optOut';
import unseen from '../fixtures/unseenPhrases.json';

/**
 * Written by somebody who saw neither the rules nor the examples, and read once before anything was changed for it.
 * It is never to learn from: that would make its figures worthless.
 */
const read = Object.entries(unseen).flatMap(([language, { optOut, ordinary }]) => [
	...optOut.map((text) => ({ language, text, isOptOut: true, ...readOptOut(text) })),
	...ordinary.map((text) => ({ language, text, isOptOut: false, ...readOptOut(text) })),
]);
const optOuts = read.filter(({ isOptOut }) => isOptOut);
const ordinary = read.filter(({ isOptOut }) => !isOptOut);

/** What was caught, as an opt-out or as a possible one, when it was first read. */
const caughtAtFirst: Readonly<Record<keyof typeof unseen, number>> = {
	...{ ar: 0.67, de: 0.76, en: 0.9, es: 0.8, fr: 0.73, hi: 0.62 },
	...{ it: 0.82, nl: 0.82, pl: 0.82, pt: 0.72, sv: 0.75, tr: 0.6 },
};

it.each(Object.entries(caughtAtFirst))(
	'opt-outs in %s: no fewer than %d are caught',
	(language, floor) => {
		const here = optOuts.filter((one) => one.language === language);
		const caught = here.filter(({ verdict }) => verdict === 'optOut' || verdict === 'doubtful');
		expect(caught.length / here.length).toBeGreaterThanOrEqual(floor);
	},
);

it('what only its wording gives away is many of those that no rule knows', () => {
	const unknown = optOuts.filter(({ rule }) => rule === 'wording' || rule === 'nothing');
	const alike = unknown.filter(({ rule }) => rule === 'wording');
	expect(alike.length / unknown.length).toBeGreaterThanOrEqual(0.42);
});

it('takes no ordinary message for an opt-out, and few for a possible one', () => {
	expect(ordinary.filter(({ verdict }) => verdict === 'optOut').map(({ text }) => text)).toEqual(
		[],
	);
	const doubtful = ordinary.filter(({ verdict }) => verdict === 'doubtful');
	expect(doubtful.length / ordinary.length).toBeLessThanOrEqual(0.035);
	const alike = ordinary.filter(({ rule }) => rule === 'wording');
	expect(alike.length / ordinary.length).toBeLessThanOrEqual(0.015);
});
