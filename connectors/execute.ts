import type { Clock } from '../core/clock';
import type { Http } from '../core/http';
import { defined } from '../core/json';
import type { CrmConnector, CrmSettings, PlannedRequest, Row, RowOutcome } from './crm';
import { sendOnce } from './sendOnce';

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
	const queue = requests.map(inOrder)[Symbol.iterator]();
	let stop: ((row: Row) => RowOutcome) | undefined;
	const work = async () => {
		for (const lane of queue)
			for (const request of lane) {
				const found = stop ? request.rows.map(stop) : await writeRequest(run, request, 0);
				stop ??= stopFor(found);
				outcomes.push(...found);
			}
	};
	await Promise.all(Array.from({ length: Math.max(1, run.concurrency) }, work));
	return outcomes;
}

/** A request and everything that waits for it. */
function inOrder(request: PlannedRequest): PlannedRequest[] {
	return [request, ...(request.then ?? []).flatMap(inOrder)];
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
		return passing.map((outcome) => ({
			...asDead(outcome, `${outcome.reason}; tried ${attempt + 1} times`),
			category: 'provider',
		}));
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
	for (const request of requests.flatMap(inOrder))
		written.push(...(await writeRequest(run, request, attempt)));
	return written;
}
