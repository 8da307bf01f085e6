import { providerError, RcsError } from '../../core/errors';
import { answering, base, provider, wire } from './infobipWire';
import { json } from './wire';

/** GET /rcs/2/reports: delivery reports that are told once. */

const delivered = {
	bulkId: 'BULK-123456',
	status: { groupId: 3, groupName: 'DELIVERED', id: 5, name: 'DELIVERED_TO_HANDSET' },
	error: { groupId: 0, groupName: 'OK', id: 0, name: 'NO_ERROR', permanent: false },
	messageId: 'out-1',
	doneAt: '2030-03-03T14:22:35.000+0100',
	interactionType: 'BASIC_MESSAGE',
	messageCount: 1,
	sentAt: '2030-03-03T14:22:30.000+0100',
	mccMnc: '23410',
	callbackData: 'order-1042',
	to: '447700900123',
	sender: 'DemoSender',
	campaignReferenceId: 'spring-sale',
};
const failed = {
	...delivered,
	messageId: 'out-2',
	status: {
		groupId: 2,
		groupName: 'UNDELIVERABLE',
		id: 4,
		name: 'UNDELIVERABLE_REJECTED_OPERATOR',
	},
	error: { groupId: 1, id: 7002, name: 'EC_UNKNOWN_USER', description: 'No', permanent: true },
};
const many = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ ...delivered, messageId: `out-${i}` }));
const pathOf = ({ url }: { url: string }) => decodeURIComponent(url.slice(base.length));

test('are the events a webhook would be, without a channel, because none is told', async () => {
	const { call, requests } = wire({ results: [delivered, failed] });
	const events = await provider.reports?.(call, { limit: 50 });
	expect(events).toMatchObject([
		{
			type: 'message.delivered',
			messageId: 'out-1',
			user: '+447700900123',
			agent: 'DemoSender',
			clientRef: 'order-1042',
			campaignId: 'spring-sale',
			billing: { interactionType: 'BASIC_MESSAGE' },
			occurredAt: '2030-03-03T13:22:35.000Z',
			raw: delivered,
		},
		{
			type: 'message.failed',
			error: { category: 'notReachable', code: 'EC_UNKNOWN_USER' },
			safeToFallBack: true,
		},
	]);
	for (const event of events ?? []) expect(event).not.toHaveProperty('channel');
	expect(requests).toEqual([{ method: 'GET', url: `${base}/rcs/2/reports?limit=50` }]);
});

test('are filtered, for each message by a request of its own', async () => {
	const { call, requests } = wire({ results: [] }, 200, { options: { applicationId: 'app' } });
	await provider.reports?.(call, {
		messageIds: ['out-1', 'out/2'],
		bulkId: 'BULK-1',
		campaignId: 'spring & summer',
	});
	expect(requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams))).toEqual(
		['out-1', 'out/2'].map((messageId) => ({
			messageId,
			bulkId: 'BULK-1',
			campaignReferenceId: 'spring & summer',
			applicationId: 'app',
			limit: '1000',
		})),
	);
});

test('are fetched a thousand at a time, until there are no more', async () => {
	const { call, requests } = answering([
		json({ results: many(1000) }),
		json({ results: many(1000) }),
		json({ results: many(3) }),
	]);
	expect(await provider.reports?.(call, {})).toHaveLength(2003);
	expect(requests.map(pathOf)).toEqual(Array(3).fill('/rcs/2/reports?limit=1000'));
});

test('are never asked for beyond the limit, because what is told is gone', async () => {
	const { call, requests } = answering([
		json({ results: many(1000) }),
		json({ results: many(500) }),
	]);
	expect(await provider.reports?.(call, { limit: 1500 })).toHaveLength(1500);
	expect(requests.map(pathOf)).toEqual(['/rcs/2/reports?limit=1000', '/rcs/2/reports?limit=500']);
});

test('that were read before a failure are given', async () => {
	const lost = new RcsError(providerError('network', 'Gone'));
	const { call } = answering([json({ results: many(1000) }), lost]);
	expect(await provider.reports?.(call, {})).toHaveLength(1000);
	const { call: never } = answering([lost]);
	await expect(provider.reports?.(never, {})).rejects.toBe(lost);
});

test.each(['since', 'until'])(
	'cannot be filtered by %s, and are not fetched then',
	async (name) => {
		const { call, requests } = wire({ results: [delivered] });
		await expect(
			provider.reports?.(call, { [name]: '2030-03-03T00:00:00Z' }),
		).rejects.toMatchObject({ detail: { category: 'validation', problems: [{ path: name }] } });
		expect(requests).toEqual([]);
	},
);
