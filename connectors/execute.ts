import type { Clock } from '../core/clock';
import { RcsError } from '../core/errors';
import { type Http, neverSent } from '../core/http';
import { defined } from '../core/json';
import type { CrmConnector, CrmSettings, PlannedRequest, Row, RowOutcome } from './crm';

export interface CrmRun {
	crm: CrmConnector;
	http: Http;
	settings: CrmSettings;
	clock: Clock;
	/** The most requests in flight at once. */
	concurrency: number;
	/** How often a row is written again. */
	retries: number;
}

type Retry = Extract<RowOutcome, { status: 'retry' }>;

/**
 * Carries out planned requests: urgent ones first, a row again when the CRM asks for it, a refused
 * batch in halves until the one bad row is alone. Every row has one outcome at the end. Writes are
 * idempotent, so a request whose answer was lost is repeated, except for rows that must not be.
 *
 * Once the access ended or the day's calls are used up, what is left is not tried.
 */
export async function execute(
	run: CrmRun,
	requests: readonly PlannedRequest[],
): Promise<RowOutcome[]> {
	const outcomes: RowOutcome[] = [];
	const queue = requests[Symbol.iterator]();
	let stop: ((row: Row) => RowOutcome) | undefined;
	const work = async () => {
		for (const request of queue) {
			const found = stop ? request.rows.map(stop) : await writeRequest(run, request, 0);
			stop ??= stopFor(found);
			outcomes.push(...found);
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, run.concurrency) }, work));
	return outcomes;
}

/** Why the requests that follow would end in the same way. */
function stopFor(outcomes: readonly RowOutcome[]): ((row: Row) => RowOutcome) | undefined {
	const end = outcomes.find(({ status }) => status === 'reauth' || status === 'park');
	return end && ((row) => ({ ...end, row }));
}

async function writeRequest(
	run: CrmRun,
	request: PlannedRequest,
	attempt: number,
): Promise<RowOutcome[]> {
	const outcomes = await sendOnce(run, request);
	const again = outcomes.filter((outcome): outcome is Retry => outcome.status === 'retry');
	if (again.length === 0) return outcomes;
	const final = outcomes.filter(({ status }) => status !== 'retry');
	const refused = again.filter(({ alone }) => alone === true);
	const passing = again.filter(({ alone }) => alone !== true);
	return [
		...final,
		...(await writeHalves(run, refused, attempt)),
		...(await writeAgain(run, passing, attempt)),
	];
}

async function sendOnce(
	{ crm, http, settings }: CrmRun,
	request: PlannedRequest,
): Promise<RowOutcome[]> {
	try {
		return crm.read(request, await http(request), settings);
	} catch (error) {
		if (!(error instanceof RcsError)) throw error;
		const { message: reason, retryAfterMs: afterMs = LOST_MS, code } = error.detail;
		return request.rows.map((row) =>
			row.once && !neverSent(code)
				? { row, status: 'unknown', reason }
				: { row, status: 'retry', afterMs, reason },
		);
	}
}

/** A bad row spoils the whole request of some CRMs: the halves without it go through. */
async function writeHalves(
	run: CrmRun,
	refused: readonly Retry[],
	attempt: number,
): Promise<RowOutcome[]> {
	if (refused.length === 0) return [];
	const [only, ...others] = refused;
	if (only && others.length === 0) return [asDead(only, only.reason)];
	const middle = Math.ceil(refused.length / 2);
	const halves = [refused.slice(0, middle), refused.slice(middle)];
	const written = [];
	for (const half of halves) written.push(...(await writeRows(run, half, attempt)));
	return written;
}

function asDead({ row, code }: Retry, reason: string): RowOutcome {
	return { row, status: 'dead', reason, ...defined({ code }) };
}

async function writeAgain(
	run: CrmRun,
	passing: readonly Retry[],
	attempt: number,
): Promise<RowOutcome[]> {
	if (passing.length === 0) return [];
	if (attempt >= run.retries)
		return passing.map((outcome) =>
			asDead(outcome, `${outcome.reason}; tried ${attempt + 1} times`),
		);
	await run.clock.wait(Math.max(...passing.map(({ afterMs }) => afterMs)) * 2 ** attempt);
	return writeRows(run, passing, attempt + 1);
}

async function writeRows(
	run: CrmRun,
	outcomes: readonly RowOutcome[],
	attempt: number,
): Promise<RowOutcome[]> {
	const requests = run.crm.pack(
		outcomes.map(({ row }) => row),
		run.settings,
	);
	const written = [];
	for (const request of requests) written.push(...(await writeRequest(run, request, attempt)));
	return written;
}

/** How long to wait after a connection that ended without an answer. */
const LOST_MS = 1000;
