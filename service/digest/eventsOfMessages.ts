import { tellsState } from '../../core/event/messageState';
import type { RcsEvent } from '../../core/event/types';
import type { Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';

/** A message: ids are unique at their provider only, and several phones may have been sent the same one. */
export interface MessageKey {
	provider: string;
	message_id: string;
	phone: string;
}

/** The messages of which events tell how far they came, each once. */
export function messagesOf(events: readonly RcsEvent[]): MessageKey[] {
	const keys = new Map<string, MessageKey>();
	for (const event of events.filter(tellsState)) {
		const { provider, messageId, user: phone } = event;
		if (messageId === undefined || phone === undefined) continue;
		const key = { provider, message_id: messageId, phone };
		keys.set(nameOf(key), key);
	}
	return [...keys.values()];
}

/** Texts that are the same for the same message, and for no other. */
export function nameOf({ provider, message_id, phone }: MessageKey): string {
	return JSON.stringify([provider, message_id, phone]);
}

/** Every event of messages. */
export async function eventsOfMessages(sql: Sql, keys: readonly MessageKey[]): Promise<RcsEvent[]> {
	if (keys.length === 0) return [];
	const rows = await sql.query<{ event: RcsEvent }>(
		`select event from rcs.events join jsonb_to_recordset($1::jsonb) as key
			(provider text, message_id text, phone text) using (provider, message_id, phone)
		order by seq`,
		[jsonRows(keys)],
	);
	return rows.map(({ event }) => event);
}
