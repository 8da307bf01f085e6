import type { ContactValues } from '../../connectors/values';
import type { Sql } from '../store/database';

interface CountRow extends Record<string, unknown> {
	phone: string;
	sent: number;
	delivered: number;
	read: number;
	clicked: number;
	replied: number;
	failed: number;
}

/**
 * How many messages of each phone came how far or failed, over whichever channel. What comes
 * later tells that what comes before happened, too. No count ever falls: in a CRM the greater one stays. Phones without messages have no counts.
 */
export async function countsOf(
	sql: Sql,
	phones: readonly string[],
): Promise<Map<string, ContactValues>> {
	const rows = await sql.query<CountRow>(COUNT, [phones]);
	return new Map(
		rows.map(({ phone, sent, delivered, read, clicked, replied, failed }) => [
			phone,
			{
				sentCount: sent,
				deliveredCount: delivered,
				readCount: read,
				clickedCount: clicked,
				repliedCount: replied,
				failedCount: failed,
			},
		]),
	);
}

const READ = 'coalesce(read_at, clicked_at, replied_at)';
const DELIVERED = `coalesce(delivered_at, ${READ})`;

const FAILED = ['failed', 'expired', 'revoked']
	.map((what) => `jsonb_path_exists(legs, '$[*].times.${what}')`)
	.join(' or ');

const COUNT = `
select phone, count(coalesce(sent_at, ${DELIVERED})) as sent, count(${DELIVERED}) as delivered,
	count(${READ}) as read, count(clicked_at) as clicked, count(replied_at) as replied,
	count(*) filter (where ${FAILED}) as failed
from rcs.messages where phone = any($1) and state is not null group by phone`;
