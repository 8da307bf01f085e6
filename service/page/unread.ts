import { UNREAD } from '../ingest/unread';
import type { Sql } from '../store/database';
import type { UnreadWebhooks } from './shapes';

/** The newest, whose bodies a person may read. */
const NEWEST = 20;

/** Webhooks that proved to be a provider's own and that nobody could read. */
export async function unreadWebhooks(sql: Sql, keptDays: number): Promise<UnreadWebhooks> {
	return {
		connections: await sql.query<UnreadWebhooks['connections'][number] & Row>(
			`select connection, count(*)::int as count, max(recorded_at) as "newestAt"
			from rcs.events where ${UNREAD} group by connection order by connection`,
		),
		newest: await sql.query<UnreadWebhooks['newest'][number] & Row>(
			`select seq, connection, provider, recorded_at as at, event->>'raw' as body
			from rcs.events where ${UNREAD} order by seq desc limit ${NEWEST}`,
		),
		keptDays,
	};
}

/** Forgets the bodies of events that somebody dealt with. The same webhook again is no news. */
export async function discardUnread(sql: Sql, seqs: readonly number[]): Promise<number> {
	const rows = await sql.query(
		`update rcs.events set event = event - 'raw' where ${UNREAD} and seq = any($1) returning seq`,
		[seqs],
	);
	return rows.length;
}

type Row = Record<string, unknown>;
