import type { Sql } from '../../../service/store/database';
import { jsonRows } from '../../../service/store/jsonRows';

/** A message as the page finds it in the store; what is not given is as usual. */
export interface PageRow {
	message_id: string;
	phone?: string;
	campaign?: string | null;
	provider?: string;
	state?: string;
	channel?: string;
	fell_back?: boolean;
	sent_at?: string;
	failed_at?: string;
	clicked_at?: string;
	replied_at?: string;
	error?: object;
}

const usual = {
	provider: 'infobip',
	connection: 'main',
	phone: '+447700900123',
	state: 'delivered',
	channel: 'rcs',
	fell_back: false,
	legs: [],
};

/** Puts messages into the store. */
export async function addMessages(sql: Sql, rows: readonly PageRow[]): Promise<void> {
	await sql.query(
		`insert into rcs.messages
			(provider, message_id, phone, connection, campaign, state, channel, fell_back, legs, sent_at, failed_at, clicked_at, replied_at, error)
		select provider, message_id, phone, connection, campaign, state, channel, fell_back, legs, sent_at, failed_at, clicked_at, replied_at, error
		from jsonb_to_recordset($1::jsonb) as row (
			provider text, message_id text, phone text, connection text, campaign text, state text, channel text, fell_back boolean,
			legs jsonb, sent_at timestamptz, failed_at timestamptz, clicked_at timestamptz, replied_at timestamptz, error jsonb
		)`,
		[jsonRows(rows.map((row) => ({ ...usual, ...row })))],
	);
}
