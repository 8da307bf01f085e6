import { UNREAD } from '../ingest/unread';
import type { Sql } from '../store/database';
import { mentions } from './mentions';
import { tracesOf } from './traces';

/** So many at one time. */
const PAGE = 200;

/**
 * Webhooks that nobody could read have no person: those that hold the number go. The database finds which have
 * its digits; that it is this number and not a part of another one is looked at here. Gives how many there were.
 */
export async function forgetUnread(sql: Sql, phone: string): Promise<number> {
	const traces = tracesOf(phone).map((trace) => trace.toString());
	let forgotten = 0;
	let after = 0;
	for (;;) {
		const page = await sql.query<{ seq: number; body: string }>(CANDIDATES, [traces, after]);
		const theirs = page.filter(({ body }) => mentions(body, phone)).map(({ seq }) => seq);
		await sql.query('delete from rcs.events where seq = any($1)', [theirs]);
		forgotten += theirs.length;
		const last = page.at(-1);
		if (!last || page.length < PAGE) return forgotten;
		after = last.seq;
	}
}

const CANDIDATES = `
select seq, event->>'raw' as body from rcs.events
where ${UNREAD} and seq > $2
	and exists (select from unnest($1::text[]) as trace where position(trace in event->>'raw') > 0)
order by seq limit ${PAGE}`;
