import type { EventType, RcsEvent } from '../../core/event/types';
import type { Sql } from '../store/database';
import type { Wait } from './waits';

/** What tells that a message does not arrive. */
export const failed: readonly EventType[] = [
	'message.expired',
	'message.failed',
	'message.revoked',
];

/** The events by which the message of a question failed, as far as they came before the question was noted. */
export async function failuresOf(
	sql: Sql,
	{ provider, phone, messageIds = [] }: Wait,
): Promise<RcsEvent[]> {
	if (messageIds.length === 0) return [];
	const rows = await sql.query<{ event: RcsEvent }>(
		`select event from rcs.events where phone = $1 and provider = $2 and type = any($3)
		and (message_id = any($4) or event->>'providerMessageId' = any($4)) order by seq`,
		[phone, provider, failed, messageIds],
	);
	return rows.map(({ event }) => event);
}
