import { HAS_FAILED } from '../digest/failed';
import { only, type Sql } from '../store/database';
import { MESSAGE_TIME } from './messageTime';
import type { Range } from './range';
import type { CampaignFunnel, Funnel } from './shapes';

/** The most campaigns that are told of. */
const MOST = 500;

const COUNTS = `
	count(*)::int as sent,
	(count(*) filter (where state in ('delivered', 'read')))::int as delivered,
	(count(*) filter (where state = 'read'))::int as read,
	(count(*) filter (where clicked_at is not null))::int as clicked,
	(count(*) filter (where replied_at is not null))::int as replied,
	(count(*) filter (where ${HAS_FAILED}))::int as failed,
	(count(*) filter (where fell_back))::int as "fellBack"`;

const SENT = `${MESSAGE_TIME} >= $1 and ${MESSAGE_TIME} < $2 and state <> 'queued'`;

type Counts = Funnel & Record<string, unknown>;

/** How far the messages came that were sent in a time. */
export async function funnel(sql: Sql, { from, to }: Range): Promise<Funnel> {
	return only(
		await sql.query<Counts>(`select ${COUNTS} from rcs.messages where ${SENT}`, [from, to]),
	);
}

/** The same by campaign, the largest first. */
export async function campaignFunnels(sql: Sql, { from, to }: Range): Promise<CampaignFunnel[]> {
	return await sql.query<Counts & { campaign: string | null }>(
		`select campaign, ${COUNTS} from rcs.messages where ${SENT}
		group by campaign order by sent desc, campaign limit ${MOST}`,
		[from, to],
	);
}
