import { createHmac } from 'node:crypto';
import { asMemory, know, recordsOf } from '../../connectors/consentMemory';
import { until } from '../until';
import { crmPeople, onceFree } from './support/crmPeople';
import { type Crms, startCrms } from './support/crms';
import { idle } from './support/idle';
import { phoneOf } from './support/syncWorld';
import { startTestService, type TestService } from './support/world';

/** CRMs that tell of edits by themselves: nothing is looked for here (`pollSeconds: 0`). */

const SECRET = 'sandbox-hubspot-client-secret';
const phones = [phoneOf(1), phoneOf(2), phoneOf(3), phoneOf(4), phoneOf(5)] as const;
const [A, B, C, D, E] = phones;
const sync = {
	...{ linger: { min: 0, max: 0 }, pollSeconds: 0 },
	...{ webhookSecrets: ['another-secret', SECRET], changeDataCapture: true },
};

let crms: Crms;
let service: TestService;
beforeAll(async () => {
	crms = await startCrms();
	await crms.reset(phones);
	await crms.salesforce('PUT', '/change-data-capture', { objects: ['Contact', 'Lead'] });
	service = await startTestService(crms.config(sync));
	await crms.hubspot('PUT', '/webhooks', {
		targetUrl: `${service.url}/webhooks/hubspot/hubspot`,
		subscriptions: [{ eventType: 'contact.propertyChange', propertyName: 'rcs_consent_status' }],
	});
	for (const crm of ['hubspot', 'salesforce']) await until(() => isBegun(crm), crm);
});
afterAll(async () => {
	await service.stop();
	await crms.stop();
});

async function isBegun(connection: string): Promise<boolean> {
	const [row] = await service.service.store.query<{ polled: boolean; state: string | null }>(
		`select polled_at is not null as polled, stream->>'state' as state
		from rcs.crm_state where connection = $1`,
		[connection],
	);
	return row?.polled === true && (connection === 'hubspot' || row.state === 'up');
}

const { edit, editRecord, person } = crmPeople(() => crms);

const statements = async (phone: string) => {
	const { body } = await service.post('/v1/consent/history', { phone });
	return (body as { statements: Record<string, unknown>[] }).statements;
};
const news = () => service.service.store.query<{ id: string }>('select id from rcs.crm_news');
const read = () => idle(service.service.store, 'poll');

test.each([
	['hubspot', A],
	['salesforce', B],
] as const)('an edit in %s is read as soon as it is told', async (crm, phone) => {
	await edit(crm, phone, 'opted_out');
	const told = await until(async () => {
		const found = await statements(phone);
		return found.length > 0 && found;
	});
	expect(told).toMatchObject([{ state: 'optedOut', source: crm, origin: 'admin' }]);
	await edit(crm, phone, 'opted_in');
	await until(async () => (await statements(phone)).length === 2);
	await read();
	expect(await statements(phone)).toHaveLength(2);
	await until(async () => (await news()).length === 0, 'the end of the news');
	expect(service.failures).toEqual([]);
});

test.each([
	['hubspot', D, phoneOf(14)],
	['salesforce', E, phoneOf(15)],
] as const)(
	'an opt-out told by %s stops each number of the record, once',
	async (crm, phone, other) => {
		const record = await person(crm, phone);
		await onceFree(crm, () =>
			crm === 'hubspot'
				? crms.hubspot('PATCH', `/contacts/${record.id}`, { properties: { mobilephone: other } })
				: crms.salesforce('PATCH', `/records/${record.id}`, { fields: { Phone: other } }),
		);
		await editRecord(crm, record, 'opted_out');
		for (const one of [phone, other])
			await until(async () => (await statements(one)).length > 0, 'the opt-out');
		await editRecord(crm, record, 'opted_in');
		const first = crm === 'hubspot' ? other : phone;
		await until(async () => (await statements(first)).length === 2, 'the opt-in');
		await read();
		await until(async () => (await news()).length === 0, 'the end of the news');
		const stated = async (one: string) => (await statements(one)).map(({ state }) => state);
		const second = first === phone ? other : phone;
		expect([await stated(first), await stated(second)]).toEqual([
			['optedIn', 'optedOut'],
			['optedOut'],
		]);
		expect(service.failures).toEqual([]);
	},
);

test('while a CRM is to be left alone, what it tells of waits', async () => {
	const { store, queues } = service.service;
	const before = (await statements(A)).length;
	const pause = (until: string) =>
		store.query(
			`update rcs.crm_state set poll_after = now() + $1::interval where connection = 'hubspot'`,
			[until],
		);
	await pause('1 hour');
	// Whoever reads already did not hear of it.
	await read();
	const id = await edit('hubspot', A, 'opted_out');
	const waits = async () => {
		const [row] = await store.query<{ ms: number }>(
			`select (extract(epoch from start_after - now()) * 1000)::float8 as ms from pgboss.job
			where name = 'poll' and state = 'created' and data->>'connection' = 'hubspot'`,
		);
		return (row?.ms ?? 0) > 60_000;
	};
	await until(async () => (await news()).some((one) => one.id === id) && waits());
	expect(await statements(A)).toHaveLength(before);
	await pause('-1 second');
	await queues.hurry('poll', { connection: 'hubspot' }, { key: 'hubspot' });
	await until(async () => (await statements(A)).length === before + 1);
});

test('an edit that there is no room to remember is not lost, also where nothing is looked for', async () => {
	const { store } = service.service;
	const before = (await statements(A)).length;
	const now = Date.now();
	const full = recordsOf({ told: {} });
	const known = { state: 'optedOut', version: 1, id: 'abcdefgh', how: 'noted' } as const;
	for (let i = 0; i < 4000; i += 1)
		know(full, `contacts:${900_000 + i}`, { ...known, until: now - 1_800_000 });
	await read();
	const [row] = await store.query<{ memory: object }>(
		"select memory from rcs.crm_state where connection = 'hubspot'",
	);
	const memory = { ...row?.memory, from: now - 3_600_000, known: asMemory(full).known };
	await store.query("update rcs.crm_state set memory = $1 where connection = 'hubspot'", [
		JSON.stringify(memory),
	]);
	await edit('hubspot', A, 'opted_in');
	await until(async () => (await statements(A)).length === before + 1);
	await until(async () => (await news()).length === 0);
	expect(service.failures).toEqual([]);
});

test('the last of several edits within a second is what the other CRM comes to show', async () => {
	const inSalesforce = async () => (await crms.inSalesforce(A))['RCS_Consent_Status__c'];
	await until(async () => (await inSalesforce()) === 'opted_in', 'the opt-in in Salesforce');
});

function signed(body: string, { secret = SECRET, at = Date.now(), path = PATH } = {}) {
	const signature = createHmac('sha256', secret)
		.update(`POST${service.url}${path}${body}${at}`)
		.digest('base64');
	return fetch(`${service.url}${path}`, {
		method: 'POST',
		body,
		headers: {
			'content-type': 'application/json',
			'x-hubspot-signature-v3': signature,
			'x-hubspot-request-timestamp': String(at),
		},
	});
}
const PATH = '/webhooks/hubspot/hubspot';
const changed = (objectId: number) =>
	JSON.stringify([
		{
			...{ subscriptionType: 'contact.propertyChange', propertyName: 'rcs_consent_status' },
			...{ objectId, propertyValue: 'opted_out' },
		},
	]);

test('what a webhook says of a value does not count', async () => {
	const id = await edit('hubspot', A, 'opted_in');
	const before = await statements(A);
	expect((await signed(changed(Number(id)))).status).toBe(200);
	expect((await signed(changed(999_999))).status).toBe(200);
	await read();
	expect(await statements(A)).toEqual(before);
});

test('a webhook that is forged, old or of another address is refused', async () => {
	const nobody = 987_654_321;
	const body = changed(nobody);
	expect((await signed(body, { secret: 'wrong' })).status).toBe(401);
	expect((await signed(body, { at: Date.now() - 6 * 60_000 })).status).toBe(401);
	expect((await signed(body, { path: '/webhooks/hubspot/other' })).status).toBe(404);
	expect((await signed(body, { path: '/webhooks/hubspot/salesforce' })).status).toBe(404);
	const plain = await fetch(`${service.url}${PATH}`, { method: 'POST', body });
	expect(plain.status).toBe(401);
	expect(JSON.stringify(await plain.json())).toContain('webhookSecrets');
	expect(await news()).not.toContainEqual({ id: String(nobody) });
});

test('where Salesforce streams nothing, the page says so, and edits are found by polling', async () => {
	await crms.salesforce('PUT', '/change-data-capture', { objects: [] });
	const { salesforce } = crms.config({ ...sync, pollSeconds: 1 }).crms;
	const other = await startTestService({ crms: { salesforce } });
	try {
		const problems = async () => {
			const { body } = await other.get('/v1/page/crms');
			return (body as { crms: { problems: object[] }[] }).crms[0]?.problems;
		};
		const shown = await until(async () => {
			const found = (await problems()) ?? [];
			return found.length > 0 && found;
		});
		expect(shown).toMatchObject([
			{
				problem: expect.stringContaining('Salesforce streams no changes'),
				advice: expect.stringContaining('Change Data Capture'),
			},
		]);
		const polled = async () => {
			const [row] = await other.service.store.query<{ at: string | null }>(
				'select polled_at as at from rcs.crm_state',
			);
			return row?.at ?? null;
		};
		await until(async () => (await polled()) !== null);
		// Somebody nothing was written of: the first service may still read what it wrote of others.
		await edit('salesforce', C, 'opted_out');
		await until(async () => {
			const { body } = await other.post('/v1/consent/check', { checks: [{ phone: C }] });
			return (body as { results: { state: string }[] }).results[0]?.state === 'optedOut';
		});
	} finally {
		await other.stop();
	}
});
