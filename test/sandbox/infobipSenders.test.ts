import type { JsonObject } from '../../sandbox/json';
import {
	ANDROID,
	API_KEY,
	objects,
	OFFLINE,
	results,
	SMS_ONLY,
	text,
	useReceiver,
	useSandbox,
} from './world';
import { until } from '../until';

const { call, sendInfobip } = useSandbox();
const receiver = useReceiver();
const ask = (method: string, path: string, body?: unknown) =>
	call(method, `/infobip/rcs/1${path}`, body, API_KEY);

describe('senders', () => {
	it('are listed page by page', async () => {
		const { body } = await ask('GET', '/senders?page=1&size=1');
		expect(body).toMatchObject({
			results: [{ senderName: 'NewShop', senderStatus: 'READY_FOR_TESTING' }],
			paging: { page: 1, size: 1, totalPages: 2, totalResults: 2 },
		});
	});

	it('tell where they are launched, and why not', async () => {
		expect((await ask('GET', '/senders/DemoShop')).body).toMatchObject({
			senderName: 'DemoShop',
			privacy: { url: expect.any(String) },
		});
		expect((await ask('GET', '/senders/DemoShop/launch-status')).body).toMatchObject({
			event: 'RCS_SENDER_LAUNCH_STATUS_UPDATE',
			senderStatus: 'LAUNCHED_PARTIAL_SUCCESS',
			coverage: [
				{ countryCode: 'GB', providers: [{ status: 'COMPLETED' }, { status: 'COMPLETED' }] },
				{
					countryCode: 'US',
					providers: [{ name: 'ATT', status: 'REJECTED', rejectionReason: expect.any(String) }],
				},
			],
		});
	});

	it.each(['/senders/Nobody', '/senders/Nobody/launch-status', '/senders/Nobody/test-numbers'])(
		'%s is not there',
		async (path) => {
			const { status, body } = await ask('GET', path);
			expect(status).toBe(404);
			expect(body).toMatchObject({
				errorCode: 'E404',
				violations: [{ property: 'senderName', violation: 'sender "Nobody" does not exist' }],
			});
		},
	);

	it('can be launched by the carriers of a country, if it has any', async () => {
		expect((await ask('GET', '/senders/providers?countryCode=IN')).body).toMatchObject({
			results: [{ countryCode: 'IN', providers: ['JIO', 'VODAFONE'] }],
		});
		expect((await ask('GET', '/senders/providers?countryCode=XX')).status).toBe(404);
	});

	it('have carriers for their templates, by country', async () => {
		const carriers = async (query: string) =>
			(await ask('GET', `/templates/template-providers${query}`)).body['providers'];
		expect(await carriers('?sender=DemoShop')).toEqual(['INDIA_VI', 'INDONESIA_TELKOMSEL']);
		expect(await carriers('?countryCode=ID')).toEqual(['INDONESIA_TELKOMSEL']);
	});
});

describe('test numbers', () => {
	const BASE = '/senders/NewShop/test-numbers';
	const add = (testNumber: string, more: JsonObject = {}) =>
		ask('POST', BASE, { testNumber, ...more });
	const status = async (number: string) => (await ask('GET', `${BASE}/${number}`)).body['status'];
	const decide = (number: string, decision: string) =>
		call('POST', `/sandbox/console/infobip/test-numbers/${number}`, { status: decision });

	it('are invited, accept by themselves, and every step is told', async () => {
		await call(
			'POST',
			'/infobip/subscriptions/1/subscription/RCS',
			{
				subscriptionId: 's',
				events: ['TEST_NUMBER_UPDATE'],
				profile: { profileId: 'p', webhook: { notifyUrl: receiver.url() } },
			},
			API_KEY,
		);
		const added = await add(ANDROID);
		expect(added.status).toBe(202);
		expect(added.body).toEqual({ senderName: 'NewShop', testNumber: ANDROID, status: 'PENDING' });
		await until(() => results(receiver.got).length === 2);
		expect(receiver.got[0]?.body).not.toHaveProperty('messageCount');
		const update = {
			event: 'RCS_TEST_NUMBER_STATUS_UPDATE',
			senderName: 'NewShop',
			senderStatus: 'READY_FOR_TESTING',
			testNumber: ANDROID,
		};
		expect(results(receiver.got)).toMatchObject([
			{ ...update, testNumberStatus: 'WAITING_FOR_TESTER_ACCEPTANCE' },
			{ ...update, testNumberStatus: 'APPROVED', completedAt: expect.any(String) },
		]);
	});

	it('are unsupported without RCS, and expire or are refreshed while nobody accepts', async () => {
		await add(SMS_ONLY);
		await add(OFFLINE);
		await until(async () => (await status(SMS_ONLY)) === 'UNSUPPORTED');
		await until(async () => (await status(OFFLINE)) === 'WAITING_FOR_TESTER_ACCEPTANCE');
		await decide(OFFLINE, 'EXPIRED');
		expect(await status(OFFLINE)).toBe('EXPIRED');
		const refreshed = await ask('PUT', `${BASE}/${OFFLINE}/refresh`);
		expect([refreshed.status, refreshed.body['status']]).toEqual([202, 'PENDING']);
		const again = await ask('PUT', `${BASE}/${OFFLINE}/refresh`);
		expect([again.status, again.body['errorCode']]).toEqual([409, 'E409']);
	});

	it('are primary for one sender at a time, and listed the latest first', async () => {
		await add(ANDROID, { primary: true });
		await ask('POST', '/senders/DemoShop/test-numbers', { testNumber: ANDROID, primary: true });
		const [entry] = objects((await ask('GET', BASE)).body['results']);
		expect(entry).toMatchObject({ testNumber: ANDROID, primary: false });
		const changed = await ask('PATCH', `${BASE}/${ANDROID.slice(1)}`, { primary: true });
		expect([changed.status, changed.body['primary']]).toEqual([202, true]);
	});

	it('are refused when they are no numbers, known, too many, or to be removed', async () => {
		await add(ANDROID);
		const statuses = [
			await add('call me'),
			await add(ANDROID),
			await ask('POST', BASE, {}),
			await ask('PATCH', `${BASE}/${ANDROID}`, {}),
			await ask('GET', `${BASE}/447700900999`),
			await ask('DELETE', `${BASE}/${ANDROID}`),
		].map(({ status: code }) => code);
		expect(statuses).toEqual([400, 409, 400, 400, 404, 404]);
		for (let i = 100; i < 119; i += 1) expect((await add(`447700900${i}`)).status).toBe(202);
		const { status: full, body } = await add('447700900119');
		expect(full).toBe(400);
		expect(objects(body['violations'])[0]).toMatchObject({ property: 'testNumber' });
	});

	it('are the only ones a sender reaches before its launch', async () => {
		const phoneNumbers = [ANDROID.slice(1)];
		const code = async () => {
			const question = { sender: 'NewShop', phoneNumbers };
			const { body } = await call(
				'POST',
				'/infobip/rcs/2/capability-check/query',
				question,
				API_KEY,
			);
			return objects(body['capabilityCheckResults'])[0]?.['code'];
		};
		const send = (messageId: string) =>
			sendInfobip(
				text({
					sender: 'NewShop',
					destinations: [{ to: ANDROID.slice(1), messageId }],
					webhooks: { delivery: { url: receiver.url() } },
				}),
			);
		expect(await code()).toBe('UNREACHABLE');
		await send('m1');
		await until(() => results(receiver.got).length === 1);
		await add(ANDROID);
		await until(async () => (await status(ANDROID)) === 'APPROVED');
		expect(await code()).toBe('ENABLED');
		await send('m2');
		await until(() => results(receiver.got).length === 2);
		expect(results(receiver.got)).toMatchObject([
			{ messageId: 'm1', error: { id: 7005, name: 'EC_FORBIDDEN_ACCESS', permanent: true } },
			{ messageId: 'm2', status: { name: 'DELIVERED_TO_HANDSET' } },
		]);
	});
});

it.each<[string, JsonObject, string]>([
	['without a sender', { sender: undefined }, 'events[0].sender'],
	['without a destination', { destinations: [] }, 'events[0].destinations'],
	['of an unknown kind', { content: { type: 'WAVE' } }, 'events[0].content.type'],
	['seen, of no message', { content: { type: 'SEEN' } }, 'events[0].content.messageId'],
	['with half a name', { colour: 'red' }, 'events[0].colour'],
])('an event %s is refused', async (_name, change, property) => {
	const event = {
		sender: 'DemoShop',
		destinations: [{ to: ANDROID }],
		content: { type: 'TYPING_INDICATOR' },
		...change,
	};
	const { status, body } = await ask('POST', '/events', { events: [event] });
	expect([status, body['errorCode']]).toEqual([400, 'E400']);
	expect(objects(body['violations']).map((violation) => violation['property'])).toContain(property);
});

it.each([
	[{ phoneNumbers: [] }, 'phoneNumbers'],
	[{ phoneNumbers: Array(10_001).fill('447700900001') }, 'phoneNumbers'],
	[{ notifyContentType: 'text/plain' }, 'notifyContentType'],
	[{ sender: undefined }, 'sender'],
])('a check by webhook is refused: %#', async (change, property) => {
	const question = { sender: 'DemoShop', phoneNumbers: ['447700900001'], ...change };
	const path = '/infobip/rcs/2/capability-check/notify';
	const { status, body } = await call('POST', path, question, API_KEY);
	expect(status).toBe(400);
	expect(objects(body['violations'])[0]).toMatchObject({ property });
});
