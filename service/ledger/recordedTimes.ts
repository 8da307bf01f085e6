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
		`select phone, greatest(clock_timestamp(), (
			select max(recorded_at) from rcs.statements as known where known.phone = person.phone
		)) as at
		from (select distinct unnest($1::text[]) as phone) as person`,
		[phones],
	);
	return new Map(rows.map(({ phone, at }) => [phone, at]));
}
