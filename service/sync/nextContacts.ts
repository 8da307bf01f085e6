import type { Sql } from '../store/database';

export interface Turn {
	/** The most contacts. */
	batch: number;
	/** Changes are collected for so long. */
	lingerMs: number;
	/** Whether only opt-outs are to be written: all of them, or those that were added since a moment. */
	onlyUrgent?: true | { since: string };
}

/** Who is written next, and whether nothing but their consent; without anybody, how long until somebody is due, if anybody waits at all. */
export type Next = { phones: string[]; onlyConsent?: true } | { waitMs: number } | undefined;

interface WaitingContact extends Record<string, unknown> {
	phone: string;
	urgent: boolean;
	waited_ms: number;
}

/**
 * Contacts with opt-outs first, and only they: nothing holds them up. Then those that waited longest, once
 * one of them has waited long enough or there are enough for a full batch.
 */
export async function nextContacts(
	sql: Sql,
	connection: string,
	{ batch, lingerMs, onlyUrgent }: Turn,
): Promise<Next> {
	const since = typeof onlyUrgent === 'object' ? onlyUrgent.since : null;
	const contacts = await sql.query<WaitingContact>(
		`select phone, bool_or(urgent) as urgent,
			(extract(epoch from clock_timestamp() - min(added_at)) * 1000)::float8 as waited_ms
		from rcs.outbox
		where connection = $1 and not dead and (urgent or not $2) and ($3::timestamptz is null or added_at > $3)
		group by phone order by bool_or(urgent) desc, min(added_at), phone limit $4`,
		[connection, onlyUrgent !== undefined, since, batch],
	);
	const urgent = contacts.filter((contact) => contact.urgent);
	if (urgent.length > 0) return { phones: phonesOf(urgent) };
	const [first] = contacts;
	if (!first) return undefined;
	const waitMs = lingerMs - first.waited_ms;
	return waitMs <= 0 || contacts.length === batch ? { phones: phonesOf(contacts) } : { waitMs };
}

function phonesOf(contacts: readonly WaitingContact[]): string[] {
	return contacts.map(({ phone }) => phone);
}
