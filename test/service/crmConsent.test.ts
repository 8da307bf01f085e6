import { until } from '../until';
import { type CrmName, crmPeople } from './support/crmPeople';
import { event, phoneOf, useSyncWorld } from './support/syncWorld';

/** Consent that people edit in the CRMs: into the ledger, past the gate, into the other CRM. */

const world = useSyncWorld({ linger: { min: 0, max: 0 }, pollSeconds: 1 });
const [A, B, C, D, E] = [phoneOf(1), phoneOf(2), phoneOf(3), phoneOf(4), phoneOf(5)] as const;
beforeAll(async () => {
	await world.start([A, B, C, D, E]);
	for (const crm of ['hubspot', 'salesforce'])
		await until(async () => (await polledAt(crm)) !== null, `${crm} is read`);
});
afterEach(() => expect(world.service().failures).toEqual([]));

const sql = () => world.service().service.store;

async function polledAt(connection: string) {
	const [row] = await sql().query<{ at: string | null }>(
		'select polled_at as at from rcs.crm_state where connection = $1',
		[connection],
	);
	return row?.at ?? null;
}

/** Waits until each CRM was read `times` times from now on. */
async function polls(times = 2) {
	for (let i = 0; i < times; i += 1)
		for (const crm of ['hubspot', 'salesforce']) {
			const before = await polledAt(crm);
			await until(async () => (await polledAt(crm)) !== before, `${crm} is read again`);
		}
}

const { person, edit } = crmPeople(world.crms);
const shows = (crm: CrmName, phone: string, wanted: string, source = /(?:)/) =>
	until(async () => {
		const { consentField, fields } = await person(crm, phone);
		return consentField.value === wanted && source.test(fields['RCS consent source'] ?? '');
	}, `${crm} shows ${wanted}, ${source}`);

const statements = async (phone: string) => {
	const { body } = await world.service().post('/v1/consent/history', { phone });
	return (body as { statements: Record<string, unknown>[] }).statements;
};
const check = async (phone: string) => {
	const { body } = await world.service().post('/v1/consent/check', { checks: [{ phone }] });
	return (body as { results: { state: string }[] }).results[0]?.state;
};
const gate = async (phone: string) => {
	const requests = [{ id: `gate-${Math.random()}`, phone, purpose: 'marketing' }];
	const settings = { quietHours: 'off' };
	const { body } = await world.service().post('/v1/gate', { requests, settings, dryRun: true });
	return (body as { results: { outcome: string; rule?: string }[] }).results[0];
};
test.each([
	['hubspot', A, 'salesforce'],
	['salesforce', B, 'hubspot'],
] as const)('an edit in %s counts, and is in %s, too', async (here, phone, there) => {
	await edit(here, phone, 'opted_in');
	await until(async () => (await check(phone)) === 'optedIn');
	expect(await gate(phone)).toMatchObject({ outcome: 'send' });
	await shows(there, phone, 'opted_in');

	await edit(here, phone, 'opted_out');
	await until(async () => (await check(phone)) === 'optedOut');
	expect(await gate(phone)).toMatchObject({ outcome: 'refused', rule: 'optedOut' });
	await shows(there, phone, 'opted_out');

	await polls(3);
	expect(await statements(phone)).toMatchObject([
		{ state: 'optedOut', origin: 'admin', source: here, key: { agent: '*', purpose: 'marketing' } },
		{ state: 'optedIn', origin: 'admin', source: here },
	]);
	await shows(here, phone, 'opted_out', /^edited in /);
});

test.each(['hubspot', 'salesforce'] as const)(
	'a STOP stands over an edit in %s, and the record shows it again, with the reason',
	async (here) => {
		const user = here === 'hubspot' ? C : D;
		const occurredAt = new Date().toISOString();
		await world.tell(event({ type: 'user.optedOut', user, keyword: 'STOP', occurredAt }));
		await shows(here, user, 'opted_out');
		await edit(here, user, 'opted_in');
		await until(async () => (await statements(user)).length === 2);
		expect(await check(user)).toBe('optedOut');
		expect(await gate(user)).toMatchObject({ outcome: 'refused' });
		await shows(here, user, 'opted_out', /^keyword STOP, stands over an opt-in without proof$/);
		await polls(3);
		// The time of an edit in Salesforce is that of the beginning of the second.
		const told = (await statements(user)).toSorted((a) => (a['state'] === 'optedIn' ? -1 : 1));
		expect(told).toMatchObject([
			{ state: 'optedIn', source: here, overruled: expect.stringContaining('without proof') },
			{ state: 'optedOut', source: 'keyword' },
		]);
		await shows('hubspot', user, 'opted_out');
		await shows('salesforce', user, 'opted_out');
	},
);

test('edited in both at the same time, both come to show the same', async () => {
	await Promise.all([edit('hubspot', E, 'opted_in'), edit('salesforce', E, 'opted_out')]);
	await until(async () => (await statements(E)).length === 2);
	await polls(2);
	const state = await check(E);
	const shown = state === 'optedIn' ? 'opted_in' : 'opted_out';
	await shows('hubspot', E, shown);
	await shows('salesforce', E, shown);
	await polls(2);
	expect(await statements(E)).toHaveLength(2);
});
