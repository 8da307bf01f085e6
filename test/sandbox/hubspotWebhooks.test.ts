import { createHash } from 'node:crypto';
import { readHubspotWebhook, verifyHubspot } from '../../connectors/hubspot/webhook';
import type { JsonObject } from '../../sandbox/json';
import { CONTACTS, useHubspot } from './hubspotWorld';
import { type Received, objects, useReceiver } from './world';
import { until } from '../until';

/** A day in less than half a second. */
const SPEED = 200_000;
const SECRET = 'sandbox-hubspot-client-secret';

const { api, backstage, call, contacts, provision, fault } = useHubspot(SPEED);
const receiver = useReceiver();

const PATH = "/hooks/it's%20(a)?to=all%2Ceach";
const events = (received: readonly Received[] = receiver.got): JsonObject[] =>
	received.flatMap(({ raw }) => objects(JSON.parse(raw)));
const told = (count: number) =>
	until(() => events().length >= count && events(), `${count} events`);

const consentChanged = { eventType: 'contact.propertyChange', propertyName: 'rcs_consent_status' };

async function subscribe(subscriptions: object[] = [consentChanged], more: object = {}) {
	await provision();
	const app = { targetUrl: receiver.url(PATH), subscriptions, ...more };
	expect(await backstage('PUT', '/webhooks', app)).toMatchObject({ status: 200 });
}

const edit = (id: string, value: string) =>
	call('PUT', `/sandbox/crm/hubspot/contacts/contacts/${id}/consent`, { value });
const write = (id: string, properties: JsonObject) =>
	api('PATCH', `${CONTACTS}/${id}`, { properties });

const deliveries = async (): Promise<JsonObject[]> =>
	objects((await backstage('GET', '/webhooks')).body['deliveries']);

function verdictOf({ path, headers, raw }: Received) {
	const texts = Object.entries(headers).map(([name, value]) => [name, String(value)]);
	const url = receiver.url(path);
	const about = { method: 'POST', url, headers: Object.fromEntries(texts), receivedAt: '' };
	return verifyHubspot({ ...about, body: Buffer.from(raw) }, SECRET, new Date());
}

describe('the webhooks of an app', () => {
	test('tell of an edit in HubSpot, as the documents describe it', async () => {
		await subscribe();
		const [id = ''] = await contacts({ phone: '+447700900001' });
		await edit(id, 'opted_out');
		expect(await told(1)).toEqual([
			{
				eventId: expect.any(Number),
				subscriptionId: 25001,
				portalId: 4010,
				appId: 4010001,
				occurredAt: expect.any(Number),
				subscriptionType: 'contact.propertyChange',
				attemptNumber: 0,
				objectId: Number(id),
				propertyName: 'rcs_consent_status',
				propertyValue: 'opted_out',
				changeSource: 'CRM_UI',
				sourceId: 'userId:1',
				isSensitive: false,
			},
		]);
	});

	test('are signed in version 3, and in version 1 beside it', async () => {
		await subscribe();
		const [id = ''] = await contacts({ phone: '+447700900001' });
		await edit(id, 'opted_out');
		const [received] = await until(() => receiver.got.length > 0 && receiver.got);
		if (!received) throw new Error('nothing came');
		expect(received.path).toBe(PATH);
		expect(verdictOf(received)).toEqual({ verified: 'ok' });
		expect(verdictOf({ ...received, raw: `${received.raw} ` })).toMatchObject({
			verified: 'failed',
		});
		expect(received.headers['x-hubspot-signature-version']).toBe('v1');
		expect(received.headers['x-hubspot-signature']).toBe(
			createHash('sha256').update(`${SECRET}${received.raw}`).digest('hex'),
		);
		expect(readHubspotWebhook(received.raw)).toEqual({
			changed: [{ object: 'contacts', id }],
			gone: [],
		});
	});

	test('tell who wrote over the API: the app itself, or another one', async () => {
		await subscribe();
		const [own = '', other = ''] = await contacts(
			{ phone: '+447700900001' },
			{ phone: '+447700900002' },
		);
		await write(own, { rcs_consent_status: 'opted_in' });
		await call(
			'POST',
			'/hubspot/crm/objects/2026-09/contacts/batch/update',
			{ inputs: [{ id: other, properties: { rcs_consent_status: 'opted_in' } }] },
			{ authorization: 'Bearer sandbox-hubspot-other-key' },
		);
		const both = await told(2);
		expect(both).toContainEqual(
			expect.objectContaining({
				objectId: Number(own),
				changeSource: 'INTEGRATION',
				sourceId: '4010001',
			}),
		);
		expect(both).toContainEqual(
			expect.objectContaining({ objectId: Number(other), sourceId: '4010002' }),
		);
		const news = readHubspotWebhook(JSON.stringify(both), { ownAppId: '4010001' });
		expect(news.changed).toEqual([{ object: 'contacts', id: other }]);
	});

	test('tell of nothing that was not subscribed to, or did not change', async () => {
		await subscribe();
		const [id = ''] = await contacts({ phone: '+447700900001' });
		await write(id, { rcs_last_campaign: 'spring', rcs_consent_status: 'opted_in' });
		await write(id, { rcs_consent_status: 'opted_in' });
		await write(id, { rcs_consent_status: 'opted_out' });
		// Two requests may be under way at once, and the later change come first.
		const values = (await told(2)).map((one) => one['propertyValue']);
		expect(values.sort()).toEqual(['opted_in', 'opted_out']);
	});

	test('tell of contacts that are made, deleted, erased and merged', async () => {
		const kinds = ['creation', 'deletion', 'privacyDeletion', 'merge'];
		await subscribe(kinds.map((kind) => ({ eventType: `contact.${kind}` })));
		const people = [1, 2, 3, 4].map((digit) => ({ phone: `+44770090000${digit}` }));
		const [kept = '', merged = '', deleted = '', erased = ''] = await contacts(...people);
		await backstage('POST', `/contacts/${merged}/merge`, { into: kept });
		await api('DELETE', `${CONTACTS}/${deleted}`);
		await backstage('DELETE', `/contacts/${erased}?forGood=true`);
		const all = await told(7);
		const count = (kind: string) =>
			all.filter((one) => one['subscriptionType'] === `contact.${kind}`).length;
		expect(kinds.map(count)).toEqual([4, 1, 1, 1]);
		const { changed, gone } = readHubspotWebhook(JSON.stringify(all));
		expect(changed).toEqual([{ object: 'contacts', id: kept }]);
		expect(gone.map(({ id }) => id).sort()).toEqual([merged, deleted, erased].sort());
	});

	test('carry a hundred events at most', async () => {
		await subscribe([consentChanged, consentChanged]);
		const ids = await contacts(...Array.from({ length: 250 }, () => ({ firstname: 'A' })));
		const inputs = ids.map((id) => ({ id, properties: { rcs_consent_status: 'opted_in' } }));
		for (let from = 0; from < inputs.length; from += 100)
			await api('POST', `${CONTACTS}/batch/update`, { inputs: inputs.slice(from, from + 100) });
		const all = await told(500);
		expect(new Set(all.map((one) => one['objectId'])).size).toBe(250);
		for (const { raw } of receiver.got) expect(objects(JSON.parse(raw)).length).toBeLessThan(101);
	});

	test('are repeated until they are taken, each time with its number and a new signature', async () => {
		await subscribe();
		receiver.answers.push(500, 404, 302);
		const [id = ''] = await contacts({ phone: '+447700900001' });
		await edit(id, 'opted_out');
		const all = await told(4);
		expect(all.map((one) => one['attemptNumber'])).toEqual([0, 1, 2, 3]);
		expect(new Set(all.map((one) => one['eventId'])).size).toBe(1);
		for (const received of receiver.got) expect(verdictOf(received)).toEqual({ verified: 'ok' });
		const logged = await until(async () => {
			const lines = await deliveries();
			return lines.length === 4 && lines;
		});
		expect(logged.map(({ status }) => status)).toEqual([200, 302, 404, 500]);
	});

	test('are repeated ten times, and then no more', async () => {
		await subscribe();
		receiver.answers.push(...Array.from({ length: 50 }, () => 503));
		const [id = ''] = await contacts({ phone: '+447700900001' });
		await edit(id, 'opted_out');
		const all = await until(() => events().length === 11 && events(), 'eleven attempts');
		expect(all.at(-1)).toMatchObject({ attemptNumber: 10 });
		// The last answer is noted after the request came.
		await until(async () => (await deliveries()).length === 11);
	});

	test('are not held up by one that is not taken', async () => {
		// Each change is told twice: a hundred of them fill two batches.
		await subscribe([consentChanged, consentChanged], { maxConcurrentRequests: 1 });
		receiver.answers.push(...Array.from({ length: 50 }, () => 503));
		const ids = await contacts(...Array.from({ length: 100 }, () => ({ firstname: 'A' })));
		const inputs = ids.map((id) => ({ id, properties: { rcs_consent_status: 'opted_in' } }));
		await api('POST', `${CONTACTS}/batch/update`, { inputs });
		const tries = () => receiver.got.map(({ raw }) => objects(JSON.parse(raw))[0] ?? {});
		const all = await until(() => tries().length === 22 && tries(), 'all attempts of two batches');
		const [first, second] = new Set(all.map((one) => one['eventId']));
		const attempts = all.map((one) => `${one['eventId']} ${one['attemptNumber']}`);
		expect(attempts.indexOf(`${second} 0`)).toBeLessThan(attempts.indexOf(`${first} 10`));
	});

	test('come twice where that is ordered', async () => {
		await subscribe();
		await fault({ kind: 'duplicateWebhook' });
		const [id = ''] = await contacts({ firstname: 'A' });
		await edit(id, 'opted_out');
		const [one, again] = await told(2);
		expect(again).toEqual(one);
	});

	test('end with a reset', async () => {
		await subscribe();
		await call('POST', '/sandbox/reset');
		expect((await backstage('GET', '/webhooks')).body).toEqual({
			maxConcurrentRequests: 10,
			subscriptions: [],
			deliveries: [],
		});
	});

	test.each([
		[{ targetUrl: 'ftp://example.com' }],
		[{ subscriptions: [{ eventType: 'company.creation' }] }],
		[{ maxConcurrentRequests: 0 }],
	])('are not set up with %j', async (app) => {
		expect(await backstage('PUT', '/webhooks', app)).toMatchObject({ status: 400 });
	});
});

describe('a webhook that a workflow sends', () => {
	async function send(...answers: number[]): Promise<string> {
		receiver.answers.push(...answers);
		await provision();
		const [id = ''] = await contacts({ phone: '+447700900001', firstname: 'Ada' });
		await backstage('POST', `/contacts/${id}/workflow-webhook`, { url: receiver.url(PATH) });
		return id;
	}
	const one = () => until(() => receiver.got[0]);

	test('is the contact, signed in version 3, and in version 2 beside it', async () => {
		const id = await send();
		const received = await one();
		expect(received.body).toMatchObject({ id, properties: { firstname: 'Ada' } });
		expect(verdictOf(received)).toEqual({ verified: 'ok' });
		expect(received.headers['x-hubspot-signature-version']).toBe('v2');
		expect(received.headers['x-hubspot-signature']).toBe(
			createHash('sha256')
				.update(`${SECRET}POST${receiver.url(PATH)}${received.raw}`)
				.digest('hex'),
		);
	});

	test('is repeated when the receiver is busy or broken, not when it refuses', async () => {
		await send(500, 429, 400);
		await until(async () => (await deliveries()).length === 3);
		expect((await deliveries()).map(({ status }) => status)).toEqual([400, 429, 500]);
	});
});
