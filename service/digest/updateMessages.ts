import type { RcsEvent } from '../../core/event/types';
import type { Row, Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';
import { eventsOfMessages, type MessageKey, messagesOf, nameOf } from './eventsOfMessages';
import { type KeptMessage, messageRow } from './messageRow';

/** An event, and by whom it came. */
export interface DigestedEvent {
	connection: string;
	event: RcsEvent;
}

/**
 * Brings the messages of events up to date. Each message is locked before it and all of its events are read: of
 * several processes at once the last one sees what the others saw. Locks are taken in one order, so that
 * no two wait for each other.
 */
export async function updateMessages(sql: Sql, digested: readonly DigestedEvent[]): Promise<void> {
	const keys = messagesOf(digested.map(({ event }) => event));
	if (keys.length === 0) return;
	const kept = await lock(sql, withConnections(keys, digested));
	const byMessage = new Map<string, RcsEvent[]>(keys.map((key) => [nameOf(key), []]));
	for (const event of await eventsOfMessages(sql, keys))
		for (const key of messagesOf([event])) byMessage.get(nameOf(key))?.push(event);
	const rows = keys.flatMap((key) => {
		const row = messageRow(byMessage.get(nameOf(key)) ?? [], kept.get(nameOf(key)));
		return row ? [{ ...key, ...row }] : [];
	});
	await sql.query(UPDATE, [jsonRows(rows)]);
}

function withConnections(keys: readonly MessageKey[], digested: readonly DigestedEvent[]) {
	const connections = new Map(
		digested.flatMap(({ connection, event }) =>
			messagesOf([event]).map((key): [string, string] => [nameOf(key), connection]),
		),
	);
	return keys.map((key) => ({ ...key, connection: connections.get(nameOf(key)) }));
}

/** Gives what there is of each message. */
async function lock(sql: Sql, rows: readonly MessageKey[]): Promise<Map<string, KeptMessage>> {
	const json = jsonRows(rows);
	await sql.query(INSERT, [json]);
	const kept = await sql.query<MessageKey & KeptMessage & Row>(LOCK, [json]);
	return new Map(kept.map((row) => [nameOf(row), row]));
}

const KEYS = `jsonb_to_recordset($1::jsonb) as key (provider text, message_id text, phone text, connection text)`;

const INSERT = `
insert into rcs.messages (provider, message_id, phone, connection)
select provider, message_id, phone, connection from ${KEYS}
order by provider, message_id, phone
on conflict (provider, message_id, phone) do nothing`;

const LOCK = `
select message.provider, message.message_id, message.phone, message.legs, message.fell_back, message.error
from rcs.messages as message join ${KEYS} using (provider, message_id, phone)
order by message.provider, message.message_id, message.phone
for update of message`;

const UPDATE = `
update rcs.messages as message set
	state = row.state, channel = row.channel, fell_back = row.fell_back, legs = row.legs,
	agent = coalesce(row.agent, message.agent), campaign = coalesce(row.campaign, message.campaign),
	sent_at = row.sent_at, delivered_at = row.delivered_at, read_at = row.read_at,
	clicked_at = row.clicked_at, replied_at = row.replied_at, failed_at = row.failed_at,
	error = row.error, updated_at = now()
from jsonb_to_recordset($1::jsonb) as row (
	provider text, message_id text, phone text, state text, channel text, fell_back boolean, legs jsonb,
	agent text, campaign text, sent_at timestamptz, delivered_at timestamptz, read_at timestamptz,
	clicked_at timestamptz, replied_at timestamptz, failed_at timestamptz, error jsonb
)
where message.provider = row.provider and message.message_id = row.message_id and message.phone = row.phone`;
