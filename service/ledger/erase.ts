import type { Config } from '../config/schema';
import type { Database, Sql } from '../store/database';
import { nothingMadeOfEvents } from '../store/makingOfEvents';
import { lockCrms } from '../sync/crmLocks';
import { ERASED, ERASED_ITEMS, OWN_ERASED, OWN_ONLY } from '../sync/outboxRows';
import { forgetUnread } from './forgetUnread';
import { forgetWebhooks } from './forgetWebhooks';
import { lockPeople } from './lockPeople';
import { statementsOf } from './statements';
import { suppress } from './suppressed';

/** What is deleted of a person, in this order: what is made from something else goes after it. */
const deletions = {
	// Whoever notes a message that was sent waits for this, or is waited for here.
	sends: 'delete from rcs.sends where phone = $1',
	events: `delete from rcs.events where phone = $1 or (phone is null and (provider, message_id) in
		(select provider, message_id from rcs.messages where phone = $1))`,
	messages: 'delete from rcs.messages where phone = $1',
	statements: 'delete from rcs.statements where phone = $1',
	passes: 'delete from rcs.passes where phone = $1',
	waits: 'delete from rcs.waits where phone = $1',
	outbox: `delete from rcs.outbox where phone = $1 and item not in ${ERASED_ITEMS}`,
	deadLetters: 'delete from rcs.dead_letters where phone = $1',
} as const;

export type Erased = Record<keyof typeof deletions | 'forwards', number>;

export interface Erasure {
	/** How many rows of each kind there were. */
	erased: Erased;
	/** Opt-outs that stay in force, by a keyed hash of the number. */
	optOutsKept: number;
	/** CRMs that are still to be told of an opt-out, by connection: until then the number waits in the outbox. */
	stillToTell: string[];
	/** Waiting webhooks with the same digits within a longer number: they were not deleted. */
	unsureForwards: number;
}

/**
 * Deletes everything that the store knows of a person; what an opt-out forbids stays forbidden. All of it or
 * nothing. What arrives later is new again.
 */
export async function erase(
	database: Database,
	phone: string,
	purposes: Config['purposes'] = {},
): Promise<Erasure> {
	return database.transaction(async (sql) => {
		await nothingMadeOfEvents(sql);
		await lockCrms(sql);
		await lockPeople(sql, [phone]);
		const statements = (await statementsOf(sql, [phone])).get(phone) ?? [];
		const optOutsKept = await suppress(sql, phone, statements, purposes);
		const { forgotten: forwards, unsure: unsureForwards } = await forgetWebhooks(sql, phone);
		const stillToTell = await leaveOptOuts(sql, phone);
		const unread = await forgetUnread(sql, phone);
		const counts: [string, number][] = [];
		for (const [name, text] of Object.entries(deletions))
			counts.push([name, await count(sql, text, [phone])]);
		const erased = { ...zero, ...Object.fromEntries(counts), forwards };
		erased.events += unread;
		return { erased, optOutsKept, stillToTell, unsureForwards };
	});
}

/**
 * Opt-outs that wait to be written stay as one row a CRM that says nothing else, and goes when it was tried.
 * What was meant for the record whose RCS phone the number is stays so: others only share it.
 */
async function leaveOptOuts(sql: Sql, phone: string): Promise<string[]> {
	await sql.query(
		`insert into rcs.outbox (connection, phone, item, urgent)
		select connection, phone,
			case when bool_and(starts_with(item, '${OWN_ONLY}')) then '${OWN_ERASED}' else '${ERASED}' end, true
		from rcs.outbox where phone = $1 and urgent and not dead
		group by connection, phone
		on conflict do nothing`,
		[phone],
	);
	const rows = await sql.query<{ connection: string }>(
		`select distinct connection from rcs.outbox where phone = $1 and item in ${ERASED_ITEMS} order by connection`,
		[phone],
	);
	return rows.map(({ connection }) => connection);
}

const zero: Erased = {
	events: 0,
	messages: 0,
	statements: 0,
	passes: 0,
	waits: 0,
	sends: 0,
	outbox: 0,
	deadLetters: 0,
	forwards: 0,
};

async function count(sql: Sql, text: string, values: readonly unknown[]): Promise<number> {
	return (await sql.query(`${text} returning 1`, values)).length;
}
