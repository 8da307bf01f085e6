import { FUNNEL, SENT } from '../figures/counts';
import { only, type Sql } from '../store/database';
import type { Range } from './range';
import type { CampaignFunnel, Funnel } from './shapes';

/** The most campaigns that are told of. */
const MOST = 500;

type Counts = Funnel & Record<string, unknown>;

/** How far the messages came that were sent in a time. */
export async function funnel(sql: Sql, { from, to }: Range): Promise<Funnel> {
	return only(
		await sql.query<Counts>(`select ${FUNNEL} from rcs.messages where ${SENT}`, [from, to]),
	);
}

/** The same by campaign, the largest first. */
export async function campaignFunnels(sql: Sql, { from, to }: Range): Promise<CampaignFunnel[]> {
	return await sql.query<Counts & { campaign: string | null }>(
		`select campaign, ${FUNNEL} from rcs.messages where ${SENT}
		group by campaign order by sent desc, campaign limit ${MOST}`,
		[from, to],
	);
}
