import { subscriptions } from '../../core/providers/rest-v1/subscriptions';
import { response } from './deliver';
import { base, json, wire } from './restV1Wire';

describe('webhook subscriptions', () => {
	const request = {
		id: 'n8n-1',
		url: 'https://hooks.example.com/rcs',
		events: ['message.read', 'user.optedOut'] as const,
		secret: 'test-secret',
	};

	test('create gives the secret along, and the id of the service back', async () => {
		const { call, requests } = wire([{ webhook: { id: 'wh-1' } }]);
		expect(await subscriptions.create(call, request)).toBe('wh-1');
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/v1/webhooks`,
				headers: json,
				body: {
					url: request.url,
					// An opt-out is an event of its own, is typed, or tapped.
					events: ['message.read', 'message.clicked', 'message.replied', 'message.optout'],
					secret: 'test-secret',
				},
			},
		]);
		await expect(subscriptions.create(wire([{}]).call, request)).rejects.toMatchObject({
			detail: { category: 'provider', retryable: false },
		});
	});

	test('what cannot be read may come as any event', async () => {
		const { call, requests } = wire([{ id: 'wh-1' }]);
		await subscriptions.create(call, { ...request, events: ['unknown'] });
		expect(requests).toMatchObject([{ body: { events: { length: 12 } } }]);
	});

	test('list shows addresses and what is told', async () => {
		const webhooks = [
			{ id: 'wh-1', url: request.url, events: ['MESSAGE_READ', 'message.optout', 'brand.new'] },
			{ id: 'wh-2', events: ['message.replied', 'message.clicked', 'message.optout'] },
		];
		expect(await subscriptions.list(wire([{ webhooks }]).call)).toEqual([
			{ id: 'wh-1', url: request.url, events: ['message.read'] },
			{
				id: 'wh-2',
				events: [
					'message.replied',
					'message.clicked',
					'message.received',
					'user.optedOut',
					'user.optedIn',
				],
			},
		]);
	});

	test.each([204, 404])('remove (HTTP %i)', async (status) => {
		const { call, asked } = wire(() => response(status));
		await subscriptions.remove(call, 'wh/1');
		expect(asked()).toEqual(['DELETE /v1/webhooks/wh%2F1']);
	});

	test('what cannot be removed is said', async () => {
		await expect(
			subscriptions.remove(wire(() => response(403)).call, 'wh-1'),
		).rejects.toMatchObject({ detail: { category: 'permission' } });
	});

	test('the proof is the secret alone, and the age the account asks for', () => {
		const webhook = { secret: 'of the account', maxAgeSeconds: 60 };
		expect(subscriptions.proof({ webhook }, 'new')).toEqual({ secret: 'new', maxAgeSeconds: 60 });
		expect(subscriptions.proof({}, 'new')).toEqual({ secret: 'new' });
		expect(subscriptions.signsByOptions).toBe(true);
	});
});
