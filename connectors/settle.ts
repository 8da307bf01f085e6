import { askAll, type Asked } from '../core/askAll';
import type { ProviderError } from '../core/errors';
import type { HttpRequest, HttpResponse } from '../core/http';
import { defined } from '../core/json';
import type {
	CrmConnector,
	PlannedRequest,
	Row,
	RowOutcome,
	Settled,
	Settling,
	SettlingQuestions,
} from './crm';
import { type CrmRun, execute, stopAfter } from './execute';

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
		const asked = await askEach(run, at);
		const refused = asked.find(({ ok }) => !ok);
		if (refused && !refused.ok) return { error: refused.error };
		at = at.then(asked.flatMap((answer) => (answer.ok ? [answer.value] : [])));
	}
	return at;
}

function askEach(
	{ http, clock, concurrency, retries }: CrmRun,
	{ ask, check }: SettlingQuestions,
): Promise<Asked<HttpResponse>[]> {
	const askOne = async (request: HttpRequest) => {
		const response = await http(request);
		check(response);
		return response;
	};
	return askAll(ask, askOne, { concurrency, retries }, clock);
}

/** Without knowing what is there, nothing is written; of an earlier attempt nobody knows. */
function unasked(row: Row, error: ProviderError, attempt: number): RowOutcome {
	const { category, code, advice, message: reason, retryAfterMs: afterMs = LOST_MS } = error;
	if (attempt > 0) return { row, status: 'unknown', reason };
	if (category === 'auth') return { row, status: 'reauth', reason };
	if (category === 'rateLimit') return { row, status: 'park', afterMs, reason };
	return { row, status: 'dead', reason, category, ...defined({ code, advice }) };
}

/** How long to wait after a lost answer before asking what became of it. */
const LOST_MS = 1000;
