import { Connection } from 'jsforce';
import { StreamingExtension } from 'jsforce/lib/api/streaming';
import { ADMIN_USER, INTEGRATION_USER } from '../../sandbox/crm/salesforce/account';
import type { JsonObject } from '../../sandbox/json';
import { bayeux } from './bayeux';
import { PHONE, useOrg } from './salesforceWorld';
import { object } from './world';
import { until } from '../until';

const CONTACTS = '/data/ContactChangeEvent';
const ALL = '/data/ChangeEvents';

/** A client has all the time of a real one. */
const unhurried = useOrg(1);
const { org, admin, contact, provision, signIn, url } = unhurried;
/** Where a test waits until time is over: a minute is somewhat more than a second. */
const quick = useOrg(50);

const select = (...names: string[]) => admin('PUT', '/change-data-capture', { objects: names });

/** A client that is subscribed, and asked for events once. */
async function subscribed(channel = CONTACTS, from?: number) {
	const client = await connected();
	expect(await client.subscribe(channel, from)).toMatchObject({ successful: true });
	return client;
}

async function connected(where = unhurried) {
	const client = bayeux(where.call, `OAuth ${await where.signIn()}`);
	await client.handshake();
	await client.connect();
	return client;
}

const headerOf = (message: JsonObject | undefined): JsonObject =>
	object(object(object(message?.['data'])['payload'])['ChangeEventHeader']);
const replayIdOf = (message: JsonObject | undefined): number =>
	Number(object(object(message?.['data'])['event'])['replayId']);

describe('a change event', () => {
	beforeEach(async () => {
		await provision();
		await select('Contact');
	});

	test('tells of an edit in Salesforce, as the documents describe it', async () => {
		const id = await contact({ RCS_Phone_E164__c: PHONE });
		const client = await subscribed();
		await admin('PATCH', `/records/${id}`, { fields: { RCS_Consent_Status__c: 'opted_out' } });
		const [event, answer] = await client.connect();
		expect(event).toEqual({
			channel: CONTACTS,
			data: {
				schema: expect.any(String),
				payload: {
					ChangeEventHeader: {
						entityName: 'Contact',
						recordIds: [id],
						changeType: 'UPDATE',
						changeOrigin: 'com/salesforce/api/soap/66.0;client=SfdcInternalAPI/',
						transactionKey: expect.any(String),
						sequenceNumber: 1,
						commitTimestamp: expect.any(Number),
						commitNumber: expect.any(Number),
						commitUser: ADMIN_USER.id,
						changedFields: expect.arrayContaining(['RCS_Consent_Status__c', 'LastModifiedDate']),
					},
					RCS_Consent_Status__c: 'opted_out',
					LastModifiedDate: expect.any(String),
				},
				event: { replayId: expect.any(Number) },
			},
		});
		expect(answer).toMatchObject({ channel: '/meta/connect', successful: true });
	});

	test('says which API and which client wrote', async () => {
		const id = await contact();
		const client = await subscribed();
		const write = (campaign: string, headers?: Record<string, string>) =>
			org('PATCH', `/sobjects/Contact/${id}`, { RCS_Last_Campaign__c: campaign }, headers);
		await write('one', { 'sforce-call-options': 'client=ours' });
		await write('two');
		const headers = (await client.connect()).map(headerOf);
		expect(headers.map((one) => one['changeOrigin']).slice(0, 2)).toEqual([
			'com/salesforce/api/rest/66.0;client=ours',
			'com/salesforce/api/rest/66.0',
		]);
		expect(headers[0]).toMatchObject({ commitUser: INTEGRATION_USER.id });
	});

	test('is one for the same change of several records, and none for what was rolled back', async () => {
		const [first, second, third] = [await contact(), await contact(), await contact()];
		const client = await subscribed();
		const rows = (values: [string, string][], allOrNone: boolean) =>
			org('PATCH', '/composite/sobjects', {
				allOrNone,
				records: values.map(([id, RCS_Last_Campaign__c]) => ({
					...{ attributes: { type: 'Contact' }, id, RCS_Last_Campaign__c },
				})),
			});
		await rows(
			[
				[first, 'lost'],
				[second, 'much too long a name'],
			],
			true,
		);
		await rows(
			[
				[first, 'spring'],
				[second, 'spring'],
				[third, 'autumn'],
			],
			false,
		);
		const events = await client.connect();
		expect(events.map(headerOf).map((header) => header['recordIds'])).toEqual([
			[first, second],
			[third],
			undefined,
		]);
		expect(headerOf(events[1])).toMatchObject({
			transactionKey: headerOf(events[0])['transactionKey'],
			sequenceNumber: 2,
		});
	});

	test('has no field that the integration may not see', async () => {
		const id = await contact();
		await admin('PUT', '/access', { hiddenFields: ['Contact.RCS_Consent_Status__c'] });
		const client = await subscribed();
		await admin('PATCH', `/records/${id}`, { fields: { RCS_Consent_Status__c: 'opted_out' } });
		const [event] = await client.connect();
		expect(JSON.stringify(event)).not.toContain('RCS_Consent_Status__c');
		expect(headerOf(event)).toMatchObject({ recordIds: [id] });
	});

	test('comes for records that are made and deleted, while a request waits for it', async () => {
		const client = await subscribed(ALL);
		const [waiting, id] = await Promise.all([client.connect(), contact()]);
		expect(headerOf(waiting[0])).toMatchObject({ changeType: 'CREATE', recordIds: [id] });
		await admin('DELETE', `/records/${id}`);
		const [gone] = await client.connect();
		expect(headerOf(gone)).toMatchObject({ changeType: 'DELETE', recordIds: [id] });
	});

	test('is not told of objects that are not selected', async () => {
		const client = await subscribed(ALL);
		await admin('POST', '/records', {
			...{ object: 'Lead', fields: { LastName: 'Customer', Company: 'A' } },
		});
		const id = await contact();
		expect((await client.connect()).map(headerOf).map((one) => one['recordIds'])).toEqual([
			[id],
			undefined,
		]);
	});
});

describe('a subscription', () => {
	test('is refused until the object is selected', async () => {
		const client = await connected();
		const refusal = (channel: string) => ({
			...{ channel: '/meta/subscribe', successful: false, subscription: channel },
			error: `400::The channel you requested to subscribe to does not exist {${channel}}`,
		});
		expect(await client.subscribe(CONTACTS)).toMatchObject(refusal(CONTACTS));
		await select('Lead');
		expect(await client.subscribe(CONTACTS)).toMatchObject(refusal(CONTACTS));
		expect(await client.subscribe('/data/LeadChangeEvent')).toMatchObject({ successful: true });
		expect(await client.subscribe('data')).toMatchObject({
			error: "400::Channel subscriptions must start with a leading '/'",
		});
	});

	test('goes on from an event, from the first one that is kept, or with new ones', async () => {
		await select('Contact');
		const client = await subscribed();
		const ids = [await contact(), await contact()];
		const [first] = await client.connect();
		const records = async (from: number) => {
			const own = await subscribed(CONTACTS, from);
			const last = await contact();
			const events = await own.connect();
			return [events.flatMap((one) => headerOf(one)['recordIds'] ?? []), last] as const;
		};
		const [all, third] = await records(-2);
		expect(all).toEqual([...ids, third]);
		const [later, fourth] = await records(replayIdOf(first));
		expect(later).toEqual([ids[1], third, fourth]);
		const [fresh, fifth] = await records(-1);
		expect(fresh).toEqual([fifth]);
	});

	test('from an event that is kept no longer, or never was, is refused', async () => {
		await select('Contact');
		const client = await subscribed();
		await contact();
		const id = replayIdOf((await client.connect())[0]);
		await admin('POST', '/change-data-capture/expire');
		for (const from of [id, id + 100])
			expect(await client.subscribe(CONTACTS, from)).toMatchObject({
				successful: false,
				error: `400::The replayId {${from}} you provided was invalid. Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.`,
			});
	});
});

describe('a client', () => {
	const ended = { successful: false, advice: { reconnect: 'none', interval: 0 } };

	test('shakes hands with a token only', async () => {
		const denied = (failureReason: string) => ({
			error: '403::Handshake denied',
			successful: false,
			advice: { reconnect: 'none' },
			ext: { sfdc: { failureReason } },
		});
		expect(await bayeux(unhurried.call, 'OAuth nonsense').handshake()).toMatchObject(
			denied('401::Authentication invalid'),
		);
		expect(await bayeux(unhurried.call, undefined).handshake()).toMatchObject(
			denied('401::Request requires authentication'),
		);
	});

	test('whose token ends is told so, while it waits and afterwards', async () => {
		await select('Contact');
		const client = await subscribed();
		const [waiting] = await Promise.all([client.connect(), admin('POST', '/tokens/expire', {})]);
		const invalid = { ...ended, error: '401::Authentication invalid' };
		expect(waiting).toEqual([expect.objectContaining(invalid)]);
		expect(await client.connect()).toEqual([expect.objectContaining(invalid)]);
		expect(await client.subscribe(CONTACTS)).toMatchObject(invalid);
	});

	test('that is not known any longer has to shake hands again', async () => {
		await select('Contact');
		const client = await subscribed();
		const unknown = {
			successful: false,
			error: '403::Unknown client',
			advice: { reconnect: 'handshake', interval: 0 },
		};
		const [waiting] = await Promise.all([
			client.connect(),
			admin('POST', '/change-data-capture/forget-clients'),
		]);
		expect(waiting).toEqual([expect.objectContaining(unknown)]);
		expect(await client.connect()).toEqual([expect.objectContaining(unknown)]);
	});

	test('that does not ask for 40 seconds is forgotten', async () => {
		const client = await connected(quick);
		await until(async () => {
			const answer = await client.subscribe('none');
			return answer?.['error'] === '403::Unknown client';
		});
	});

	test('gets an empty answer after 110 seconds, and asks again', async () => {
		const client = await connected(quick);
		const answer = await client.connect();
		expect(answer).toEqual([
			expect.objectContaining({ channel: '/meta/connect', successful: true }),
		]);
		expect(await client.connect()).toEqual([expect.objectContaining({ successful: true })]);
	});

	test('has to keep its cookie, and to poll', async () => {
		const client = await connected();
		expect(await client.say('/meta/connect', { connectionType: 'websocket' })).toEqual([
			expect.objectContaining({ error: '400::Invalid connection type websocket' }),
		]);
		client.withoutCookie();
		expect(await client.connect()).toEqual([
			expect.objectContaining({
				error: expect.stringMatching(/no BAYEUX_BROWSER cookie present$/),
			}),
		]);
	});

	test.each(['/cometd', '/cometd/36.0', '/cometd/66'])('is refused at %s', async (path) => {
		const response = await fetch(`${url()}/salesforce${path}`, { method: 'POST', body: '[]' });
		expect(response.status).toBe(400);
		expect(await response.text()).toContain("URI format: '/cometd/");
	});
});

/** A client that somebody else wrote understands the emulator as it is. */
test('jsforce gets change events', async () => {
	await select('Contact');
	const connection = new Connection({
		instanceUrl: `${url()}/salesforce`,
		accessToken: await signIn(),
		version: '66.0',
	});
	let isOver = false;
	const client = connection.streaming.createClient([
		new StreamingExtension.Replay(CONTACTS, -2),
		new StreamingExtension.AuthFailure(() => void (isOver = true)),
	]);
	const got: JsonObject[] = [];
	await client.subscribe(CONTACTS, (event: JsonObject) => got.push(event));
	const id = await contact();
	const [event] = await until(() => got.length > 0 && got);
	expect(object(event?.['payload'])['ChangeEventHeader']).toMatchObject({
		...{ changeType: 'CREATE', recordIds: [id] },
	});
	// Without a token it gives up, which it does of nothing else.
	await admin('POST', '/tokens/expire', {});
	await until(() => isOver);
});
