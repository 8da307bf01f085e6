import type { Sql } from '../store/database';
import { lengthOf, type Range } from './range';
import type { LagSample } from './shapes';

/** The most points of a line. */
const MOST_POINTS = 240;

/** Samples are kept for so long. */
const DAYS = 14;

/** Writes down how far each CRM is behind. Several processes write the same minute once. */
export async function sampleLag(
	sql: Sql,
	connections: readonly string[],
	now: string,
): Promise<void> {
	await sql.query(SAMPLE, [connections, now]);
	await sql.query(
		`delete from rcs.lag_samples where at < $1::timestamptz - interval '${DAYS} days'`,
		[now],
	);
}

const SAMPLE = `
insert into rcs.lag_samples (connection, at, lag_seconds, waiting)
select wanted.connection, date_trunc('minute', $2::timestamptz),
	coalesce(greatest(0, extract(epoch from $2::timestamptz - min(added_at)))::int, 0), count(added_at)::int
from unnest($1::text[]) as wanted (connection)
left join rcs.outbox on outbox.connection = wanted.connection and not dead
group by wanted.connection
on conflict (connection, at) do nothing`;

/** How far each CRM was behind; of a long time, the worst of each stretch. */
export async function lagSamples(sql: Sql, { from, to }: Range): Promise<LagSample[]> {
	const minutes = Math.ceil(lengthOf({ from, to }) / 60_000 / MOST_POINTS);
	return await sql.query<LagSample & Record<string, unknown>>(SAMPLES, [
		from,
		to,
		`${Math.max(1, minutes)} minutes`,
	]);
}

const SAMPLES = `
select connection, date_bin($3::interval, at, timestamptz '2000-01-01 00:00Z') as at,
	max(lag_seconds) as "lagSeconds", max(waiting) as waiting
from rcs.lag_samples
where at >= $1 and at < $2
group by 1, 2
order by 1, 2`;
