import type { Sql } from '../store/database';

/** A raw webhook that is to be handed on. */
export interface WaitingForward {
	id: number;
	connection: string;
	target: string;
	method: string;
	/** As it was called by the provider. */
	url: string;
	headers: Record<string, string>;
	body: Uint8Array;
	/** ISO 8601 in UTC. */
	received_at: string;
	/** How often it was tried. */
	attempts: number;
}

/** The oldest webhook for a target that is not set aside. */
export async function nextForward(
	sql: Sql,
	target: string,
	now: string,
): Promise<WaitingForward | undefined> {
	const [row] = await sql.query<WaitingForward & Record<string, unknown>>(
		`select id, connection, target, method, url, headers, body, received_at, attempts
		from rcs.forwards
		where target = $1 and dead_reason is null and (next_at is null or next_at <= $2)
		order by id limit 1`,
		[target, now],
	);
	return row;
}

/** When the first of those that are set aside is due; nothing, where none waits. */
export async function dueAt(sql: Sql, target: string): Promise<string | undefined> {
	const [row] = await sql.query<{ at: string | null }>(
		'select min(next_at) as at from rcs.forwards where target = $1 and dead_reason is null',
		[target],
	);
	return row?.at ?? undefined;
}

export async function removeForward(sql: Sql, id: number): Promise<void> {
	await sql.query('delete from rcs.forwards where id = $1', [id]);
}

/** Notes that a webhook was not taken. With `nextAt`, others of its target go before it until then. */
export async function noteAttempt(
	sql: Sql,
	{ id }: WaitingForward,
	nextAt: string | undefined,
): Promise<void> {
	await sql.query('update rcs.forwards set attempts = attempts + 1, next_at = $2 where id = $1', [
		id,
		nextAt ?? null,
	]);
}

/** Gives one webhook up, or all for a target that came before a time; gives how many. */
export async function giveUp(
	sql: Sql,
	which: { id: number } | { target: string; receivedBefore: string },
	reason: string,
): Promise<number> {
	const rows =
		'id' in which
			? await sql.query(`${GIVE_UP} id = $2 returning id`, [reason, which.id])
			: await sql.query(`${GIVE_UP} target = $2 and received_at <= $3 returning id`, [
					reason,
					which.target,
					which.receivedBefore,
				]);
	return rows.length;
}

const GIVE_UP = 'update rcs.forwards set dead_reason = $1 where dead_reason is null and';

/** How it goes with a target that did not take what it was sent last. */
export interface TargetTrouble {
	failures: number;
	/** ISO 8601 in UTC: nothing is sent to it before. */
	waitUntil: string;
	reason: string;
}

export async function troubleOf(sql: Sql, target: string): Promise<TargetTrouble | undefined> {
	const [row] = await sql.query<{ failures: number; wait_until: string; reason: string }>(
		'select failures, wait_until, reason from rcs.forward_targets where target = $1',
		[target],
	);
	return row && { failures: row.failures, waitUntil: row.wait_until, reason: row.reason };
}

export async function noteTrouble(
	sql: Sql,
	target: string,
	{ failures, waitUntil, reason }: TargetTrouble,
): Promise<void> {
	await sql.query(
		`insert into rcs.forward_targets (target, failures, wait_until, reason) values ($1, $2, $3, $4)
		on conflict (target) do update set failures = $2, wait_until = $3, reason = $4`,
		[target, failures, waitUntil, reason],
	);
}

export async function endTrouble(sql: Sql, target: string): Promise<void> {
	await sql.query('delete from rcs.forward_targets where target = $1', [target]);
}
