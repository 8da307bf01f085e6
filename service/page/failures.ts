import { errorCategories } from '../../core/errors';
import type { Sql } from '../store/database';
import { adviceOf } from '../operations/advice';
import { MESSAGE_TIME } from './messageTime';
import type { Range } from './range';
import type { FailureCause, ProviderFailures } from './shapes';
import { isSpike } from './spike';

const MOST = 200;

/** Why messages failed over a channel in a time, the most frequent first. */
export async function failureCauses(sql: Sql, range: Range): Promise<FailureCause[]> {
	const causes = await causesBy(sql, range, { by: 'total', most: MOST });
	return causes.map(({ campaign: _, ...cause }) => cause);
}

/** Of which campaigns causes are told (all without), apart or together, and of how many each. */
interface CausesBy {
	by: 'campaign' | 'total';
	campaigns?: readonly string[];
	most: number;
}

/** A cause, and the campaign it is of: null together, or where messages have none. */
type CampaignCause = FailureCause & { campaign: string | null };

/** The same, by campaign as well. */
export async function causesBy(
	sql: Sql,
	{ from, to }: Pick<Range, 'from' | 'to'>,
	{ by, campaigns, most }: CausesBy,
): Promise<CampaignCause[]> {
	const values = [from, to, most, by === 'campaign', campaigns ?? null];
	const causes = await sql.query<CampaignCause & Record<string, unknown>>(CAUSES, values);
	return causes.map((cause) => ({ ...cause, advice: inOurWords(cause) }));
}

function inOurWords({ category: name, advice }: FailureCause): string | null {
	const category = errorCategories.find((one) => one === name);
	return category && advice !== null ? adviceOf({ category, advice }) : advice;
}

/** What is known where the provider gave no reason; words of the page (service/web/lib/words.ts). */
const WITHOUT_REASON = `case when state in ('expired', 'revoked') then state when fell_back then 'fellBack' end`;

// Words of one code differ by what they name; the latest stand for all.
const CAUSES = `
select campaign, provider, category, code, message, advice, count, reached, "firstAt", "lastAt"
from (
	select case when $4::boolean then campaign end as campaign, provider,
		coalesce(error->>'category', ${WITHOUT_REASON}) as category, error->>'code' as code,
		(array_agg(error->>'message' order by failed_at desc))[1] as message,
		(array_agg(error->>'advice' order by failed_at desc))[1] as advice,
		count(*)::int as count,
		(count(*) filter (where state in ('delivered', 'read')))::int as reached,
		min(failed_at) as "firstAt", max(failed_at) as "lastAt",
		row_number() over (
			partition by case when $4::boolean then campaign end
			order by count(*) desc, provider, error->>'code'
		) as place
	from rcs.messages
	where failed_at >= $1 and failed_at < $2 and ($5::text[] is null or campaign = any($5::text[]))
	group by case when $4::boolean then campaign end, provider, coalesce(error->>'category', ${WITHOUT_REASON}), error->>'code'
) as causes
where place <= $3
order by count desc, provider, code`;

interface Rates extends Record<string, unknown> {
	provider: string;
	hourFailed: number;
	hourAll: number;
	usualFailed: number;
	usualAll: number;
}

/** What failed in the last hour at each provider, against the seven days before. */
export async function providerFailures(sql: Sql, now: string): Promise<ProviderFailures[]> {
	const rows = await sql.query<Rates>(RATES, [now]);
	return rows.map(({ provider, hourFailed, hourAll, usualFailed, usualAll }) => {
		const hour = { failed: hourFailed, all: hourAll };
		const usual = { failed: usualFailed, all: usualAll };
		return { provider, hour, usual, spike: isSpike({ hour, usual }) };
	});
}

/** A message counts where it was sent or failed: some fail days after they were sent. */
const RATES = `
with moment as (
	select $1::timestamptz as now, $1::timestamptz - interval '1 hour' as hour,
		$1::timestamptz - interval '1 hour' - interval '7 days' as week
)
select provider,
	(count(*) filter (where failed_at >= hour))::int as "hourFailed",
	(count(*) filter (where at >= hour or failed_at >= hour))::int as "hourAll",
	(count(*) filter (where failed_at < hour and failed_at >= week))::int as "usualFailed",
	(count(*) filter (where (at < hour and at >= week) or (failed_at < hour and failed_at >= week)))::int as "usualAll"
from (
	select provider, ${MESSAGE_TIME} as at, failed_at from rcs.messages, moment
	where (${MESSAGE_TIME} >= week and ${MESSAGE_TIME} <= now) or (failed_at >= week and failed_at <= now)
) as recent, moment
group by provider
order by provider`;
