import { defined } from '../../core/json';
import type { Queues } from '../queue';
import type { Database, Sql } from '../store/database';

/** What is not handed on yet, as the page shows it. Times are ISO 8601 in UTC. */
export interface ForwardReview {
	targets: TargetReview[];
	givenUp: { count: number; items: GivenUp[]; next?: number };
}

interface TargetReview {
	/** Without its query, which may hold a secret. */
	target: string;
	waiting: number;
	oldestAt: string;
	/** Absent: the target takes what it is sent. */
	trouble?: { failures: number; waitUntil: string; reason: string };
}

interface GivenUp {
	id: number;
	connection: string;
	target: string;
	receivedAt: string;
	attempts: number;
	reason: string;
}

/** How many that were given up are shown at one time. */
const PAGE = 100;

/** The newest that were given up come first; `before` is the `next` of the page before. */
export function reviewForwards(database: Database, before?: number): Promise<ForwardReview> {
	return database.snapshot((sql) => review(sql, before));
}

async function review(sql: Sql, before: number | undefined): Promise<ForwardReview> {
	const targets = await sql.query<WaitingRow>(WAITING);
	const items = await sql.query<GivenUpRow>(GIVEN_UP, [before ?? null, PAGE + 1]);
	const [count] = await sql.query<{ count: number }>(
		'select count(*) as count from rcs.forwards where dead_reason is not null',
	);
	const shown = items.slice(0, PAGE);
	return {
		targets: targets.map(targetReview),
		givenUp: {
			count: count?.count ?? 0,
			items: shown.map(givenUp),
			...defined({ next: items.length > PAGE ? shown.at(-1)?.id : undefined }),
		},
	};
}

interface WaitingRow extends Record<string, unknown> {
	target: string;
	waiting: number;
	oldest: string;
	failures: number | null;
	wait_until: string | null;
	reason: string | null;
}

const WAITING = `
select f.target, count(*) as waiting, min(f.received_at) as oldest, t.failures, t.wait_until, t.reason
from rcs.forwards f left join rcs.forward_targets t on t.target = f.target
where f.dead_reason is null
group by f.target, t.failures, t.wait_until, t.reason
order by f.target`;

function targetReview(row: WaitingRow): TargetReview {
	const { target, waiting, oldest: oldestAt, failures, wait_until: waitUntil, reason } = row;
	const trouble =
		failures === null || waitUntil === null || reason === null
			? undefined
			: { failures, waitUntil, reason };
	return { target: shown(target), waiting, oldestAt, ...defined({ trouble }) };
}

interface GivenUpRow extends Record<string, unknown> {
	id: number;
	connection: string;
	target: string;
	received_at: string;
	attempts: number;
	dead_reason: string;
}

const GIVEN_UP = `
select id, connection, target, received_at, attempts, dead_reason from rcs.forwards
where dead_reason is not null and ($1::bigint is null or id < $1)
order by id desc limit $2`;

function givenUp({ received_at: receivedAt, dead_reason: reason, ...row }: GivenUpRow): GivenUp {
	return { ...row, target: shown(row.target), receivedAt, reason };
}

function shown(target: string): string {
	const { origin, pathname } = new URL(target);
	return `${origin}${pathname}`;
}

/** Some that were given up, by their ids, or all. */
export type WhichForwards = { ids: readonly number[] } | { all: true };

/** Has webhooks that were given up tried again at once, and gives how many. */
export async function replayForwards(
	database: Database,
	queues: Queues,
	which: WhichForwards,
): Promise<number> {
	return database.transaction(async (sql) => {
		const rows = await sql.query<{ target: string }>(
			`update rcs.forwards set dead_reason = null, attempts = 0, next_at = null
			where dead_reason is not null and ${CHOSEN} returning target`,
			[idsOf(which)],
		);
		const targets = [...new Set(rows.map(({ target }) => target))].toSorted();
		await sql.query('delete from rcs.forward_targets where target = any($1)', [targets]);
		for (const target of targets)
			await queues.hurry('forward', { target }, { key: target, within: sql });
		return rows.length;
	});
}

/** Deletes webhooks that were given up, and gives how many. */
export async function discardForwards(sql: Sql, which: WhichForwards): Promise<number> {
	const rows = await sql.query(
		`delete from rcs.forwards where dead_reason is not null and ${CHOSEN} returning id`,
		[idsOf(which)],
	);
	return rows.length;
}

const CHOSEN = '($1::bigint[] is null or id = any($1))';

function idsOf(which: WhichForwards): readonly number[] | null {
	return 'ids' in which ? which.ids : null;
}
