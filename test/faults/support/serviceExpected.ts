import { statementsFor } from '../../../core/consent/applies';
import { consentOf } from '../../../core/consent/consentOf';
import { messageState } from '../../../core/event/messageState';
import type { RcsEvent } from '../../../core/event/types';
import type { DatabaseConfig } from '../../../service/config/schema';
import { statementsOf } from '../../../service/ledger/statements';
import { openStore, type Store } from '../../../service/store';
import { everybody } from './people';
import { differences } from './sameRecords';
import { crmNames, type Held } from './serviceCrms';
import type { Committed } from './world';

/** Everything that was acknowledged is in the store once, and what follows from it; nothing is left to be done. */
export async function expectStored(
	database: DatabaseConfig,
	told: readonly RcsEvent[],
): Promise<void> {
	const store = await openStore(database, () => undefined);
	try {
		const ids = await store.query<{ id: string }>('select id from rcs.events');
		expect(ids.map(({ id }) => id).sort()).toEqual(told.map(({ eventId }) => eventId).sort());
		await expectMessages(store, told);
		await expectConsents(store, told);
		expect(await store.query('select * from rcs.outbox where not dead')).toEqual([]);
		const letters = await store.query('select distinct phone, status from rcs.dead_letters');
		expect(letters.filter(({ phone }) => !shared.has(String(phone)))).toEqual([]);
	} finally {
		await store.close();
	}
}

/** Nobody can tell which of two records is meant. */
const shared = new Set(
	everybody.flatMap(({ phone, standing }) => (standing === 'shared' ? phone : [])),
);

interface MessageRow extends Record<string, unknown> {
	message_id: string;
	state: string;
	legs: unknown;
}

/** Messages are as the core makes them from all of their events. */
async function expectMessages(store: Store, told: readonly RcsEvent[]): Promise<void> {
	const rows = await store.query<MessageRow>(
		'select message_id, state, legs from rcs.messages where state is not null',
	);
	const stored = new Map(rows.map(({ message_id: id, state, legs }) => [id, { state, legs }]));
	const expected = [...byMessage(told)].flatMap(([id, events]): [string, object][] => {
		const message = messageState(events);
		return message ? [[id, { state: message.state, legs: message.legs }]] : [];
	});
	expect(rows).toHaveLength(expected.length);
	expect(expected.filter(([id, one]) => !same(stored.get(id), one)).slice(0, 3)).toEqual([]);
}

/** What a person said last holds. */
async function expectConsents(store: Store, told: readonly RcsEvent[]): Promise<void> {
	const said = told.filter(({ type }) => type === 'user.optedOut' || type === 'user.optedIn');
	const last = new Map(said.map(({ user = '', type }) => [user, type]));
	const statements = await statementsOf(store, [...last.keys()]);
	expect([...statements.values()].flat()).toHaveLength(said.length);
	const wrong = [...last].filter(([phone, type]) => {
		const counting = statementsFor(
			{ agent: '*', purpose: 'marketing' },
			statements.get(phone) ?? [],
		);
		return `user.${consentOf(counting).state}` !== type;
	});
	expect(wrong).toEqual([]);
}

/** The CRMs hold what they hold once everything was written plainly, and the counts of the store. */
export function expectHeld(held: Held, plain: Held, told: readonly RcsEvent[]): void {
	expect(held.contacts).toEqual(plain.contacts);
	for (const crm of crmNames) {
		const apart = differences(
			counted(plain.committed[crm], false),
			counted(held.committed[crm], false),
		);
		expect(apart).toEqual({ count: 0, some: [] });
		expectCounts(held.committed[crm], told);
	}
}

const COUNT = /^rcs_(\w+)_count(?:__c)?$/i;

/** Records without the fields that count, which only the store can fill, or with them alone. */
function counted(committed: Committed, only: boolean): Committed {
	return Object.fromEntries(
		Object.entries(committed).map(([kind, records]) => [
			kind,
			Object.fromEntries(
				Object.entries(records).map(([name, record]) => [
					name,
					Object.fromEntries(
						Object.entries(record).filter(([field]) => COUNT.test(field) === only),
					),
				]),
			),
		]),
	);
}

/** Of people with one phone and one record. */
function expectCounts(committed: Committed, told: readonly RcsEvent[]): void {
	const people = Object.values(committed['contacts'] ?? committed['Contact'] ?? {});
	const records = new Map(
		people.map((one) => [one['rcs_phone_e164'] ?? one['RCS_Phone_E164__c'], one]),
	);
	const expected = countsOf(told);
	const alone = everybody.filter(
		({ standing }) => !['both', 'second', 'shared'].includes(standing),
	);
	const wrong = alone.flatMap(({ phone }) => {
		const counts = expected.get(phone);
		const found = Object.entries(records.get(phone) ?? {}).flatMap(([field, value]) => {
			const [, what] = COUNT.exec(field) ?? [];
			return what === undefined ? [] : [[what.toLowerCase(), Number(value)]];
		});
		const is = Object.fromEntries(found) as object;
		return !counts || same(is, counts) ? [] : [{ phone, is, counts }];
	});
	expect(wrong.slice(0, 3)).toEqual([]);
}

/** How many messages of each phone came how far: what comes later tells that what comes before happened. */
function countsOf(told: readonly RcsEvent[]): Map<string, Record<string, number>> {
	const counts = new Map<string, Record<string, number>>();
	for (const [, events] of byMessage(told)) {
		const phone = events[0]?.user ?? '';
		const message = messageState(events);
		if (!message) continue;
		const happened = new Set(message.legs.flatMap(({ times }) => Object.keys(times)));
		const any = (...names: string[]) => Number(names.some((name) => happened.has(name)));
		const own = {
			sent: any('sent', 'delivered', 'read', 'clicked', 'replied'),
			delivered: any('delivered', 'read', 'clicked', 'replied'),
			read: any('read', 'clicked', 'replied'),
			clicked: any('clicked'),
			replied: any('replied'),
			failed: any('failed', 'expired', 'revoked'),
		};
		const sum = counts.get(phone) ?? {};
		for (const [name, count] of Object.entries(own)) sum[name] = (sum[name] ?? 0) + count;
		counts.set(phone, sum);
	}
	return counts;
}

function byMessage(told: readonly RcsEvent[]): Map<string, RcsEvent[]> {
	const messages = new Map<string, RcsEvent[]>();
	for (const event of told)
		if (event.messageId !== undefined)
			messages.set(event.messageId, [...(messages.get(event.messageId) ?? []), event]);
	return messages;
}

const sorted = (value: unknown): string =>
	JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);

const same = (a: unknown, b: unknown) => sorted(a) === sorted(b);
