import type { CrmSettings } from '../crm';
import type { PlannedRequest, Row } from '../row';
import { bulkPlan } from './bulk';
import { compositePlan } from './collections';
import { saysClear } from './csv';
import { familiesOf, type Family } from './families';
import { salesforceOptions } from './settings';

/** Above this Salesforce wants a bulk job, and one costs fewer calls. */
export const BULK_ABOVE = 10_000;

/** Up to here rows that have to be written again fit into one composite, where a job takes six calls. */
const AGAIN_IN_BULK_ABOVE = 1000;

/** Rows that are written again: a few of them are no job. */
export function packAgain(rows: readonly Row[], settings: CrmSettings): PlannedRequest[] {
	if (rows.length > AGAIN_IN_BULK_ABOVE) return pack(rows, settings);
	return compositePlan(familiesOf(rows), settings);
}

/**
 * As few requests as there may be. No parent is in two of them, and those of the same parent are in the
 * order of the rows. In bulk, opt-outs and texts a CSV cannot say go ahead by composite.
 */
export function pack(rows: readonly Row[], settings: CrmSettings): PlannedRequest[] {
	const { mode } = salesforceOptions(settings);
	const families = familiesOf(rows);
	const inBulk = mode === 'bulk' || (mode === 'auto' && rows.length > BULK_ABOVE);
	if (!inBulk) return compositePlan(families, settings);
	const ahead = ({ urgent, rows: own }: Family) => urgent || own.some(saysClear);
	const later = families.filter((family) => !ahead(family)).flatMap(({ rows: own }) => own);
	return [...compositePlan(families.filter(ahead), settings), ...bulkPlan(later, settings)];
}
