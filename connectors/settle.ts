import type { ProviderError } from '../core/errors';
import { tryCrm } from './askCrm';
import type { CrmConnector } from './crm';
import type { PlannedRequest, Row, RowOutcome } from './row';
import type { Settled, Settling } from './settling';
import { type CrmRun, execute, stopAfter } from './execute';
import { givenUp } from './givenUp';
import { LOST_MS } from './waits';

/** How often it is looked what others wrote at the same moment: each time only rows that met some are left. */
const MOST_REVIEWS = 20;

/**
 * Carries out planned requests. Rows that the CRM has no key for come last and are settled before: what
 * of them is there already is asked for, and after a lost answer it is asked again, so that nothing is
 * there twice. Once they are written it is asked what others wrote meanwhile, so that nothing is lost.
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
	if ('error' in settled) return rows.map((row) => unasked(row, settled.error, attempt > 0));
	const outcomes = await writeAndReview(run, settled, 0);
	const open = new Set(outcomes.flatMap((outcome) => (isOpen(outcome) ? outcome.row.key : [])));
	if (open.size === 0 || attempt >= run.retries) return outcomes;
	await run.clock.wait(LOST_MS * 2 ** attempt);
	const again = rows.filter(({ key }) => open.has(key));
	return [
		...outcomes.filter(({ row }) => !open.has(row.key)),
		...(await writeSettled(run, settle, again, attempt + 1)),
	];
}

/** Nobody knows whether it was written, or what it was to be added to is gone. */
function isOpen({ status, row }: RowOutcome): boolean {
	return status === 'unknown' || (status === 'unmatched' && !row.once);
}

async function writeAndReview(
	run: CrmRun,
	{ rows, outcomes, review }: Settled,
	round: number,
): Promise<RowOutcome[]> {
	const written = await execute(run, run.crm.pack(rows, run.settings));
	const done = written.flatMap(({ status, row }) => (status === 'done' ? row : []));
	if (!review || done.length === 0) return [...outcomes, ...written];
	const others = [...outcomes, ...written.filter(({ status }) => status !== 'done')];
	return [...others, ...(await reviewed(run, review(done), done, round))];
}

async function reviewed(
	run: CrmRun,
	review: Settling,
	written: readonly Row[],
	round: number,
): Promise<RowOutcome[]> {
	const settled = await askUntilSettled(run, review);
	if ('error' in settled) return written.map((row) => unasked(row, settled.error, true));
	if (round < MOST_REVIEWS) return writeAndReview(run, settled, round + 1);
	const reason = 'Others write the same record all the time';
	return [
		...settled.outcomes,
		...settled.rows.map((row): RowOutcome => ({ row, status: 'unknown', reason })),
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

/** Without knowing what is there, nothing is written; what was written may be there or not. */
function unasked(row: Row, error: ProviderError, isWritten: boolean): RowOutcome {
	const outcome = givenUp(row, error);
	if (!isWritten || outcome.status !== 'dead') return outcome;
	return { row, status: 'unknown', reason: error.message };
}
