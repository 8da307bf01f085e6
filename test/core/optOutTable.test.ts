import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

const learnt = learnTable([...examples, ...labelled]);
if (process.env['UPDATE_OPT_OUT_TABLE']) writeFileSync(file, learnt.source);

it('the table is what is learnt from the examples (UPDATE_OPT_OUT_TABLE=1 writes it)', () => {
	expect(readFileSync(file, 'utf8') === learnt.source).toBe(true);
});
