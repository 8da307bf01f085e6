import { until } from '../until';
import { type CrmName, crmPeople, onceFree } from './support/crmPeople';
import { phoneOf, useSyncWorld } from './support/syncWorld';

/** Records with several numbers: an opt-out by an admin stops all of them, an opt-in is about the RCS phone. */

const world = useSyncWorld({ linger: { min: 0, max: 0 }, pollSeconds: 1 });
const cases = [
	['hubspot', 'salesforce', phoneOf(1), phoneOf(2), phoneOf(3)],
	['salesforce', 'hubspot', phoneOf(4), phoneOf(5), phoneOf(6)],
] as const;
const doubtful = { hubspot: phoneOf(7), salesforce: phoneOf(8) };
const typedLater = { hubspot: phoneOf(17), salesforce: phoneOf(18) };
const colleagues = { hubspot: phoneOf(9), salesforce: phoneOf(10) };

beforeAll(async () => {
	await world.start([
		...cases.flatMap(([, , ...phones]) => phones),
		...[doubtful, colleagues].flatMap(Object.values<string>),
	]);
	for (const crm of ['hubspot', 'salesforce'] as const) await polls(crm, 1);
});
afterEach(() => expect(world.service().failures).toEqual([]));

/** Waits until a CRM was read so often from now on. */
async function polls(connection: CrmName, times: number) {
	const question = 'select polled_at as at from rcs.crm_state where connection = $1';
	const polledAt = async () => {
		const { store } = world.service().service;
		const [row] = await store.query<{ at: string | null }>(question, [connection]);
		return row?.at ?? null;
	};
	for (let i = 0; i < times; i += 1) {
		const before = await polledAt();
		await until(async () => (await polledAt()) !== before, `${connection} is read again`);
	}
}

const { editRecord, person } = crmPeople(world.crms);

/** Somebody types numbers into a record. */
const type = (crm: CrmName, id: string, mobile: string, office: string) =>
	onceFree(crm, () =>
		crm === 'hubspot'
			? world.crms().hubspot('PATCH', `/contacts/${id}`, {
					properties: { mobilephone: mobile, phone: office },
				})
			: world.crms().salesforce('PATCH', `/records/${id}`, {
					fields: { MobilePhone: mobile, Phone: office },
				}),
	);

/** The record whose RCS phone a number is, once it shows a status. */
const shows = (crm: CrmName, phone: string, wanted: string) =>
	until(async () => {
		const { contacts } = await world.crms().call('GET', `/sandbox/crm/${crm}/contacts`);
		const own = (contacts as Awaited<ReturnType<typeof person>>[]).find(
			({ fields }) => fields['RCS phone (E.164)'] === phone,
		);
		return own?.consentField.value === wanted && own;
	}, `${crm} shows ${wanted}`);

const statements = async (phone: string) => {
	const { body } = await world.service().post('/v1/consent/history', { phone });
	return (body as { statements: Record<string, unknown>[] }).statements;
};
const agree = async (phone: string) => {
	const given = { purpose: 'marketing', state: 'optedIn', source: 'form' };
	const occurredAt = '2026-11-01T10:00:00.000Z';
	const all = [{ phone, ...given, occurredAt }];
	expect((await world.service().post('/v1/consent', { statements: all })).status).toBe(200);
};
const gate = async (phone: string) => {
	const requests = [{ id: `gate-${Math.random()}`, phone, purpose: 'marketing' }];
	const settings = { quietHours: 'off' };
	const { body } = await world.service().post('/v1/gate', { requests, settings, dryRun: true });
	return (body as { results: { outcome: string; rule?: string }[] }).results[0];
};
const stopped = { outcome: 'refused', rule: 'optedOut' };

test.each(cases)(
	'in %s an opt-out stops every number of the record, and an opt-in counts for one',
	async (here, there, mobile, office, colleague) => {
		for (const phone of [mobile, office, colleague]) await agree(phone);
		for (const crm of [here, there])
			for (const phone of [mobile, office, colleague]) await shows(crm, phone, 'opted_in');
		const record = await shows(here, mobile, 'opted_in');
		await type(here, record.id, mobile, office);
		await type(here, (await shows(here, colleague, 'opted_in')).id, colleague, office);

		await editRecord(here, record, 'opted_out');
		await until(async () => (await statements(office)).length === 2, 'the opt-out');
		const [[own], [other]] = [await statements(mobile), await statements(office)];
		expect(own).toMatchObject({ state: 'optedOut', origin: 'admin', source: here });
		expect(other).toEqual({
			...own,
			key: { phone: office, agent: '*', purpose: 'marketing' },
			id: expect.any(String) as string,
			recordedAt: expect.any(String) as string,
		});
		expect(other?.['id']).not.toBe(own?.['id']);
		for (const phone of [mobile, office]) expect(await gate(phone)).toMatchObject(stopped);
		// Whose RCS phone it is shows it, in both CRMs; whoever has it typed beside another one does not.
		for (const crm of [here, there]) await shows(crm, office, 'opted_out');
		await shows(there, mobile, 'opted_out');

		await polls(here, 3);
		await editRecord(here, record, 'opted_in');
		await until(async () => (await statements(mobile)).length === 3, 'the opt-in');
		await polls(here, 3);
		await polls(there, 3);
		for (const crm of [here, there]) await world.drained(crm);
		for (const phone of [mobile, colleague])
			expect(await gate(phone)).toMatchObject({ outcome: 'send' });
		expect(await gate(office)).toMatchObject(stopped);
		for (const [phone, times] of [
			[mobile, 3],
			[office, 2],
			[colleague, 1],
		] as const)
			expect(await statements(phone)).toHaveLength(times);
		for (const crm of [here, there]) await shows(crm, colleague, 'opted_in');
		expect((await world.deadLetters()).items).toEqual([]);
	},
);

test.each(['hubspot', 'salesforce'] as const)(
	'a second number in %s that cannot be read is named, and stopped once it can be',
	async (here) => {
		const [mobile, later] = [doubtful[here], typedLater[here]];
		const colleague = colleagues[here];
		await agree(colleague);
		await type(here, (await shows(here, colleague, 'opted_in')).id, colleague, later);
		const record = await person(here, mobile);
		await type(here, record.id, mobile, '+44 77');
		await editRecord(here, record, 'opted_out');
		const problems = async () => {
			const all = (await world.health(here))['problems'] as { problem: string }[];
			return all.map(({ problem }) => problem).filter((one) => one.includes(` ${record.id}: `));
		};
		const named = await until(async () => {
			const found = await problems();
			return found.length > 0 && found;
		}, 'the problem');
		const field = here === 'hubspot' ? 'phone' : 'Phone';
		expect(named).toEqual([expect.stringMatching(new RegExp(`These fields cannot: ${field}$`))]);
		expect(await gate(mobile)).toMatchObject(stopped);
		await polls(here, 2);
		expect(await problems()).toEqual(named);

		await type(here, record.id, mobile, later);
		await until(async () => (await statements(later)).length > 0, 'the second number');
		await polls(here, 3);
		const [[own, ...more], [other, ...others]] = [
			await statements(mobile),
			await statements(later),
		];
		expect([more, others]).toEqual([[], []]);
		expect(other).toMatchObject({ state: 'optedOut', occurredAt: own?.['occurredAt'] });
		expect(await gate(later)).toMatchObject(stopped);
		expect(await problems()).toEqual([]);

		// A colleague with the same number beside an own one is not opted out by it.
		for (const crm of ['hubspot', 'salesforce'] as const) {
			await world.drained(crm);
			await shows(crm, colleague, 'opted_in');
		}
		expect(await gate(colleague)).toMatchObject({ outcome: 'send' });
		expect((await world.deadLetters()).items).toEqual([]);

		// Who is erased stays stopped, and is not told again of the record that still has the number.
		expect(await world.service().post('/v1/consent/erase', { phone: later })).toMatchObject({
			status: 200,
		});
		const left = await statements(later);
		await type(here, record.id, mobile, `${later} `);
		await polls(here, 3);
		expect(await statements(later)).toEqual(left);
		expect(await gate(later)).toMatchObject(stopped);
	},
);
