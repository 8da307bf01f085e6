import { HAS_FAILED } from '../digest/failed';
import { MESSAGE_TIME } from '../page/messageTime';

/** What is counted of rows of rcs.messages, the same wherever figures are told. */

/** How far they came. */
export const FUNNEL = `
	count(*)::int as sent,
	(count(*) filter (where state in ('delivered', 'read')))::int as delivered,
	(count(*) filter (where state = 'read'))::int as read,
	(count(*) filter (where clicked_at is not null))::int as clicked,
	(count(*) filter (where replied_at is not null))::int as replied,
	(count(*) filter (where ${HAS_FAILED}))::int as failed,
	(count(*) filter (where fell_back))::int as "fellBack"`;

/** Over which channel they arrived. */
export const ARRIVALS = `
	(count(*) filter (where state in ('delivered', 'read') and channel = 'rcs'))::int as rcs,
	(count(*) filter (where state in ('delivered', 'read') and channel <> 'rcs'))::int as fallback`;

/** Those that were sent in a time, from `$1` to `$2`. */
export const SENT = `${MESSAGE_TIME} >= $1 and ${MESSAGE_TIME} < $2 and state <> 'queued'`;
