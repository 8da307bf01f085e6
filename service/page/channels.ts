import type { Sql } from '../store/database';
import { MESSAGE_TIME } from './messageTime';
import { lengthOf, type Range } from './range';
import type { ChannelShare } from './shapes';

const DAY = 24 * 3600_000;

/** Up to so long, the picture is of hours; else of days. */
const MOST_HOURS = 2 * DAY;

/** How messages reached people, day by day or hour by hour, the ones without any too. */
export async function channelShares(
	sql: Sql,
	{ from, to, zone }: Range,
): Promise<{ unit: 'hour' | 'day'; shares: ChannelShare[] }> {
	const unit = lengthOf({ from, to }) <= MOST_HOURS ? 'hour' : 'day';
	const shares = await sql.query<ChannelShare & Record<string, unknown>>(SHARES, [
		from,
		to,
		zone,
		unit,
	]);
	return { unit, shares };
}

// Time zones differ by quarters of an hour; to look one up for every message would take long.
const SHARES = `
select to_char(start, 'YYYY-MM-DD"T"HH24:MI') as start,
	coalesce(rcs, 0) as rcs, coalesce(fallback, 0) as fallback,
	coalesce(failed, 0) as failed, coalesce(under_way, 0) as "underWay"
from generate_series(
	date_trunc($4::text, $1::timestamptz at time zone $3::text),
	($2::timestamptz - interval '1 millisecond') at time zone $3::text,
	('1 ' || $4::text)::interval
) as start
left join (
	select date_trunc($4::text, quarter at time zone $3::text) as start, sum(rcs)::int as rcs,
		sum(fallback)::int as fallback, sum(failed)::int as failed, sum(under_way)::int as under_way
	from (
		select date_bin('15 minutes', ${MESSAGE_TIME}, timestamptz '2000-01-01 00:00Z') as quarter,
			count(*) filter (where state in ('delivered', 'read') and channel = 'rcs') as rcs,
			count(*) filter (where state in ('delivered', 'read') and channel <> 'rcs') as fallback,
			count(*) filter (where state in ('failed', 'expired', 'revoked')) as failed,
			count(*) filter (where state in ('queued', 'sent')) as under_way
		from rcs.messages
		where ${MESSAGE_TIME} >= $1 and ${MESSAGE_TIME} < $2
		group by 1
	) as quarters
	group by 1
) as counted using (start)
order by 1`;
