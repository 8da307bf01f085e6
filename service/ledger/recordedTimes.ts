import type { Sql } from '../store/database';

interface TimeRow extends Record<string, unknown> {
	phone: string;
	at: string;
}

/**
 * When statements of people are recorded, by phone: now, by the one clock that all processes share, which is
 * that of the database, and never before what was recorded of the person already. By clocks of their own, a
 * process whose clock is behind would record a STOP as older than the opt-in it ends.
 */
export async function recordedTimes(
	sql: Sql,
	phones: readonly string[],
): Promise<Map<string, string>> {
	const rows = await sql.query<TimeRow>(
		`with known as (
			select phone, max(recorded_at) as last from rcs.statements where phone = any($1) group by phone
		)
		select phone, greatest(clock_timestamp(), last) as at
		from unnest($1::text[]) as phone left join known using (phone)`,
		[phones],
	);
	return new Map(rows.map(({ phone, at }) => [phone, at]));
}
