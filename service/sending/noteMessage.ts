import type { ProviderAccount } from '../config/accounts';
import type { Sql } from '../store/database';
import type { Send } from './sends';

/**
 * Keeps what only the sender knows of a message: what it is for. Its events tell the rest. Of a person who was
 * erased while it was sent, nothing is kept.
 */
export async function noteMessage(
	sql: Sql,
	{ providerId, connection, settings }: ProviderAccount,
	{ id, phone, purpose, request: { message } }: Send,
): Promise<void> {
	await sql.query(
		`insert into rcs.messages (provider, message_id, phone, connection, agent, campaign, purpose)
		select $1, $2, $3, $4, $5, $6, $7 from rcs.sends where id = $2 for key share
		on conflict (provider, message_id, phone) do update set
			purpose = excluded.purpose,
			agent = coalesce(rcs.messages.agent, excluded.agent),
			campaign = coalesce(rcs.messages.campaign, excluded.campaign)`,
		[
			providerId,
			id,
			phone,
			connection,
			message.from ?? settings.agent ?? null,
			message.correlation?.campaignId ?? null,
			purpose,
		],
	);
}
