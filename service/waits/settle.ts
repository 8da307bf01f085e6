import type { Sql } from '../store/database';

/** What became of an answer; `open`: it did not get through, and the wait goes on. */
export const outcomes = ['answered', 'late', 'open'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * Notes what became of an answer. Says whether the person is to hear that it came too late: once a wait, and not
 * for the very event that was the answer, which a provider may tell again.
 */
export async function settleWait(
	sql: Sql,
	{ wait, eventId, outcome }: { wait: string; eventId: string; outcome: Outcome },
	now: number,
): Promise<boolean> {
	const at = new Date(now).toISOString();
	if (outcome === 'open') {
		await sql.query(OPEN, [wait, eventId]);
		return false;
	}
	const [row] = await sql.query(outcome === 'answered' ? ANSWERED : LATE, [wait, eventId, at]);
	return outcome === 'late' && row !== undefined;
}

const OPEN =
	'update rcs.waits set claimed_by = null, claimed_at = null where wait = $1 and claimed_by = $2';

const ANSWERED = `
insert into rcs.wait_ends as ended (wait, answered_by, told, at) values ($1, $2, false, $3)
on conflict (wait) do update set answered_by = coalesce(ended.answered_by, excluded.answered_by)
returning 1`;

const LATE = `
insert into rcs.wait_ends as ended (wait, told, at) values ($1, true, $3)
on conflict (wait) do update set told = true
	where not ended.told and ended.answered_by is distinct from $2
returning 1`;
