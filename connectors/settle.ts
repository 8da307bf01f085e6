import type { ProviderError } from '../core/errors';
import { tryCrm } from './askCrm';
import type { CrmConnector } from './crm';
import type { PlannedRequest, Row, RowOutcome } from './row';
import type { Settled, Settling } from './settling';
import { type CrmRun, execute, stopAfter } from './execute';
import { givenUp } from './givenUp';
import { LOST_MS } from './waits';

/**
 * Carries out planned requests. Rows that the CRM has no key for come last and are settled before: what
 * of them is there already is asked for, and after a lost answer it is asked again, so that nothing is
 * there twice.
 */
export async function executeSettled(
	run: CrmRun,
	requests: readonly PlannedRequest[],
	before: readonly RowOutcome[] = [],
): Promise<RowOutcome[]> {
	const { settle } = run.crm;
	if (!settle) return execute(run, requests, before);
	const isOnce = ({ rows }: PlannedRequest) => rows.some(({ once }) => once);
	const outcomes = await execute(
		run,
		requests.filter((request) => !isOnce(request)),
		before,
	);
	const rows = requests.filter(isOnce).flatMap((request) => request.rows);
	const stop = stopAfter([...before, ...outcomes]);
	if (stop) return [...outcomes, ...rows.map(stop)];
	return [...outcomes, ...(await writeSettled(run, settle, rows, 0))];
}

type Settle = NonNullable<CrmConnector['settle']>;

async function writeSettled(
	run: CrmRun,
	settle: Settle,
	rows: readonly Row[],
	attempt: number,
): Promise<RowOutcome[]> {
	if (rows.length === 0) return [];
	const settled = await askUntilSettled(run, settle(rows, run.settings));
	if ('error' in settled) return rows.map((row) => unasked(row, settled.error, attempt));
	const written = await execute(run, run.crm.pack(settled.rows, run.settings));
	const outcomes = [...settled.outcomes, ...written];
	const lost = new Set(
		outcomes.flatMap(({ status, row }) => (status === 'unknown' ? row.key : [])),
	);
	if (lost.size === 0 || attempt >= run.retries) return outcomes;
	await run.clock.wait(LOST_MS * 2 ** attempt);
	const again = rows.filter(({ key }) => lost.has(key));
	return [
		...outcomes.filter(({ row }) => !lost.has(row.key)),
		...(await writeSettled(run, settle, again, attempt + 1)),
	];
}

async function askUntilSettled(
	run: CrmRun,
	first: Settling,
): Promise<Settled | { error: ProviderError }> {
	let at = first;
	while ('ask' in at) {
		const { ask, check } = at;
		const asked = await tryCrm(run, ask, (response) => {
			check(response);
			return response;
		});
		const refused = asked.find(({ ok }) => !ok);
		if (refused && !refused.ok) return { error: refused.error };
		at = at.then(asked.flatMap((answer) => (answer.ok ? [answer.value] : [])));
	}
	return at;
}

/** Without knowing what is there, nothing is written; of an earlier attempt nobody knows. */
function unasked(row: Row, error: ProviderError, attempt: number): RowOutcome {
	return attempt > 0 ? { row, status: 'unknown', reason: error.message } : givenUp(row, error);
}
