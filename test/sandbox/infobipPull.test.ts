import type { JsonObject } from '../../sandbox/json';
import {
	ANDROID,
	API_KEY,
	objects,
	results,
	SMS_ONLY,
	text,
	useReceiver,
	useSandbox,
} from './world';
import { until } from '../until';

/** What can be fetched from Infobip: reports once, logs again and again. */

const { call, sendInfobip } = useSandbox();
const receiver = useReceiver();
const get = (path: string) => call('GET', `/infobip${path}`, undefined, API_KEY);
const resultsOf = async (path: string) => objects((await get(path)).body['results']);
const to = (number: string, messageId: string): JsonObject => ({
	destinations: [{ to: number.slice(1), messageId }],
});

const finished = (count: number) =>
	until(async () => {
		const logs = await resultsOf('/rcs/2/logs?limit=1000');
		return logs.filter((entry) => entry['doneAt']).length >= count;
	});

describe('delivery reports', () => {
	it('are told once, without what only webhooks tell', async () => {
		const smsFailover = { sender: 'Shop', text: 'By SMS' };
		const options = { smsFailover, campaignReferenceId: 'spring' };
		await sendInfobip(text({ ...to(SMS_ONLY, 'm1'), options }));
		await finished(1);
		const reports = await resultsOf('/rcs/2/reports');
		expect(reports).toMatchObject([
			{ messageId: 'm1', status: { groupName: 'DELIVERED' }, sender: 'Shop' },
			{ messageId: 'm1', status: { name: 'PENDING_ENROUTE' }, error: { id: 7002 } },
		]);
		for (const report of reports)
			for (const name of ['price', 'conversation', 'channel'])
				expect(report).not.toHaveProperty(name);
		expect(await resultsOf('/rcs/2/reports')).toEqual([]);
	});

	it('stay when a filter or the limit leaves them', async () => {
		for (const id of ['m1', 'm2', 'm3']) await sendInfobip(text(to(ANDROID, id)));
		await finished(3);
		const idsOf = async (query: string) =>
			(await resultsOf(`/rcs/2/reports?${query}`)).map(({ messageId }) => messageId);
		expect(await idsOf('messageId=m2')).toEqual(['m2']);
		expect(await idsOf('campaignReferenceId=other')).toEqual([]);
		expect(await idsOf('limit=1')).toEqual(['m3']);
		expect(await idsOf('limit=1000')).toEqual(['m1']);
	});
});

describe('logs', () => {
	it('show each message with its content and how it stands', async () => {
		const platform = { entityId: 'e1', applicationId: 'a1' };
		const options = { platform, campaignReferenceId: 'spring' };
		const isOnline = (online: boolean) => call('PATCH', `/sandbox/phones/${ANDROID}`, { online });
		await isOnline(false);
		await sendInfobip(text({ ...to(ANDROID, 'm1'), options }));
		expect(await resultsOf('/rcs/2/logs')).toMatchObject([
			{ messageId: 'm1', status: { groupName: 'PENDING' }, error: { name: 'NO_ERROR' } },
		]);
		await isOnline(true);
		await finished(1);
		expect(await resultsOf('/rcs/2/logs')).toMatchObject([
			{
				sender: 'DemoShop',
				destination: '447700900001',
				messageId: 'm1',
				messageCount: 1,
				status: { name: 'DELIVERED_TO_HANDSET' },
				platform,
				content: { type: 'TEXT', text: 'Hello' },
				campaignReferenceId: 'spring',
			},
		]);
	});

	it.each([
		['messageId=m1,m3', ['m3', 'm1']],
		['messageId=m1&messageId=m3', ['m3', 'm1']],
		['destination=447700900001', ['m2', 'm1']],
		['campaignReferenceId=spring', ['m2']],
		['generalStatus=UNDELIVERABLE', ['m3']],
		['sender=NewShop', []],
		['applicationId=a1', []],
		['sentUntil=2020-01-01T00:00:00.000Z', []],
		['sentSince=2020-01-01T00:00:00.000%2B0000', ['m3', 'm2', 'm1']],
		['limit=1', ['m3']],
	])('with %s are those', async (query, ids) => {
		await sendInfobip(text(to(ANDROID, 'm1')));
		await sendInfobip(text({ ...to(ANDROID, 'm2'), options: { campaignReferenceId: 'spring' } }));
		await sendInfobip(text(to(SMS_ONLY, 'm3')));
		await finished(3);
		const found = await resultsOf(`/rcs/2/logs?${query}`);
		expect(found.map(({ messageId }) => messageId)).toEqual(ids);
	});

	it('come in pages, which what is sent meanwhile does not move', async () => {
		for (const id of ['m1', 'm2', 'm3']) await sendInfobip(text(to(ANDROID, id)));
		const first = (await get('/rcs/2/logs?useCursor=true&limit=2')).body;
		expect(first).toMatchObject({ cursor: { limit: 2, nextCursor: expect.any(String) } });
		await sendInfobip(text(to(ANDROID, 'm4')));
		const { nextCursor } = { nextCursor: '', ...objects([first['cursor']])[0] };
		const second = (await get(`/rcs/2/logs?useCursor=true&limit=2&cursor=${nextCursor}`)).body;
		expect([...objects(first['results']), ...objects(second['results'])]).toMatchObject(
			['m3', 'm2', 'm1'].map((messageId) => ({ messageId })),
		);
		expect(second).toMatchObject({ cursor: { nextCursor: null } });
	});
});

it.each([
	['/rcs/2/reports?limit=1001', 'limit'],
	['/rcs/2/reports?limit=many', 'limit'],
	['/rcs/2/reports?since=yesterday', 'since'],
	['/rcs/2/logs?limit=1001', 'limit'],
	['/rcs/2/logs?limit=0', 'limit'],
	['/rcs/2/logs?generalStatus=FINE', 'generalStatus'],
	['/rcs/2/logs?sentSince=2020-01-01', 'sentSince'],
	['/rcs/2/logs?sentSince=2020-01-01T00:00:00.000%2B00:00', 'sentSince'],
	[`/rcs/2/logs?messageId=${'x'.repeat(2049)}`, 'messageId'],
	['/rcs/2/logs?useCursor=true&cursor=nowhere', 'cursor'],
	['/rcs/1/senders?size=101', 'size'],
	['/rcs/1/senders/providers?pageSize=201', 'pageSize'],
	['/rcs/1/templates/template-providers?country=IN', 'country'],
])('GET %s is refused', async (path, property) => {
	const { status, body } = await get(path);
	expect([status, body['errorCode']]).toEqual([400, 'E400']);
	expect(objects(body['violations'])[0]).toMatchObject({ property });
});

it('a file that a person sends comes with its address, name, type and size', async () => {
	await call(
		'POST',
		'/infobip/subscriptions/1/subscription/RCS',
		{
			subscriptionId: 'inbound',
			events: ['INBOUND_MESSAGE'],
			profile: { profileId: 'p', webhook: { notifyUrl: receiver.url() } },
		},
		API_KEY,
	);
	const file = { url: 'https://shop.example/lamp.jpg', name: 'lamp.jpg', mimeType: 'image/jpeg' };
	const sent = { ...file, bytes: 2048, agent: 'DemoShop' };
	await call('POST', `/sandbox/phones/${ANDROID}/file`, sent);
	await call('POST', `/sandbox/phones/${ANDROID}/subscription`, {
		subscribed: false,
		agent: 'DemoShop',
	});
	await call('POST', `/sandbox/phones/${ANDROID}/text`, { text: 'Done', agent: 'DemoShop' });
	await until(() => results(receiver.got).length === 2);
	expect(results(receiver.got)).toMatchObject([
		{
			interactionType: 'SINGLE_MESSAGE',
			message: {
				type: 'FILE',
				url: file.url,
				name: 'lamp.jpg',
				contentType: 'image/jpeg',
				size: 2048,
			},
			price: { trafficType: 'SINGLE' },
		},
		{ message: { type: 'TEXT', text: 'Done' } },
	]);
});
