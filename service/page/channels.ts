import { HAS_FAILED } from '../digest/failed';
import { ARRIVALS } from '../figures/counts';
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

// One look into the index for each bar: grouping all rows by a time zone's days takes several times as long.
const SHARES = `
select to_char(start, 'YYYY-MM-DD"T"HH24:MI') as start, counted.*
from generate_series(
	date_trunc($4::text, $1::timestamptz at time zone $3::text),
	($2::timestamptz - interval '1 millisecond') at time zone $3::text,
	('1 ' || $4::text)::interval
) as start
cross join lateral (
	select ${ARRIVALS},
		(count(*) filter (where ${HAS_FAILED}))::int as failed,
		(count(*) filter (where state in ('queued', 'sent')))::int as "underWay"
	from rcs.messages
	where ${MESSAGE_TIME} >= greatest($1, start at time zone $3::text)
		and ${MESSAGE_TIME} < least($2, (start + ('1 ' || $4::text)::interval) at time zone $3::text)
) as counted
order by 1`;
