import { randomUUID } from 'node:crypto';
import type { Sql } from './database';

/** Whoever does not say for so long that it goes on has ended. */
const SECONDS = 15;
const RENEW_MS = 5000;

/**
 * Does what only one process may do at a time, over all processes that share the database. `lost` tells
 * when another one has taken over, because this one did not say for too long that it goes on. Gives
 * whether it was done: another process may be at it.
 */
export async function underLease(
	sql: Sql,
	name: string,
	work: (lost: AbortSignal) => Promise<void>,
): Promise<boolean> {
	const holder = randomUUID();
	if (!(await take(sql, name, holder))) return false;
	const losing = new AbortController();
	const renew = () =>
		take(sql, name, holder).then(
			(held) => held || losing.abort(),
			// A database that cannot be asked right now may be back before the lease has ended.
			() => undefined,
		);
	const timer = setInterval(() => void renew(), RENEW_MS);
	try {
		await work(losing.signal);
		return true;
	} finally {
		clearInterval(timer);
		await sql.query('delete from rcs.leases where name = $1 and holder = $2', [name, holder]);
	}
}

/** Takes or renews it. */
async function take(sql: Sql, name: string, holder: string): Promise<boolean> {
	const rows = await sql.query(
		`insert into rcs.leases (name, holder, until) values ($1, $2, now() + make_interval(secs => $3))
		on conflict (name) do update set holder = excluded.holder, until = excluded.until
		where leases.holder = excluded.holder or leases.until < now()
		returning name`,
		[name, holder, SECONDS],
	);
	return rows.length > 0;
}

/** Ends what a process before this one held. Embedded, no other process can be at work. */
export async function endLeases(sql: Sql): Promise<void> {
	await sql.query('delete from rcs.leases');
}
