import { causesBy } from '../page/failures';
import type { Range } from '../page/range';
import type { FailureCause, Funnel } from '../page/shapes';
import type { Sql } from '../store/database';
import { consentChanges, optOutsByCampaign } from './consentChanges';
import { ARRIVALS, FUNNEL, SENT } from './counts';
import { ratesOf } from './rates';
import type { Arrivals, Figure } from './shapes';

/** The most campaigns, and the most causes of each, that are told of. */
const MOST = { campaigns: 500, causes: 20 };

/** What is wanted. */
interface Wanted extends Pick<Range, 'from' | 'to'> {
	by: 'campaign' | 'total';
	/** Only messages of these; absent: all. */
	campaigns?: readonly string[];
}

/** A campaign, or null where all are counted together and where messages have none. */
type Name = string | null;

/** What became of messages: of each campaign, the largest first or as they are named, or of all together. */
export async function figures(sql: Sql, wanted: Wanted): Promise<Figure[]> {
	const counts = await countsOf(sql, wanted);
	const causes = await causesOf(sql, wanted);
	const optOuts = await optOutsOf(sql, wanted);
	const consent = isOfEverything(wanted) ? await consentChanges(sql, wanted) : undefined;
	const known = new Set([...counts.keys(), ...optOuts.keys(), ...causes.keys()]);
	return namesOf(wanted, [...known]).map((campaign) => {
		const counted = { ...(counts.get(campaign) ?? none), optedOut: optOuts.get(campaign) ?? 0 };
		const figure = { ...counted, ...consent };
		return {
			...(wanted.by === 'campaign' ? { campaign } : {}),
			...figure,
			...ratesOf(figure),
			causes: causes.get(campaign) ?? [],
		};
	});
}

/** What is told of, in its order. */
function namesOf({ by, campaigns }: Wanted, known: readonly Name[]): readonly Name[] {
	return by === 'total' ? [null] : (campaigns ?? known.slice(0, MOST.campaigns));
}

function isOfEverything({ by, campaigns }: Wanted): boolean {
	return by === 'total' && campaigns === undefined;
}

type Counted = Funnel & Arrivals;

async function countsOf(
	sql: Sql,
	{ from, to, by, campaigns }: Wanted,
): Promise<Map<Name, Counted>> {
	const values = [from, to, by === 'campaign', campaigns ?? null];
	const rows = await sql.query<Counted & { campaign: Name } & Record<string, unknown>>(
		COUNTS,
		values,
	);
	return new Map(rows.map(({ campaign, ...counted }) => [campaign, counted]));
}

const COUNTS = `
select case when $3::boolean then campaign end as campaign, ${FUNNEL}, ${ARRIVALS}
from rcs.messages
where ${SENT} and ($4::text[] is null or campaign = any($4::text[]))
group by 1 order by sent desc, 1 limit ${MOST.campaigns}`;

async function causesOf(sql: Sql, wanted: Wanted): Promise<Map<Name, FailureCause[]>> {
	const causes = new Map<Name, FailureCause[]>();
	for (const { campaign, ...cause } of await causesBy(sql, wanted, {
		...wanted,
		most: MOST.causes,
	}))
		causes.set(campaign, [...(causes.get(campaign) ?? []), cause]);
	return causes;
}

/** Of everything together, opt-outs are all there were, which is told beside the opt-ins. */
async function optOutsOf(sql: Sql, wanted: Wanted): Promise<Map<Name, number>> {
	if (isOfEverything(wanted)) return new Map();
	const all = await optOutsByCampaign(sql, wanted);
	if (wanted.by === 'campaign') return all;
	const named = (wanted.campaigns ?? []).map((name) => all.get(name) ?? 0);
	return new Map([[null, named.reduce((sum, one) => sum + one, 0)]]);
}

const none: Counted = {
	sent: 0,
	delivered: 0,
	read: 0,
	clicked: 0,
	replied: 0,
	failed: 0,
	fellBack: 0,
	rcs: 0,
	fallback: 0,
};
