import { acknowledge, withoutNotes } from '../../connectors/consentAcknowledge';
import type { ConsentMemory } from '../../connectors/consentMemory';
import { readNamed } from '../../connectors/consentNamed';
import { pollConsent } from '../../connectors/consentPoll';
import { consentValues } from '../../connectors/contactWrites';
import { readTypedPhones, recordPhones } from '../../connectors/typedPhones';
import { writeBack, writeContacts } from '../../connectors/writeBack';
import { consentWorld } from './consentWorld';
import { event } from './hubspotFixtures';

/** Of which numbers of a record an edit tells. */

const [phone, second, third] = ['+447700900001', '+447700900002', '+447700900003'];
const nothing: ConsentMemory = { told: {} };

type World = ReturnType<typeof consentWorld>;
const poll = (world: World, memory = nothing) => pollConsent(world.run, memory, { mostPages: 10 });
type Found = Awaited<ReturnType<typeof poll>>;
const told = ({ statements }: Pick<Found, 'statements'>) =>
	statements.map((one) => [one.phone, one.statement.state]);
const idsOf = ({ statements }: Found) =>
	new Map(statements.map((one) => [one.phone, one.statement.id]));

/** As n8n and the store keep it. */
const kept = (memory: ConsentMemory) => JSON.parse(JSON.stringify(memory)) as ConsentMemory;

test('an opt-out is told for every number, anything else for the one that stands for the record', async () => {
	const world = consentWorld([phone]);
	world.type('1', { otherPhones: [second, third] });
	let memory = nothing;
	const all = [];
	for (const status of ['opted_in', 'opted_out', 'pending']) {
		world.edit('1', status);
		const found = await poll(world, memory);
		({ memory } = await acknowledge(world.run, found.memory));
		all.push(told(found));
		world.pass(1000);
	}
	expect(all).toEqual([
		[[phone, 'optedIn']],
		[phone, second, third].map((one) => [one, 'optedOut']),
		[[phone, 'pending']],
	]);
	expect(told(await poll(world, memory))).toEqual([]);
});

test('each number has a statement of its own, with the same id as often as the edit is told', async () => {
	const world = consentWorld([phone]);
	world.type('1', { otherPhones: [second] });
	world.edit('1', 'opted_out');
	const first = await poll(world);
	const [own, other] = first.statements;
	expect(other?.statement).toEqual({ ...own?.statement, id: idsOf(first).get(second) });
	expect(new Set(idsOf(first).values()).size).toBe(2);
	world.pass(60_000);
	world.type('1', { otherPhones: [third, second] });
	const again = await poll(world);
	expect([...idsOf(again)]).toEqual(expect.arrayContaining([...idsOf(first)]));
	const named = await readNamed(world.run, nothing, [{ object: 'contacts', id: '1' }]);
	expect(named.statements).toEqual(again.statements);
});

test('another opt-out of the same record has ids of its own', async () => {
	const world = consentWorld([phone]);
	world.type('1', { otherPhones: [second] });
	const ids = new Set<string>();
	let memory = nothing;
	for (const status of ['opted_out', 'opted_in', 'opted_out']) {
		world.pass(1000);
		world.edit('1', status);
		const found = await poll(world, memory);
		({ memory } = await acknowledge(world.run, found.memory));
		for (const { statement } of found.statements) ids.add(statement.id);
	}
	expect(ids.size).toBe(5);
});

test('a STOP that was written to the record says nothing of its other numbers', async () => {
	const world = consentWorld([phone]);
	world.type('1', { otherPhones: [second] });
	await writeBack(world.run, [
		event({ type: 'user.optedOut', user: phone, occurredAt: world.now() }),
	]);
	expect(world.show('1').values.consentStatus).toBe('opted_out');
	expect(told(await poll(world))).toEqual([]);
});

describe.each(['noted', 'not yet noted', 'never noted'])('an opt-out that is %s', (how) => {
	const settle = async (world: World, { memory }: Found) => {
		if (how === 'not yet noted') return kept(memory);
		if (how === 'never noted') return kept(withoutNotes(memory));
		return kept((await acknowledge(world.run, memory)).memory);
	};

	test('is told for a number that can be read only later, once, and as of its own time', async () => {
		const world = consentWorld([phone]);
		world.type('1', { otherPhones: [second], unreadable: ['phone'] });
		world.edit('1', 'opted_out');
		const editedAt = world.now();
		const first = await poll(world);
		expect(told(first).map(([one]) => one)).toEqual([phone, second]);
		expect(first.incomplete).toMatchObject([{ id: '1', unreadable: ['phone'] }]);
		let memory = await settle(world, first);
		for (let i = 0; i < 3; i += 1) {
			world.pass(600_000);
			world.rename('1');
			const found = await poll(world, memory);
			expect([found.statements, found.incomplete]).toEqual([[], []]);
			memory = kept(found.memory);
		}
		world.type('1', { otherPhones: [second, third] });
		const rest = await poll(world, memory);
		expect(told(rest).map(([one]) => one)).toEqual([third]);
		const at = how === 'never noted' ? world.now() : editedAt;
		expect(rest.statements.at(-1)?.statement).toMatchObject({ state: 'optedOut', occurredAt: at });
		world.pass(1000);
		world.rename('1');
		const after = await poll(world, kept(rest.memory));
		expect([after.statements, after.incomplete, after.records]).toEqual([[], [], []]);
	});

	test('is told for each number as soon as it can be read, whatever another field holds', async () => {
		const world = consentWorld([phone]);
		world.type('1', { unreadable: ['home', 'other'] });
		world.edit('1', 'opted_out');
		let memory = await settle(world, await poll(world));
		const all = [];
		for (const numbers of [
			{ otherPhones: [second], unreadable: ['other'] },
			{ otherPhones: [third], unreadable: ['other'] },
			{ otherPhones: [second, third] },
		]) {
			world.type('1', numbers);
			const found = await poll(world, memory);
			all.push([told(found).map(([one]) => one), found.incomplete.map((one) => one.unreadable)]);
			memory = kept(found.memory);
			expect((await poll(world, memory)).records).toEqual([]);
		}
		expect(all).toEqual([
			[[second], [['other']]],
			[[third], [['other']]],
			[[], []],
		]);
	});

	test('is told for a number that stands for the record when it can be read', async () => {
		const world = consentWorld(['']);
		world.type('1', { phone: second, unreadable: ['mobilephone'] });
		world.edit('1', 'opted_out');
		const first = await poll(world);
		expect(told(first).map(([one]) => one)).toEqual([second]);
		const memory = await settle(world, first);
		world.type('1', { phone, otherPhones: [second] });
		const { statements } = await poll(world, memory);
		expect(statements).toMatchObject([{ phone, isOther: false, statement: { state: 'optedOut' } }]);
	});

	test("is told for the rest also after the person's own STOP was written", async () => {
		const world = consentWorld([phone]);
		world.type('1', { unreadable: ['phone'] });
		world.edit('1', 'opted_out');
		const editedAt = world.now();
		const memory = await settle(world, await poll(world));
		world.pass(600_000);
		const occurredAt = world.now();
		await writeBack(world.run, [event({ type: 'user.optedOut', user: phone, occurredAt })]);
		const since = await poll(world, memory);
		expect(told(since)).toEqual([]);
		world.type('1', { otherPhones: [second] });
		const { statements } = await poll(world, kept(since.memory));
		expect(statements.map((one) => one.phone)).toEqual([second]);
		const at = how === 'never noted' ? occurredAt : editedAt;
		expect(statements[0]?.statement).toMatchObject({ state: 'optedOut', occurredAt: at });
	});

	test('is not told for a number that can be read after the person opted in again', async () => {
		const world = consentWorld([phone]);
		world.type('1', { unreadable: ['phone'] });
		world.edit('1', 'opted_out');
		const memory = await settle(world, await poll(world));
		world.pass(1000);
		const occurredAt = world.now();
		await writeBack(world.run, [event({ type: 'user.optedIn', user: phone, occurredAt })]);
		world.type('1', { otherPhones: [second] });
		expect(told(await poll(world, memory))).toEqual([]);
	});
});

test('what is meant for the own record of a phone makes no contact, and is no failure without one', async () => {
	const world = consentWorld([phone]);
	const settings = { ...world.run.settings, createContacts: true };
	const values = consentValues('optedOut', world.now(), 'edited in HubSpot');
	const writes = [phone, second].map((one) => ({
		...{ phone: one, values, urgent: true },
		ownOnly: true as const,
	}));
	expect(await writeContacts({ ...world.run, settings }, writes)).toMatchObject([
		{ phone, status: 'written' },
		{ phone: second, status: 'unchanged', records: [], failures: [] },
	]);
	expect(world.asked.filter((url) => url === '/write')).toHaveLength(1);
});

test('fields with the same number are one number; digits that are none are named, words are not', () => {
	const fields = [
		{ name: 'mobilephone', values: ['07700 900002', '+447700900002'] },
		{ name: 'phone', values: ['+44 7700 900001', undefined] },
		{ name: 'home', values: ['07700900001'] },
		{ name: 'other', values: ['4711'] },
		{ name: 'fax', values: ['ask reception'] },
	];
	const typed = readTypedPhones(fields, ['GB'], undefined);
	expect(typed).toEqual({ phones: [second, phone], unreadable: ['other'] });
	expect(recordPhones(phone, typed)).toEqual({
		...{ phone, otherPhones: [second], unreadable: ['other'] },
	});
	expect(readTypedPhones(fields, [], undefined)).toEqual({
		...{ phones: [second, phone], unreadable: ['home', 'other'] },
	});
	expect(recordPhones(undefined, { phones: [], unreadable: [] })).toEqual({});
});
