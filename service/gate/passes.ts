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

export async function addPasses(sql: Sql, passes: readonly Pass[]): Promise<void> {
	if (passes.length === 0) return;
	const each = new Map(passes.map((pass) => [JSON.stringify([pass.id, pass.phone]), pass]));
	const rows = [...each.values()].map(({ at, ...pass }) => ({
		...pass,
		at: new Date(at).toISOString(),
	}));
	await sql.query(INSERT, [jsonRows(rows)]);
}

const INSERT = `
insert into rcs.passes (id, phone, purpose, at)
select id, phone, purpose, at
from jsonb_to_recordset($1::jsonb) as row (id text, phone text, purpose text, at timestamptz)
order by id, phone
on conflict (id, phone) do update set purpose = excluded.purpose, at = excluded.at`;

/** Takes passes back; says how many there were. */
export async function releasePasses(sql: Sql, ids: readonly string[]): Promise<number> {
	const rows = await sql.query('delete from rcs.passes where id = any($1) returning id', [ids]);
	return rows.length;
}
