import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readOptOut } from '../../core/event/optOut';
import { examples } from '../../scripts/optOutWording/examples';
import type { Example } from '../../scripts/optOutWording/example';
import { learnTable } from '../../scripts/optOutWording/table';
import { labelledPhrases } from '../fixtures/optOutPhrases';

const file = join(__dirname, '..', '..', 'core', 'event', 'optOutWording', 'table.ts');

/** The phrases that the rules were measured with are examples as well; an opt-in is neither. */
const labelled: readonly Example[] = labelledPhrases.flatMap(({ language, part, label, text }) => {
	const isOptOut = label === 'optOut' || label === 'doubtful';
	return label === 'optIn' ? [] : { language, text, isOptOut, group: part };
});

const isOurs = new Set(examples.map(({ text }) => text));
const learnt = learnTable([...examples, ...labelled]);
if (process.env['UPDATE_OPT_OUT_TABLE']) writeFileSync(file, learnt.source);

it('the table is what is learnt from the examples (UPDATE_OPT_OUT_TABLE=1 writes it)', () => {
	expect(readFileSync(file, 'utf8') === learnt.source).toBe(true);
});

describe('examples that the fit had not seen, with nothing of their group', () => {
	const read = learnt.scored.map((example) => {
		const { rule, verdict } = readOptOut(example.text);
		const byRules = rule === 'wording' ? 'none' : verdict;
		return { ...example, byRules, isAlike: example.score >= learnt.threshold };
	});
	const written = read.filter(({ text }) => isOurs.has(text));

	it('become doubtful by their wording: shares by language', () => {
		const rows = [...new Set(written.map(({ language }) => language))].map((language) => {
			const here = written.filter((one) => one.language === language);
			const optOuts = here.filter(({ isOptOut }) => isOptOut);
			const ordinary = here.filter(({ isOptOut }) => !isOptOut);
			const known = optOuts.filter(({ byRules }) => byRules !== 'none');
			const caught = optOuts.filter(({ byRules, isAlike }) => byRules !== 'none' || isAlike);
			const taken = ordinary.filter(({ byRules, isAlike }) => byRules === 'none' && isAlike);
			const doubted = ordinary.filter(({ byRules }) => byRules !== 'none');
			return [
				language,
				...[
					[known, optOuts],
					[caught, optOuts],
					[doubted, ordinary],
					[taken, ordinary],
				].map(([some, all]) => share(some, all)),
			].join('\t');
		});
		process.stdout.write(`${[HEADER, ...rows].join('\n')}\n`);
		const ordinary = read.filter(({ isOptOut }) => !isOptOut);
		const alike = ordinary.filter(({ isAlike }) => isAlike);
		expect(alike.length / ordinary.length).toBeLessThanOrEqual(0.031);
		const missed = written.filter(({ isOptOut, byRules }) => isOptOut && byRules === 'none');
		const found = missed.filter(({ isAlike }) => isAlike);
		expect(found.length / missed.length).toBeGreaterThanOrEqual(0.2);
	});
});

const HEADER = '\topt-outs known to rules, or alike\tordinary in doubt by rules, by wording';

function share(some: readonly object[] = [], all: readonly object[] = []): string {
	return (some.length / all.length).toFixed(2);
}
