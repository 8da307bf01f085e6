import type { Clock } from '../core/clock';
import type { Http } from '../core/http';
import { defined } from '../core/json';
import type { CrmConnector, CrmSettings } from './crm';
import type { PlannedRequest, Row, RowOutcome } from './row';
import { sendOnce } from './sendOnce';
import { MOST_WAIT_MS } from './waits';

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
 * Once the access ended or the day's calls are used up, what is left is not tried; `before` are the
 * outcomes of what was tried already.
 */
export async function execute(
	run: CrmRun,
	requests: readonly PlannedRequest[],
	before: readonly RowOutcome[] = [],
): Promise<RowOutcome[]> {
	const outcomes: RowOutcome[] = [];
	const queue = requests.map(inOrder)[Symbol.iterator]();
	const writing: Writing = { ...run, stop: stopAfter(before) };
	const work = async () => {
		for (const lane of queue)
			for (const request of lane) outcomes.push(...(await writeRequest(writing, request, 0)));
	};
	await Promise.all(Array.from({ length: Math.max(1, run.concurrency) }, work));
	return outcomes;
}

/** A run under way, and what every row that is left ends with. */
interface Writing extends CrmRun {
	stop: ((row: Row) => RowOutcome) | undefined;
}

/** A request and everything that waits for it. */
function inOrder(request: PlannedRequest): PlannedRequest[] {
	return [request, ...(request.then ?? []).flatMap(inOrder)];
}

/** How the rows that follow would end, where all of them would end in the same way. */
export function stopAfter(outcomes: readonly RowOutcome[]): ((row: Row) => RowOutcome) | undefined {
	const end = outcomes.find(({ status }) => status === 'reauth' || status === 'park');
	return end && ((row) => ({ ...end, row }));
}

async function writeRequest(
	run: Writing,
	request: PlannedRequest,
	attempt: number,
): Promise<RowOutcome[]> {
	if (run.stop) return request.rows.map(run.stop);
	const outcomes = await sendOnce(run, request);
	run.stop ??= stopAfter(outcomes);
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
	run: Writing,
	refused: readonly Retry[],
	attempt: number,
): Promise<RowOutcome[]> {
	if (refused.length === 0) return [];
	const [only, ...others] = refused;
	if (only && others.length === 0) return [asDead(only, only.reason)];
	const written = [];
	for (const half of halvesOf(refused)) written.push(...(await writeRows(run, half, attempt)));
	return written;
}

/** Those that are likely bad and the others, where the CRM gave a hint; else the halves. */
function halvesOf(refused: readonly Retry[]): Retry[][] {
	const likely = refused.filter((one) => one.likely === true);
	if (likely.length > 0 && likely.length < refused.length)
		return [likely, refused.filter((one) => one.likely !== true)];
	const middle = Math.ceil(refused.length / 2);
	return [refused.slice(0, middle), refused.slice(middle)];
}

function asDead({ row, code }: Retry, reason: string): RowOutcome {
	return { row, status: 'dead', reason, ...defined({ code }) };
}

async function writeAgain(
	run: Writing,
	passing: readonly Retry[],
	attempt: number,
): Promise<RowOutcome[]> {
	if (passing.length === 0) return [];
	if (attempt >= run.retries)
		return passing.map((outcome) => ({
			...asDead(outcome, `${outcome.reason}; tried ${attempt + 1} times`),
			category: 'provider',
		}));
	await run.clock.wait(Math.max(...passing.map((outcome) => waitBefore(outcome, attempt))));
	return writeRows(run, passing, attempt + 1);
}

/** What the CRM asked for is enough; other waits grow. */
function waitBefore({ afterMs, told }: Retry, attempt: number): number {
	return told ? afterMs : Math.min(afterMs * 2 ** attempt, MOST_WAIT_MS);
}

async function writeRows(
	run: Writing,
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
