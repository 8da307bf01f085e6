import { acknowledge } from '../../connectors/consentAcknowledge';
import type { ConsentMemory } from '../../connectors/consentMemory';
import { overridesOptOut } from '../../connectors/consentNews';
import { pollConsent, startFromNow } from '../../connectors/consentPoll';
import { writeBack } from '../../connectors/writeBack';
import type { EventType } from '../../core/event/types';
import { consentWorld, written } from './consentWorld';
import { event } from './hubspotFixtures';

const phone = '+447700900001';
const nothing: ConsentMemory = { told: {} };

type World = ReturnType<typeof consentWorld>;
const poll = (world: World, memory = nothing, mostPages = 10) =>
	pollConsent(world.run, memory, { mostPages });
const states = (found: Awaited<ReturnType<typeof poll>>) =>
	found.statements.map(({ statement }) => statement.state);

/** An event of the phone, some time before now. */
const happens = (world: World, type: EventType, agoMs = 0) => {
	const occurredAt = new Date(Date.parse(world.now()) - agoMs).toISOString();
	return writeBack(world.run, [event({ type, user: phone, occurredAt })]);
};

test('an edit is the statement of an admin', async () => {
	const world = consentWorld([phone]);
	world.edit('1', 'opted_out');
	const { statements, more } = await poll(world);
	expect(more).toBe(false);
	expect(statements).toEqual([
		{
			phone,
			record: world.show('1'),
			isOther: false,
			statement: {
				id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
				...{ state: 'optedOut', level: 'single', origin: 'admin', source: 'hubspot' },
				occurredAt: world.now(),
			},
		},
	]);
});

test('an edit that is told again because the memory was lost has the same id, until it was acknowledged', async () => {
	const world = consentWorld([phone]);
	world.edit('1', 'opted_out');
	const first = await poll(world);
	world.pass(60_000);
	world.change('1', {});
	const again = await poll(world);
	expect(again.statements[0]?.statement.id).toBe(first.statements[0]?.statement.id);
	await acknowledge(world.run, again.memory);
	expect((await poll(world)).statements).toEqual([]);
});

test('an acknowledgement says what was told and when, and leaves the status alone', async () => {
	const world = consentWorld([phone]);
	world.edit('1', 'opted_out');
	const told = world.now();
	const { memory } = await poll(world);
	world.pass(1000);
	world.edit('1', 'opted_in');
	const edited = world.now();
	world.pass(1000);
	const { memory: after } = await acknowledge(world.run, memory);
	expect(world.show('1').values).toEqual({
		phone,
		...written('optedOut', told),
		...{ consentStatus: 'opted_in', consentSource: 'edited in HubSpot', consentUpdatedAt: edited },
	});
	const next = await poll(world, after);
	expect(next.statements).toMatchObject([{ statement: { state: 'optedIn', occurredAt: edited } }]);
});

test('out, in and out again are three statements, acknowledged or not', async () => {
	for (const isAcknowledged of [true, false]) {
		const world = consentWorld([phone], { stepMs: 1000 });
		world.change('1', written('optedIn', world.now()));
		let memory = nothing;
		const ids = new Set<string>();
		for (const status of ['opted_out', 'opted_in', 'opted_out']) {
			world.edit('1', status);
			const found = await poll(world, memory);
			expect(found.statements).toHaveLength(1);
			for (const { statement } of found.statements) ids.add(statement.id);
			memory = found.memory;
			if (isAcknowledged) ({ memory } = await acknowledge(world.run, memory));
		}
		expect(ids.size).toBe(3);
		expect((await poll(world, memory)).statements).toEqual([]);
	}
});

test('what we write does not make an edit look newer, and is not told', async () => {
	const world = consentWorld([phone]);
	await happens(world, 'user.optedIn');
	world.pass(1000);
	world.edit('1', 'opted_out');
	const edited = world.now();
	world.pass(60_000);
	await happens(world, 'message.delivered');
	const found = await poll(world);
	expect(found.statements).toMatchObject([{ statement: { occurredAt: edited } }]);
	const { memory } = await acknowledge(world.run, found.memory);
	await happens(world, 'message.read');
	await happens(world, 'user.optedIn');
	expect(states(await poll(world, memory))).toEqual([]);
});

test('a late opt-in does not override an opt-out of the admin, told or not', async () => {
	for (const isTold of [true, false]) {
		const world = consentWorld([phone]);
		await happens(world, 'user.optedOut');
		world.pass(1000);
		await happens(world, 'user.optedIn');
		world.pass(5000);
		world.edit('1', 'opted_out');
		if (isTold) await acknowledge(world.run, (await poll(world)).memory);
		await happens(world, 'user.optedIn', 2000);
		expect(world.show('1').values.consentStatus).toBe('opted_out');
		world.pass(1000);
		await happens(world, 'user.optedIn');
		expect(world.show('1').values.consentStatus).toBe('opted_in');
	}
});

test('an opt-out of the person counts against an opt-in of the admin that was not told yet', async () => {
	const world = consentWorld([phone]);
	world.pass(5000);
	world.edit('1', 'opted_in');
	await happens(world, 'user.optedOut', 2000);
	expect(world.show('1').values.consentStatus).toBe('opted_out');
	expect(states(await poll(world))).toEqual([]);
});

test('an opt-in over an opt-out of the person stays known as one until the person agrees', async () => {
	const world = consentWorld([phone]);
	const over = async (status: string) => {
		world.pass(1000);
		world.edit('1', status);
		const [record] = (await poll(world)).statements.map((told) => told.record);
		const is = record && overridesOptOut(record);
		await acknowledge(world.run, (await poll(world)).memory);
		return is;
	};
	expect(await over('opted_out')).toBe(false);
	expect(await over('opted_in')).toBe(false);
	world.pass(1000);
	await happens(world, 'user.optedOut');
	const told = [await over('opted_in'), await over('opted_out'), await over('pending')];
	expect(told).toEqual([true, false, true]);
	expect(world.show('1').values.consentSource).toBe('edited in HubSpot over an opt-out');
	world.pass(1000);
	await happens(world, 'user.optedIn');
	expect([await over('opted_out'), await over('opted_in')]).toEqual([false, false]);
});

test('from now on, what was edited before is not told, also when we write to the record', async () => {
	const world = consentWorld([phone, '+447700900002']);
	world.edit('1', 'opted_out');
	world.pass(1000);
	const memory = await startFromNow(world.run);
	world.pass(1000);
	await happens(world, 'message.delivered');
	const first = await poll(world, memory);
	expect(states(first)).toEqual([]);
	world.edit('2', 'opted_in');
	expect((await poll(world, first.memory)).statements).toMatchObject([{ record: { id: '2' } }]);
});

test('the clock of the CRM tells what now is', async () => {
	const world = consentWorld([phone]);
	const { http } = world.run;
	const date = 'Thu, 31 Jan 2030 11:30:00 GMT';
	const run = {
		...world.run,
		http: async (request: Parameters<typeof http>[0]) => ({
			...(await http(request)),
			headers: { date },
		}),
	};
	expect((await startFromNow(run)).since).toBe('2030-01-31T11:30:00.000Z');
});

test('a poll reads no more pages than it may, and the next one goes on', async () => {
	const world = consentWorld(Array.from({ length: 7 }, (_, i) => `+44770090010${i}`));
	for (let id = 1; id <= 7; id += 1) world.edit(String(id), 'opted_in');
	const first = await poll(world, nothing, 2);
	expect([first.statements.length, first.more]).toEqual([4, true]);
	const second = await poll(world, first.memory, 2);
	expect([second.statements.length, second.more]).toEqual([3, false]);
});

test('a record without a phone is named once, and told when it has one', async () => {
	const world = consentWorld(['']);
	world.edit('1', 'opted_out');
	const first = await poll(world);
	expect([first.statements, first.withoutPhone]).toMatchObject([[], [{ id: '1' }]]);
	const { memory } = await acknowledge(world.run, first.memory);
	world.change('1', {});
	const second = await poll(world, memory);
	expect([second.statements, second.withoutPhone]).toEqual([[], []]);
	world.change('1', { phone });
	expect(states(await poll(world, second.memory))).toEqual(['optedOut']);
});

test('acknowledging many takes two calls, and none where nothing was told', async () => {
	const world = consentWorld(Array.from({ length: 50 }, (_, i) => `+4477009001${i + 10}`));
	for (let id = 1; id <= 50; id += 1) world.edit(String(id), 'opted_in');
	const { memory } = await poll(world, nothing, 100);
	world.asked.length = 0;
	const { memory: after } = await acknowledge(world.run, memory);
	expect(world.asked).toEqual(['/current', '/write']);
	await acknowledge(world.run, after);
	expect(world.asked).toHaveLength(2);
});

test('what the CRM keeps refusing is tried a few times, reported once, and never told twice', async () => {
	const world = consentWorld([phone]);
	const reason = 'Only managers change consent';
	const run = {
		...world.run,
		crm: {
			...world.run.crm,
			read: ({ rows }: { rows: readonly object[] }) =>
				rows.map((row) => ({ row, status: 'dead', reason })) as never,
		},
	};
	world.edit('1', 'opted_out');
	let { memory } = await pollConsent(run, nothing, { mostPages: 1 });
	const failures = [];
	for (let i = 0; i < 8; i += 1) {
		world.change('1', { consentVersion: '', consentUpdatedAt: '', consentSource: '' });
		const tried = await acknowledge(run, memory);
		failures.push(...tried.failures);
		const found = await pollConsent(run, tried.memory, { mostPages: 1 });
		expect(found.statements).toEqual([]);
		({ memory } = found);
	}
	expect(failures).toMatchObject([{ record: { id: '1' }, reason }]);
});

test('what was noted on its record is forgotten when no page can show it without', async () => {
	const world = consentWorld([phone]);
	world.edit('1', 'opted_out');
	let { memory } = await acknowledge(world.run, (await poll(world)).memory);
	({ memory } = await poll(world, memory));
	expect(Object.keys(memory.known ?? {})).toHaveLength(1);
	world.pass(600_000);
	({ memory } = await poll(world, memory));
	expect(memory).toMatchObject({ told: {}, known: {} });
});

test('what somebody changed in the memory is passed over', async () => {
	const world = consentWorld([phone]);
	world.edit('1', 'opted_out');
	const told = { 'contacts:1': 'x', 'contacts:2': '01 zz zz id', 'contacts:3': '09 1 1 id 1 0' };
	const found = await poll(world, { told, known: { a: '', b: '11 ! ! ' } });
	expect(states(found)).toEqual(['optedOut']);
	expect(Object.keys(found.memory.told)).toEqual(['contacts:1']);
	expect(found.memory.known).toEqual({});
});
