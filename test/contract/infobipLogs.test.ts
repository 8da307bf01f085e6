import { answering, base, provider, wire } from './infobipWire';
import { json } from './wire';

/** GET /rcs/2/logs: what was sent in the last 48 hours. */

const entry = {
	sender: 'DemoSender',
	destination: '447700900123',
	bulkId: 'BULK-1',
	messageId: 'out-1',
	sentAt: '2030-03-03T14:22:30.000+0100',
	doneAt: '2030-03-03T14:22:35.000+0100',
	messageCount: 1,
	price: { pricePerMessage: 0.005, currency: 'EUR' },
	status: { groupId: 3, groupName: 'DELIVERED', id: 5, name: 'DELIVERED_TO_HANDSET' },
	error: { groupId: 0, groupName: 'OK', id: 0, name: 'NO_ERROR', permanent: false },
	content: { type: 'TEXT', text: 'Hello' },
};
const page = (entries: unknown[], nextCursor?: string | null) =>
	json({ results: entries, cursor: { limit: 1000, nextCursor } });
const queries = (requests: readonly { url: string }[]) =>
	requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams));

test('an entry is the status of its message', async () => {
	const { call, requests } = wire({ results: [entry], cursor: {} });
	expect(await provider.logs?.(call, { limit: 20 })).toEqual([
		{
			id: 'out-1',
			state: 'delivered',
			to: '+447700900123',
			agent: 'DemoSender',
			sentAt: '2030-03-03T13:22:30.000Z',
			doneAt: '2030-03-03T13:22:35.000Z',
			billing: { price: 0.005, currency: 'EUR' },
			raw: entry,
		},
	]);
	expect(requests).toEqual([{ method: 'GET', url: `${base}/rcs/2/logs?limit=20&useCursor=true` }]);
});

test.each([
	[{ groupId: 1, name: 'PENDING_ACCEPTED' }, 'queued'],
	[{ groupId: 1, name: 'PENDING_ENROUTE' }, 'sent'],
	[{ groupName: 'DELIVERED' }, 'delivered'],
	[{ groupName: 'EXPIRED', name: 'EXPIRED_EXPIRED' }, 'expired'],
	[{ groupName: 'REJECTED', name: 'REJECTED_NETWORK' }, 'failed'],
	[{ groupName: 'SOMETHING_NEW' }, 'unknown'],
])('status %j is %s', async (status, state) => {
	const { call } = wire({ results: [{ ...entry, status }] });
	expect(await provider.logs?.(call, {})).toMatchObject([{ state }]);
});

test('a failure, and one that a failover follows, names its reason', async () => {
	const error = { id: 7002, name: 'EC_UNKNOWN_USER', description: 'No RCS', permanent: true };
	const { call } = wire({
		results: [
			{ ...entry, status: { groupId: 2 }, error },
			{ ...entry, status: { groupId: 1 }, error },
		],
	});
	const code = 'EC_UNKNOWN_USER';
	expect(await provider.logs?.(call, {})).toMatchObject([
		{ state: 'failed', error: { code, retryable: false } },
		{ state: 'sent', error: { code } },
	]);
});

test('filters go by the names and in the form of the documents', async () => {
	const { call, requests } = wire({ results: [] }, 200, {
		options: { applicationId: 'app', entityId: 'entity' },
	});
	await provider.logs?.(call, {
		messageIds: ['out-1', 'out-2'],
		bulkId: 'BULK-1',
		campaignId: 'spring-sale',
		since: '2030-03-03T14:00:00+01:00',
		until: '2030-03-03T15:00:00+01:00',
	});
	expect(queries(requests)).toEqual([
		{
			messageId: 'out-1,out-2',
			bulkId: 'BULK-1',
			campaignReferenceId: 'spring-sale',
			sentSince: '2030-03-03T13:00:00.000+0000',
			sentUntil: '2030-03-03T14:00:00.000+0000',
			applicationId: 'app',
			entityId: 'entity',
			limit: '1000',
			useCursor: 'true',
		},
	]);
});

test('pages follow the cursor until it ends', async () => {
	const { call, requests } = answering([
		page([entry], 'c1'),
		page([entry], 'c2'),
		page([entry], null),
	]);
	expect(await provider.logs?.(call, {})).toHaveLength(3);
	expect(queries(requests).map(({ cursor }) => cursor)).toEqual([undefined, 'c1', 'c2']);
});

test('no page is read beyond the limit', async () => {
	const thousand = Array.from({ length: 1000 }, () => entry);
	const { call, requests } = answering([page(thousand, 'c1'), page([entry, entry], 'c2')]);
	expect(await provider.logs?.(call, { limit: 1002 })).toHaveLength(1002);
	expect(queries(requests).map(({ limit }) => limit)).toEqual(['1000', '2']);
});

test('a cursor that does not move ends the reading', async () => {
	const { call, requests } = answering([page([entry], 'c1'), page([entry], 'c1')]);
	expect(await provider.logs?.(call, {})).toHaveLength(2);
	expect(requests).toHaveLength(2);
});

describe('status', () => {
	test('is looked up by message id, whatever application it was sent for', async () => {
		const { call, requests } = wire({ results: [entry, { ...entry, messageId: 'other' }] }, 200, {
			options: { applicationId: 'app' },
		});
		const refs = [{ id: 'out-1' }, { id: 'gone', to: '+447700900124' }];
		expect(await provider.status?.(call, refs)).toMatchObject([{ id: 'out-1' }]);
		expect(queries(requests)).toEqual([
			{ messageId: 'out-1,gone', limit: '1000', useCursor: 'true' },
		]);
	});

	test('asks in parts that are no longer than 2048 characters', async () => {
		const ids = Array.from({ length: 100 }, (_, i) => `${i}-`.padEnd(36, 'x'));
		const { call, requests } = wire({ results: [] });
		await provider.status?.(
			call,
			ids.map((id) => ({ id })),
		);
		const asked = queries(requests).map(({ messageId }) => messageId ?? '');
		expect(asked.map(({ length }) => length)).toEqual([55 * 37 - 1, 45 * 37 - 1]);
		expect(asked.join(',').split(',')).toEqual(ids);
	});

	test('of nothing is not asked for', async () => {
		const { call, requests } = wire({ results: [entry] });
		expect(await provider.status?.(call, [])).toEqual([]);
		expect(requests).toEqual([]);
	});

	test('needs a scope of its own', async () => {
		const { call } = wire({ errorCode: 'E403', description: 'Insufficient permissions' }, 403);
		await expect(provider.status?.(call, [{ id: 'out-1' }])).rejects.toMatchObject({
			detail: { category: 'permission' },
		});
	});
});
