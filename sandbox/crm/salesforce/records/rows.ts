import { compact } from '../../../json';
import { Refusal } from '../errors';
import type { Org } from '../org';
import type { SfRecord } from '../schema/types';

/** What became of one row of a request. */
export type RowResult =
	{ ok: true; id: string; created?: boolean } | { ok: false; refusal: Refusal };

/** What to do with a row; it throws a Refusal when that cannot be done. */
export type RowWork = () => { record: SfRecord; created?: boolean };

/** Carries out the rows in their order; with `allOrNone`, none of them unless all can be. */
export function runRows(org: Org, works: readonly RowWork[], allOrNone: boolean): RowResult[] {
	const results = org.store.transaction(
		() => works.map(runRow),
		(done) => !allOrNone || done.every(({ ok }) => ok),
	);
	if (!allOrNone || results.every(({ ok }) => ok)) return results;
	return results.map((result) => (result.ok ? { ok: false, refusal: rolledBack } : result));
}

function runRow(work: RowWork): RowResult {
	try {
		const { record, created } = work();
		return { ok: true, id: record.id, ...(created === undefined ? {} : { created }) };
	} catch (error) {
		if (error instanceof Refusal) return { ok: false, refusal: error };
		throw error;
	}
}

const rolledBack = new Refusal(
	'ALL_OR_NONE_OPERATION_ROLLED_BACK',
	'Record rolled back because not all records were valid and the request was using AllOrNone header',
	[],
);

/** A row's result as the answer to a collection has it. */
export function showRow(result: RowResult): object {
	if (result.ok)
		return compact({ id: result.id, success: true, created: result.created, errors: [] });
	const { code, message, fields = [] } = result.refusal;
	return { success: false, errors: [{ statusCode: code, message, fields }] };
}

/** The rows that share their key with another: every copy, not only the later ones. */
export function repeated(keys: readonly (string | undefined)[]): Set<number> {
	const count = new Map<string, number>();
	for (const key of keys) if (key !== undefined) count.set(key, (count.get(key) ?? 0) + 1);
	return new Set(
		keys.flatMap((key, row) => (key !== undefined && (count.get(key) ?? 0) > 1 ? [row] : [])),
	);
}

export const duplicateKey = (field: string, value: string): Refusal =>
	new Refusal('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, [field]);
