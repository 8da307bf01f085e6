import type { Delivery } from '../../core/webhook/delivery';
import type { Sql } from '../store/database';
import { toJson } from '../store/jsonRows';

/** A webhook as it came, and where it is to be handed on to. */
export interface RawWebhook {
	connection: string;
	delivery: Delivery;
	targets: readonly string[];
}

/** Stores webhooks once for each of their targets. */
export async function storeForwards(sql: Sql, webhooks: readonly RawWebhook[]): Promise<void> {
	for (const { connection, delivery, targets } of webhooks)
		for (const target of targets) {
			const { method, url, headers, body, receivedAt } = delivery;
			await sql.query(
				`insert into rcs.forwards (connection, target, method, url, headers, body, received_at)
				values ($1, $2, $3, $4, $5, $6, $7)`,
				[connection, target, method, url, toJson(headers), body, receivedAt],
			);
		}
}
