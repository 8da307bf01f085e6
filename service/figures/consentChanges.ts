import { only, type Sql } from '../store/database';
import { MESSAGE_TIME } from '../page/messageTime';
import type { Range } from '../page/range';

type Stretch = Pick<Range, 'from' | 'to'>;

/** How many people opted in or out, by what was recorded in a time. */
export async function consentChanges(
	sql: Sql,
	{ from, to }: Stretch,
): Promise<{ optedIn: number; optedOut: number }> {
	const { optedIn, optedOut } = only(await sql.query(CHANGES, [from, to]));
	return { optedIn: Number(optedIn), optedOut: Number(optedOut) };
}

const CHANGES = `
select count(distinct phone) filter (where state = 'optedIn') as "optedIn",
	count(distinct phone) filter (where state = 'optedOut') as "optedOut"
from rcs.statements where recorded_at >= $1 and recorded_at < $2`;

/** How many people opted out in a time, by the campaign of the last message that the person had got before; null: of no campaign. */
export async function optOutsByCampaign(
	sql: Sql,
	{ from, to }: Stretch,
): Promise<Map<string | null, number>> {
	const rows = await sql.query<{ campaign: string | null; count: number }>(LAST_BEFORE, [from, to]);
	return new Map(rows.map(({ campaign, count }) => [campaign, count]));
}

const LAST_BEFORE = `
select last.campaign, count(distinct statement.phone)::int as count
from rcs.statements as statement
cross join lateral (
	select campaign from rcs.messages
	where phone = statement.phone and state <> 'queued'
		and ${MESSAGE_TIME} <= least(statement.occurred_at, statement.recorded_at)
	order by ${MESSAGE_TIME} desc limit 1
) as last
where statement.state = 'optedOut' and statement.recorded_at >= $1 and statement.recorded_at < $2
group by last.campaign`;
