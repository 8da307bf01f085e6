import type { Database, Sql } from '../store/database';
import { toJson } from '../store/jsonRows';

/** A question that somebody was asked, and where the answer goes. */
export interface Wait {
	wait: string;
	provider: string;
	phone: string;
	agent?: string | undefined;
	path: string;
	/** ISO 8601. Absent: until somebody answers. */
	until?: string | undefined;
	/** Absent: every text is an answer. */
	words?: readonly string[] | undefined;
	/** What the message that asks is called: by us, and by the provider. */
	messageIds?: readonly string[] | undefined;
}

/**
 * What a person wrote, as a word; without one, they opted out of everything they were asked. With ids of a message it is
 * that one question which did not arrive.
 */
export interface Written {
	provider: string;
	phone: string;
	agent?: string | undefined;
	word?: string | undefined;
	/** Only a question that has this very word among its words takes it. */
	isNamed?: boolean | undefined;
	messageIds?: readonly string[] | undefined;
	eventId: string;
}

/**
 * `closed`: the question is over. `taken`: this very event was the answer. `underWay`: somebody who heard of the same
 * event is handing it over.
 */
export type Claim =
	| { outcome: 'none' }
	| { outcome: 'taken' }
	| { outcome: 'underWay' }
	| { outcome: 'claimed'; wait: string; path: string }
	| { outcome: 'closed'; wait: string };

/** Notes a question; the same one again stays as it is. */
export async function addWait(sql: Sql, wait: Wait, now: number): Promise<void> {
	const { agent = null, until = null, words, messageIds = [] } = wait;
	await sql.query(
		`insert into rcs.waits (wait, provider, phone, agent, path, until, words, added_at, message_ids)
		values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9) on conflict (wait) do nothing`,
		[
			...[wait.wait, wait.provider, wait.phone, agent, wait.path, until],
			words === undefined ? null : toJson(words),
			iso(now),
			messageIds,
		],
	);
}

/** Gives the latest open question that a text answers to one caller alone, over all processes. */
export async function claimWait(store: Database, written: Written, now: number): Promise<Claim> {
	const { provider, phone, agent = null, word = null, isNamed = false, eventId } = written;
	const about = [phone, provider, agent, word, iso(now), isNamed];
	const messageIds = written.messageIds ?? null;
	const before = word === null ? undefined : await heardBefore(store, phone, eventId, now);
	if (before) return { outcome: before };
	const [open] = await store.query<{ wait: string; path: string }>(CLAIM, [
		...about,
		...[eventId, messageIds],
	]);
	if (open) return { outcome: 'claimed', ...open };
	if (word === null) return { outcome: 'none' };
	// Whoever asked at the same moment may just have got the question.
	const meanwhile = await heardBefore(store, phone, eventId, now);
	if (meanwhile) return { outcome: meanwhile };
	const [closed] = await store.query<{ wait: string }>(CLOSED, about);
	return closed ? { outcome: 'closed', ...closed } : { outcome: 'none' };
}

/** Several processes may hear of the same event. An opt-out ends many questions, and is not asked for. */
async function heardBefore(
	sql: Sql,
	phone: string,
	eventId: string,
	now: number,
): Promise<'taken' | 'underWay' | undefined> {
	const [row] = await sql.query<{ taken: boolean }>(HEARD, [phone, eventId, iso(now)]);
	return row && (row.taken ? 'taken' : 'underWay');
}

/** Whether a question is answered, or its time over. */
export async function isOver(sql: Sql, wait: string, now: number): Promise<boolean> {
	return (await sql.query(OVER, [wait, iso(now)])).length > 0;
}

/** Whoever claimed a question and did not say what became of it may have ended: then it is open again. */
const CLAIM_SECONDS = 30;

const ASKED = `asked.phone = $1 and asked.provider = $2
	and (asked.agent is null or $3::text is null or asked.agent = $3)
	and ($4::text is null or (asked.words is null and not $6::boolean) or asked.words ? $4)`;

const HEARD = `
select ended.answered_by is not null as taken
from rcs.waits as asked left join rcs.wait_ends as ended on ended.wait = asked.wait
where asked.phone = $1 and (ended.answered_by = $2 or (ended.wait is null and asked.claimed_by = $2
	and asked.claimed_at >= $3::timestamptz - interval '${CLAIM_SECONDS} seconds'))
order by taken desc limit 1`;

const OVER = `
select 1 from rcs.wait_ends where wait = $1
union all select 1 from rcs.waits where wait = $1 and until <= $2`;

const OPEN = `(asked.until is null or asked.until > $5)
	and (asked.claimed_at is null or asked.claimed_at < $5::timestamptz - interval '${CLAIM_SECONDS} seconds')
	and not exists (select 1 from rcs.wait_ends as ended where ended.wait = asked.wait)`;

/** Whether a question is open that a text is an answer to. */
export async function isOpenFor(sql: Sql, written: Written, now: number): Promise<boolean> {
	const { provider, phone, agent = null, word = null, isNamed = false } = written;
	const about = [phone, provider, agent, word, iso(now), isNamed];
	const rows = await sql.query(
		`select 1 from rcs.waits as asked where ${ASKED} and ${OPEN} limit 1`,
		about,
	);
	return rows.length > 0;
}

/** Whoever waits for the row of another claim finds it claimed. */
const CLAIM = `
with open as (
	select asked.wait from rcs.waits as asked
	where ${ASKED} and ${OPEN} and ($8::text[] is null or asked.message_ids && $8)
	order by asked.seq desc limit 1
	for update
)
update rcs.waits as claim set claimed_by = $7, claimed_at = $5 from open where claim.wait = open.wait
returning claim.wait, claim.path`;

/** What somebody writes while another question of theirs is open, may be meant for that one. */
const OTHER_OPEN = `
select 1 from rcs.waits as other
where other.phone = $1 and other.provider = $2
	and (other.agent is null or $3::text is null or other.agent = $3)
	and (other.until is null or other.until > $5) and other.claimed_at is null
	and not exists (select 1 from rcs.wait_ends as ended where ended.wait = other.wait)`;

/** What somebody writes after an answer is a new matter, unless it is a word of the choices again. */
const CLOSED = `
select asked.wait from rcs.waits as asked left join rcs.wait_ends as ended on ended.wait = asked.wait
where ${ASKED} and not exists (${OTHER_OPEN}) and (ended.at is not null or asked.until <= $5)
	and coalesce(ended.at, asked.until) > $5::timestamptz - interval '1 day'
	and (asked.words is not null or ended.answered_by is null)
order by asked.seq desc limit 1`;

const iso = (now: number): string => new Date(now).toISOString();
