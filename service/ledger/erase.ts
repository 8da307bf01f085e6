import type { Config } from '../config/schema';
import { lockPeople } from './lockPeople';
import type { Database, Sql } from '../store/database';
import { nothingMadeOfEvents } from '../store/makingOfEvents';
import { statementsOf } from './statements';
import { suppress } from './suppressed';
import { tracesOf } from './traces';

/** What is deleted of a person, in this order: what is made from something else goes after it. */
const deletions = {
	events: `delete from rcs.events where phone = $1 or (phone is null and (provider, message_id) in
		(select provider, message_id from rcs.messages where phone = $1))`,
	messages: 'delete from rcs.messages where phone = $1',
	statements: 'delete from rcs.statements where phone = $1',
	passes: 'delete from rcs.passes where phone = $1',
	sends: 'delete from rcs.sends where phone = $1',
	outbox: 'delete from rcs.outbox where phone = $1',
	deadLetters: 'delete from rcs.dead_letters where phone = $1',
} as const;

export type Erased = Record<keyof typeof deletions | 'forwards', number>;

export interface Erasure {
	/** How many rows of each kind there were. */
	erased: Erased;
	/** Opt-outs that stay in force, by a keyed hash of the number. */
	optOutsKept: number;
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
		await lockPeople(sql, [phone]);
		const statements = (await statementsOf(sql, [phone])).get(phone) ?? [];
		const optOutsKept = await suppress(sql, phone, statements, purposes);
		const forwards = await forgetWebhooks(sql, phone);
		const counts: [string, number][] = [];
		for (const [name, text] of Object.entries(deletions))
			counts.push([name, await count(sql, text, [phone])]);
		return { erased: { ...zero, ...Object.fromEntries(counts), forwards }, optOutsKept };
	});
}

const zero: Erased = {
	events: 0,
	messages: 0,
	statements: 0,
	passes: 0,
	sends: 0,
	outbox: 0,
	deadLetters: 0,
	forwards: 0,
};

/** Raw webhooks have no column for the person: those whose bytes hold the number go. */
function forgetWebhooks(sql: Sql, phone: string): Promise<number> {
	const digits = phone.replace(/\D/g, '');
	return count(
		sql,
		`delete from rcs.forwards where position($1 in url) > 0 or position($1 in headers::text) > 0
			or exists (select from unnest($2::bytea[]) as trace where position(trace in body) > 0)`,
		[digits, tracesOf(phone)],
	);
}

async function count(sql: Sql, text: string, values: readonly unknown[]): Promise<number> {
	return (await sql.query(`${text} returning 1`, values)).length;
}
