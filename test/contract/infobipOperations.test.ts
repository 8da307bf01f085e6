import { RcsError } from '../../core/errors';
import type { EventType } from '../../core/event/types';
import type { HttpRequest } from '../../core/http';
import { asObject } from '../../core/json';
import type { Call, Provider } from '../../core/provider';
import { infobip } from '../../core/providers/infobip';
import { templates } from '../../core/providers/infobip/templates';
import type { ProviderSettings } from '../../core/settings';
import { aMessage, NOW } from '../fixtures/messages';
import { arrived } from './arrived';
import { response } from './deliver';

/** What Infobip has besides messages: the requests on the wire and the answers in its documents. */

const base = 'https://abc123.api.infobip.com';
const provider: Provider = infobip;

function wire(body: unknown, status = 200, settings: ProviderSettings = {}) {
	const requests: HttpRequest[] = [];
	const call: Call = {
		http: (request) => {
			requests.push(request);
			return Promise.resolve(response(status, JSON.stringify(body)));
		},
		settings: { baseUrl: `${base}//`, agent: 'DemoSender', ...settings },
		now: NOW,
		newId: () => 'new-id',
	};
	return { call, requests };
}

const checkedAt = NOW.toISOString();

describe('capability', () => {
	const numbers = ['+447700900123', '+447700900124', '+447700900125', '+447700900126'];

	test('one answer a number, in the order of the question', async () => {
		const { call, requests } = wire(
			{
				capabilityCheckResults: [
					{ messageId: 'b', phoneNumber: '447700900124', code: 'UNREACHABLE' },
					{ messageId: 'a', phoneNumber: '447700900123', code: 'ENABLED' },
					{ messageId: 'c', phoneNumber: '447700900125', code: 'REQUEST_FAILED' },
				],
			},
			200,
			{ options: { applicationId: 'app' } },
		);
		expect(await provider.capability?.(call, numbers)).toMatchObject([
			{ to: '+447700900123', reachable: 'yes', code: 'ENABLED', checkedAt },
			{ to: '+447700900124', reachable: 'no', code: 'UNREACHABLE' },
			{ to: '+447700900125', reachable: 'unknown', retryable: true },
			{ to: '+447700900126', reachable: 'unknown', retryable: true },
		]);
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/rcs/2/capability-check/query`,
				body: {
					sender: 'DemoSender',
					phoneNumbers: ['447700900123', '447700900124', '447700900125', '447700900126'],
					options: { platform: { applicationId: 'app' } },
				},
			},
		]);
	});

	test.each(['UNKNOWN_CODE', 'BRAND_NEW', 'constructor'])('%s is not known', async (code) => {
		const { call } = wire({ capabilityCheckResults: [{ phoneNumber: '447700900123', code }] });
		const results = await provider.capability?.(call, ['+447700900123']);
		expect(results).toMatchObject([
			{ reachable: 'unknown', reason: expect.stringContaining(code) },
		]);
	});

	test('no features are told, which is not the same as none', async () => {
		const { call } = wire({
			capabilityCheckResults: [{ phoneNumber: '447700900123', code: 'ENABLED' }],
		});
		const [result] = (await provider.capability?.(call, ['+447700900123'])) ?? [];
		expect(result).not.toHaveProperty('features');
	});

	test('a refused check is an error', async () => {
		const { call } = wire({ errorCode: 'E401', description: 'Invalid login' }, 401);
		await expect(provider.capability?.(call, numbers)).rejects.toMatchObject({
			detail: {
				category: 'auth',
				httpStatus: 401,
				code: 'E401',
				message: 'Infobip: Invalid login',
			},
		});
	});
});

describe('templates', () => {
	const url = `${base}/rcs/1/senders/DemoSender/templates`;
	const stored = {
		name: 'order_shipped',
		type: 'TEXT',
		status: 'APPROVED_PARTIALLY',
		content: { type: 'TEXT', text: 'Order {{number}} comes on {{day}}, {{number}}' },
		lastUpdate: '2030-01-01T10:00:00.000+0100',
	};
	const template = {
		id: 'order_shipped',
		name: 'order_shipped',
		kind: 'TEXT',
		status: 'partiallyApproved',
		content: stored.content,
		variables: ['number', 'day'],
		updatedAt: '2030-01-01T09:00:00.000Z',
	};

	test('list and get', async () => {
		const list = wire([stored, {}]);
		expect(await templates.list(list.call)).toEqual([
			template,
			{ id: '', name: '', status: 'unknown', variables: [] },
		]);
		expect(list.requests).toEqual([{ method: 'GET', url }]);
		const one = wire(stored);
		expect(await templates.get(one.call, 'order/shipped')).toEqual(template);
		expect(one.requests).toEqual([{ method: 'GET', url: `${url}/order%2Fshipped` }]);
	});

	test('create, with placeholders where times and texts are', async () => {
		const { call, requests } = wire(stored);
		await templates.create(call, {
			name: 'sale',
			carriers: ['INDIA_VI'],
			content: {
				kind: 'text',
				text: 'Sale on {{day}}',
				suggestions: [
					{
						type: 'calendar',
						text: 'Save',
						title: 'Sale',
						startTime: '{{start}}',
						endTime: '2030-05-01T10:00:00Z',
					},
				],
			},
		});
		expect(requests).toEqual([
			{
				method: 'POST',
				url,
				body: {
					templateName: 'sale',
					providers: ['INDIA_VI'],
					content: {
						type: 'TEXT',
						text: 'Sale on {{day}}',
						suggestions: [
							{
								type: 'CREATE_CALENDAR_EVENT',
								text: 'Save',
								postbackData: 'Save',
								title: 'Sale',
								startTime: '{{start}}',
								endTime: '2030-05-01T10:00:00.000+00:00',
							},
						],
					},
				},
			},
		]);
	});

	test('update, remove, submit and status', async () => {
		const { call, requests } = wire({
			name: 'sale',
			status: 'PENDING',
			coverage: [
				{
					countryCode: 'IN',
					providers: [
						{ providerName: 'INDIA_VI', status: 'APPROVED', updatedAt: '2030-01-01T00:00:00Z' },
						{ providerName: 'OTHER', status: 'SUSPENDED' },
					],
				},
			],
		});
		const content = { kind: 'text', text: 'Hi' } as const;
		await templates.update(call, 'sale', { name: 'sale', carriers: [], content });
		await templates.remove(call, 'sale');
		await templates.submit(call, 'sale', ['OTHER']);
		expect(await templates.status(call, 'sale')).toEqual({
			name: 'sale',
			status: 'pending',
			carriers: [
				{
					country: 'IN',
					carrier: 'INDIA_VI',
					status: 'approved',
					updatedAt: '2030-01-01T00:00:00.000Z',
				},
				{ country: 'IN', carrier: 'OTHER', status: 'suspended' },
			],
		});
		expect(requests).toEqual([
			{ method: 'PUT', url: `${url}/sale`, body: { type: 'TEXT', text: 'Hi' } },
			{ method: 'DELETE', url: `${url}/sale` },
			{ method: 'PATCH', url: `${url}/sale/register`, body: { providers: ['OTHER'] } },
			{ method: 'GET', url: `${url}/sale/status` },
		]);
	});

	test('without a sender nothing is asked', async () => {
		const { call, requests } = wire([], 200, { agent: '' });
		await expect(templates.list(call)).rejects.toBeInstanceOf(RcsError);
		expect(requests).toEqual([]);
	});
});

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
		const { call, requests } = wire(undefined);
		const pages = ['first', 'second'].map(pageOf);
		const http: Call['http'] = (request) => {
			requests.push(request);
			return Promise.resolve(response(200, JSON.stringify(pages[requests.length - 1])));
		};
		expect(await provider.webhook.subscriptions?.list({ ...call, http })).toEqual([
			{ id: 'first', events: ['message.read'] },
			{ id: 'second', events: ['message.read'] },
		]);
		expect(requests.map(({ url: asked }) => new URL(asked).searchParams.get('page'))).toEqual([
			'0',
			'1',
		]);
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

test.each(['constructor', '__proto__', 'BRAND_NEW'])(
	'a report with an error nobody knows (%s) is still a report',
	(name) => {
		const status = { groupName: 'UNDELIVERABLE', name };
		const report = { messageId: 'out-1', channel: name, status, error: { id: 1, name } };
		const [event] = provider.webhook.parse(arrived(JSON.stringify({ results: [report] })));
		expect(event).toMatchObject({
			type: 'message.failed',
			error: { category: 'notReachable', code: name, advice: expect.stringMatching(/\w/) },
		});
	},
);

describe('a delivery report', () => {
	const typeOf = (report: object) => {
		const result = { messageId: 'out-1', to: '447700900123', ...report };
		return provider.webhook.parse(arrived(JSON.stringify({ results: [result] })))[0];
	};
	const error = { id: 7002, name: 'EC_UNKNOWN_USER', description: 'No RCS' };

	test('that is pending with an error tells of a fallback only where one was asked for', () => {
		const pending = { status: { groupName: 'PENDING' }, error };
		expect(typeOf({ ...pending, channel: 'RCS' })).toMatchObject({
			type: 'message.fallback',
			error: { code: 'EC_UNKNOWN_USER' },
		});
		expect(typeOf(pending)).toMatchObject({ type: 'message.sent', channel: 'rcs' });
		expect(typeOf(pending)).not.toHaveProperty('error');
	});

	test.each([
		[0, 'message.queued'],
		[1, 'message.sent'],
		[2, 'message.failed'],
		[3, 'message.delivered'],
		[4, 'message.expired'],
		[5, 'message.failed'],
		[6, 'unknown'],
		[-1, 'unknown'],
		['constructor', 'unknown'],
	])('is read by the id of its group (%s) where its name is missing', (groupId, type) => {
		expect(typeOf({ status: { groupId } })).toMatchObject({ type });
	});

	test('names group 0 in two ways, and the name counts more than the id', () => {
		expect(typeOf({ status: { groupName: 'OK' } })).toMatchObject({ type: 'message.queued' });
		expect(typeOf({ status: { groupName: 'DELIVERED', groupId: 1 } })).toMatchObject({
			type: 'message.delivered',
		});
	});

	test('without a reason has that of its group', () => {
		expect(typeOf({ status: { groupId: 2 } })).toMatchObject({
			error: { category: 'notReachable' },
		});
	});
});

test.each([
	[{ groupId: 1 }, 'accepted'],
	[{ groupId: 5, name: 'REJECTED_DESTINATION_BLOCKLISTED' }, 'rejected'],
	[{}, 'unknown'],
])('an answer about a message is read by its group: %j', async (status, outcome) => {
	const message = aMessage({ id: 'out-1' });
	const { call } = wire({ messages: [{ messageId: 'out-1', status }] });
	expect(await provider.send(call, [message])).toMatchObject([{ status: outcome }]);
});

describe('access', () => {
	test('an OAuth2 client gets a token', async () => {
		const auth = { kind: 'oauth2', clientId: 'a&b', clientSecret: 'test=secret' } as const;
		const { call, requests } = wire({ access_token: 'token-1', expires_in: 3600 }, 200, { auth });
		expect(await provider.accessToken?.(call)).toEqual({ accessToken: 'token-1' });
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/auth/1/oauth2/token`,
				headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
				body: 'client_id=a%26b&client_secret=test%3Dsecret&grant_type=client_credentials',
			},
		]);
		await expect(provider.accessToken?.(wire({}, 200, { auth }).call)).rejects.toMatchObject({
			detail: { category: 'auth' },
		});
		await expect(provider.accessToken?.(wire({}).call)).rejects.toMatchObject({
			detail: { category: 'configuration' },
		});
	});
});
