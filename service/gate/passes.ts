import type { Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';

/** A message that was let through, and counts against the frequency caps. */
export interface Pass {
	/** Of the message: the same one for the same person counts once. */
	id: string;
	phone: string;
	purpose: string;
	/** When it goes out: milliseconds since 1970. */
	at: number;
}

/** A message, or with `phone` that of one person alone, to whom it is not sent after all. */
export interface Released {
	id: string;
	phone?: string;
}

interface PassRow extends Record<string, unknown> {
	id: string;
	phone: string;
	purpose: string;
	at: string;
}

/** What was let through to people, to go out after `since` (milliseconds since 1970). */
export async function passesOf(
	sql: Sql,
	phones: readonly string[],
	since: number,
): Promise<Pass[]> {
	const rows = await sql.query<PassRow>(
		'select id, phone, purpose, at from rcs.passes where phone = any($1) and at > $2',
		[phones, new Date(since).toISOString()],
	);
	return rows.map(({ id, phone, purpose, at }) => ({ id, phone, purpose, at: Date.parse(at) }));
}

/**
 * Has messages count from now on; `askedBy`: the name of the token. One that counts already, since a time that
 * is past at `now`, stays as it is.
 */
export async function addPasses(
	sql: Sql,
	passes: readonly Pass[],
	now: number,
	askedBy: string | undefined,
): Promise<void> {
	if (passes.length === 0) return;
	const each = new Map(passes.map((pass) => [JSON.stringify([pass.id, pass.phone]), pass]));
	const rows = [...each.values()].map(({ at, ...pass }) => ({
		...pass,
		at: new Date(at).toISOString(),
	}));
	await sql.query(INSERT, [jsonRows(rows), askedBy ?? null, new Date(now).toISOString()]);
}

const INSERT = `
insert into rcs.passes (id, phone, purpose, at, asked_by)
select id, phone, purpose, at, $2
from jsonb_to_recordset($1::jsonb) as row (id text, phone text, purpose text, at timestamptz)
order by id, phone
on conflict (id, phone) do update set purpose = excluded.purpose, at = excluded.at
where rcs.passes.at > $3`;

/** What others were let through so long ago was sent, or will not be. Of its own messages the service knows it. */
const YOUNG_HOURS = 6;

/** Takes back what was let through for the same asker, for others lately; says how many passes there were. */
export async function releasePasses(
	sql: Sql,
	released: readonly Released[],
	askedBy?: string,
): Promise<number> {
	const rows = await sql.query(RELEASE, [jsonRows(released), askedBy ?? null, YOUNG_HOURS]);
	return rows.length;
}

const RELEASE = `
delete from rcs.passes using jsonb_to_recordset($1::jsonb) as row (id text, phone text)
where passes.id = row.id and passes.phone = coalesce(row.phone, passes.phone)
	and asked_by is not distinct from $2
	and (asked_by is null or added_at > now() - make_interval(hours => $3))
returning passes.id`;
