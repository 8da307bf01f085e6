import { defined } from '../../core/json';
import type { Service } from '../service';
import type { Sql } from '../store/database';

/** A message, as far as its events told. */
export interface FoundMessage {
	id: string;
	provider?: string;
	connection: string;
	phone: string;
	/** Of the message; before its first event what became of asking for it, e.g. `held`. */
	state: string;
	channel?: string;
	fellBack: boolean;
	legs: unknown[];
	campaign?: string;
	purpose?: string;
	/** When each thing happened first, e.g. `sentAt`: ISO 8601 in UTC. */
	times: Record<string, string>;
	error?: unknown;
	holdUntil?: string;
}

interface MessageRow extends Record<string, unknown> {
	provider: string;
	connection: string;
	phone: string;
	state: string | null;
	channel: string | null;
	fell_back: boolean;
	legs: unknown[];
	campaign: string | null;
	purpose: string | null;
	error: unknown;
}

interface SendRow extends Record<string, unknown> {
	connection: string;
	phone: string;
	purpose: string;
	status: string;
	hold_until: string | null;
}

const times = ['sent', 'delivered', 'read', 'clicked', 'replied', 'failed'] as const;

/** The message of an id; of several with the same id, the newest. */
export async function findMessage(
	{ store, accounts }: Pick<Service, 'store' | 'accounts'>,
	id: string,
): Promise<FoundMessage | undefined> {
	const { message, send } = await store.snapshot((sql) => rowsOf(sql, id));
	if (message) return { id, ...shown(message), state: message.state ?? send?.status ?? 'unknown' };
	if (!send) return undefined;
	const { connection, phone, purpose, status: state, hold_until: holdUntil } = send;
	const provider = accounts.get(connection)?.providerId;
	const about = { connection, phone, purpose, state, fellBack: false, legs: [], times: {} };
	return { id, ...about, ...defined({ provider, holdUntil: holdUntil ?? undefined }) };
}

async function rowsOf(sql: Sql, id: string) {
	const [message] = await sql.query<MessageRow>(
		`select provider, connection, phone, state, channel, fell_back, legs, campaign, purpose, error,
			${times.map((name) => `${name}_at`).join(', ')}
		from rcs.messages where message_id = $1 order by added_at desc limit 1`,
		[id],
	);
	const [send] = await sql.query<SendRow>(
		'select connection, phone, purpose, status, hold_until from rcs.sends where id = $1',
		[id],
	);
	return { message, send };
}

function shown(row: MessageRow): Omit<FoundMessage, 'id' | 'state'> {
	const { provider, connection, phone, channel, legs, campaign, purpose, error } = row;
	const told = { channel, campaign, purpose, error };
	const some = Object.entries(told).filter(([, value]) => value !== null);
	const happened = times.flatMap((name) => {
		const at = row[`${name}_at`];
		return typeof at === 'string' ? [[`${name}At`, at] as const] : [];
	});
	return {
		...{ provider, connection, phone, fellBack: row.fell_back, legs },
		...Object.fromEntries(some),
		times: Object.fromEntries(happened),
	};
}
