import type { CrmAccount } from '../config/crmAccounts';
import type { Service } from '../service';
import type { Sql } from '../store/database';
import { budgetOf } from './budget';
import type { CrmProblem } from './checkCrm';
import { type CrmState, stateOf } from './crmState';

/** How it goes with a CRM, as the page shows it. Times are ISO 8601 in UTC. */
export interface CrmHealth {
	connection: string;
	/** Its name. */
	crm: string;
	/** Why nothing is written; null: nothing is in the way. */
	paused: CrmState['paused'];
	pausedUntil: string | null;
	/** In the words of the CRM. */
	reason: string | null;
	advice: string | null;
	/** How long the oldest waits. */
	lagSeconds: number;
	/** Contacts that wait to be written, how many of them with opt-outs, and how many cannot be written. */
	waiting: number;
	urgent: number;
	dead: number;
	/** Ours on this day, and how many may be made; of everybody's, what the CRM said last. */
	calls: { today: number; budget?: number; left?: number; of?: number };
	lastSuccessAt: string | null;
	lastFailureAt: string | null;
	checkedAt: string | null;
	problems: CrmProblem[];
}

/** How it goes with each CRM of the configuration. */
export function crmHealth({
	store,
	crms,
	clock,
}: Pick<Service, 'store' | 'crms' | 'clock'>): Promise<CrmHealth[]> {
	return store.snapshot(async (sql) => {
		const all: CrmHealth[] = [];
		for (const account of crms.values()) all.push(await healthOf(sql, account, clock.now()));
		return all;
	});
}

async function healthOf(sql: Sql, account: CrmAccount, now: number): Promise<CrmHealth> {
	const { connection, crm, sync } = account;
	const state = await stateOf(sql, connection);
	const budget = budgetOf(account, state, now);
	const { dailyCalls } = sync;
	return {
		...{ connection, crm: crm.displayName },
		...{ paused: state.paused, pausedUntil: state.paused_until },
		...{ reason: state.reason, advice: state.advice },
		...(await backlog(sql, connection)),
		calls: {
			today: budget.made,
			...(dailyCalls === undefined ? {} : { budget: dailyCalls }),
			...state.calls_told,
		},
		lastSuccessAt: state.last_success_at,
		lastFailureAt: state.last_failure_at,
		...(await problemsOf(sql, connection)),
	};
}

type Backlog = Pick<CrmHealth, 'lagSeconds' | 'waiting' | 'urgent' | 'dead'>;

async function backlog(sql: Sql, connection: string): Promise<Backlog> {
	const [row] = await sql.query<Backlog & Record<string, unknown>>(
		`select count(distinct phone) as waiting, (count(distinct phone) filter (where urgent)) as urgent,
			coalesce(greatest(0, extract(epoch from now() - min(added_at))), 0)::int as "lagSeconds",
			(select count(*) from rcs.dead_letters where connection = $1) as dead
		from rcs.outbox where connection = $1 and not dead`,
		[connection],
	);
	return row ?? { lagSeconds: 0, waiting: 0, urgent: 0, dead: 0 };
}

interface ProblemRow extends Record<string, unknown> {
	checked_at: string | null;
	check_report: { problems: CrmProblem[] } | null;
	poll_failure: Failure | null;
	stream: (Partial<Failure> & { state: string }) | null;
}

interface Failure {
	reason: string;
	advice: string;
}

/** So many records with problems of their own are shown. */
const MOST_RECORDS = 20;

/** What the last check found, what keeps consent from being read, and records whose consent cannot be told. */
async function problemsOf(
	sql: Sql,
	connection: string,
): Promise<Pick<CrmHealth, 'checkedAt' | 'problems'>> {
	const [row] = await sql.query<ProblemRow>(
		'select checked_at, check_report, poll_failure, stream from rcs.crm_state where connection = $1',
		[connection],
	);
	const records = await sql.query<CrmProblem & Record<string, unknown>>(
		`select object || ' ' || id || ': ' || problem as problem, advice from rcs.crm_problems
		where connection = $1 order by at desc limit ${MOST_RECORDS}`,
		[connection],
	);
	const reading = [row?.poll_failure, row?.stream].flatMap((failure): CrmProblem[] => {
		const { reason: problem, advice } = failure ?? {};
		return problem !== undefined && advice !== undefined ? [{ problem, advice }] : [];
	});
	return {
		checkedAt: row?.checked_at ?? null,
		problems: [...(row?.check_report?.problems ?? []), ...reading, ...records],
	};
}
