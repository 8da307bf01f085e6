import type { EventType } from '../../core/event/types';
import { asObject } from '../../core/json';
import { answering, base, provider, wire } from './infobipWire';
import { json } from './wire';

describe('webhook subscriptions', () => {
	const url = `${base}/subscriptions/1/subscription/RCS`;

	test('create: the events asked for, the secret header and Basic authentication', async () => {
		const { call, requests } = wire({}, 200, {
			webhook: { username: 'hook', password: 'test-password' },
		});
		await provider.webhook.subscriptions?.create(call, {
			id: 'n8n-1',
			url: 'https://hooks.example.com/rcs',
			events: ['message.read', 'message.clicked', 'user.optedOut'],
			secret: 'test-secret',
		});
		expect(requests).toEqual([
			{
				method: 'POST',
				url,
				body: {
					subscriptionId: 'n8n-1',
					name: 'n8n RCS Trigger',
					events: ['SEEN', 'INBOUND_MESSAGE', 'SUGGESTION', 'CLICK'],
					resources: ['DemoSender'],
					profile: {
						profileId: 'n8n-1-profile',
						webhook: {
							notifyUrl: 'https://hooks.example.com/rcs',
							contentType: 'application/json',
						},
						headers: { 'X-Rcs-Trigger-Secret': 'test-secret' },
						security: {
							authId: 'n8n-1-auth',
							type: 'BASIC',
							credentials: { username: 'hook', password: 'test-password' },
						},
					},
				},
			},
		]);
	});

	async function subscribedTo(...events: EventType[]): Promise<unknown> {
		const { call, requests } = wire({});
		await provider.webhook.subscriptions?.create(call, {
			id: 'n8n-1',
			url: 'https://hooks.example.com/rcs',
			events,
			secret: 'test-secret',
		});
		return asObject(requests[0]?.body)['events'];
	}

	test('an opt-out may be typed or tapped', async () => {
		expect(await subscribedTo('user.optedOut')).toEqual(['INBOUND_MESSAGE', 'SUGGESTION']);
		expect(await subscribedTo('user.optedIn')).toEqual(['INBOUND_MESSAGE', 'SUGGESTION']);
	});

	test('what cannot be read may come as any event', async () => {
		const all = await subscribedTo(...provider.profile.events);
		expect(all).toContain('SEEN');
		expect(await subscribedTo('unknown')).toEqual(all);
		expect(await subscribedTo('message.read', 'unknown')).toEqual(all);
		const { call } = wire({ results: [{ subscriptionId: 'n8n-1', events: all }] });
		expect(await provider.webhook.subscriptions?.list(call)).toEqual([
			{ id: 'n8n-1', events: expect.arrayContaining([...provider.profile.events, 'unknown']) },
		]);
	});

	test('an event that comes in two ways is told when both are subscribed to', async () => {
		const told = async (...events: string[]) => {
			const { call } = wire({ results: [{ subscriptionId: 'n8n-1', events }] });
			const [subscription] = (await provider.webhook.subscriptions?.list(call)) ?? [];
			return subscription?.events;
		};
		expect(await told('INBOUND_MESSAGE')).toEqual(['message.received']);
		expect(await told('INBOUND_MESSAGE', 'SUGGESTION')).toEqual([
			'message.replied',
			'message.received',
			'user.optedOut',
			'user.optedIn',
		]);
	});

	test('list reads every page', async () => {
		const pageOf = (subscriptionId: string) => ({
			results: [{ subscriptionId, events: ['SEEN', 'NEW_KIND', 'constructor'] }],
			paging: { totalPages: 2 },
		});
		const { call, requests } = answering(['first', 'second'].map((id) => json(pageOf(id))));
		expect(await provider.webhook.subscriptions?.list(call)).toEqual([
			{ id: 'first', events: ['message.read'] },
			{ id: 'second', events: ['message.read'] },
		]);
		expect(requests.map(({ url: asked }) => new URL(asked).searchParams.get('page'))).toEqual([
			'0',
			'1',
		]);
	});

	test('where a subscription leads is shown by its profile only', async () => {
		const profile = {
			profileId: 'n8n-1-profile',
			webhook: { notifyUrl: 'https://hooks.example.com' },
		};
		const { call, requests } = wire(profile);
		expect(await provider.webhook.subscriptions?.urlOf?.(call, 'n8n-1')).toBe(
			'https://hooks.example.com',
		);
		expect(requests).toEqual([
			{ method: 'GET', url: `${base}/subscriptions/1/profiles/n8n-1-profile` },
		]);
		const gone = wire('', 404).call;
		expect(await provider.webhook.subscriptions?.urlOf?.(gone, 'n8n-1')).toBeUndefined();
	});

	test.each([204, 404])('remove takes the profile along (HTTP %i)', async (status) => {
		const { call, requests } = wire('', status);
		await provider.webhook.subscriptions?.remove(call, 'n8n 1');
		expect(requests).toEqual([
			{ method: 'DELETE', url: `${url}/n8n%201` },
			{ method: 'DELETE', url: `${base}/subscriptions/1/profiles/n8n%201-profile` },
			{ method: 'DELETE', url: `${base}/subscriptions/1/security/n8n%201-auth` },
		]);
	});

	test('what cannot be removed is said', async () => {
		await expect(
			provider.webhook.subscriptions?.remove(wire('', 403).call, 'n8n-1'),
		).rejects.toMatchObject({ detail: { category: 'permission' } });
	});
});
