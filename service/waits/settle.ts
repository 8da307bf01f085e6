import { ANY, consentFor, USUAL_PURPOSE } from '../../core/consent/applies';
import { statementsOf } from '../ledger/statements';
import type { Sql } from '../store/database';

/**
 * What became of an answer. `late`: the question was over. `over`: the question ends by it, and nobody is to hear of
 * that. `open`: it did not get through, and the wait goes on.
 */
export const outcomes = ['answered', 'late', 'over', 'open'] as const;
type Outcome = (typeof outcomes)[number];

interface Settled {
	wait: string;
	outcome: Outcome;
	/** The event that was the answer, and whose it is. */
	eventId: string;
	phone?: string | undefined;
	agent?: string | undefined;
}

/**
 * Notes what became of an answer. Says whether the person is to hear that it came too late: once a wait, and not
 * for the very event that was the answer, which a provider may tell again, and nobody who opted out.
 */
export async function settleWait(
	sql: Sql,
	{ wait, outcome, eventId, phone, agent }: Settled,
	now: number,
): Promise<boolean> {
	const at = new Date(now).toISOString();
	if (outcome === 'open') {
		await sql.query(OPEN, [wait, eventId]);
		return false;
	}
	const [row] = await sql.query(ends[outcome], [wait, eventId, at]);
	if (outcome !== 'late' || row === undefined) return false;
	return phone === undefined || !(await isOptedOut(sql, phone, agent));
}

/** A late answer is no marketing, and a STOP to marketing is about it all the same. */
async function isOptedOut(sql: Sql, phone: string, agent = ANY): Promise<boolean> {
	const statements = await statementsOf(sql, [phone]);
	const asked = { agent, purpose: USUAL_PURPOSE };
	return consentFor(asked, statements.get(phone) ?? []).state === 'optedOut';
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

const END = `
insert into rcs.wait_ends as ended (wait, told, at) values ($1, true, $3)
on conflict (wait) do update set told = true
returning $2::text`;

const ends = { answered: ANSWERED, late: LATE, over: END };
