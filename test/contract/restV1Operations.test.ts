import { createHmac } from 'node:crypto';
import { settingsFromFields } from '../../core/fields';
import type { HttpRequest, HttpResponse } from '../../core/http';
import type { Call, Provider } from '../../core/provider';
import { restV1 } from '../../core/providers/rest-v1';
import { contacts } from '../../core/providers/rest-v1/contacts';
import { subscriptions } from '../../core/providers/rest-v1/subscriptions';
import { templates } from '../../core/providers/rest-v1/templates';
import { prepare } from '../../core/send';
import { parseSettings, type ProviderSettings } from '../../core/settings';
import { aMessage, NOW } from '../fixtures/messages';
import { arrived } from './arrived';
import { response } from './deliver';

/** What the REST API has besides messages, and what its options change. */

const provider: Provider = restV1;
const base = 'https://rcs.example.com';
const auth = { kind: 'apiKey', apiKey: 'test-api-key' } as const;
const json = { 'Content-Type': 'application/json' };

type Answer = unknown[] | ((request: HttpRequest) => HttpResponse);

/** A service that answers one body after the other, the last again and again, or as a function says. */
function wire(answers: Answer = [{}], settings: ProviderSettings = {}) {
	const requests: HttpRequest[] = [];
	const http: Call['http'] = (request) => {
		requests.push(request);
		if (typeof answers === 'function') return Promise.resolve(answers(request));
		const body = answers[Math.min(requests.length, answers.length) - 1];
		return Promise.resolve(response(200, JSON.stringify(body)));
	};
	const account = { baseUrl: `${base}//`, auth, ...settings };
	const call: Call = { http, settings: account, now: NOW, newId: () => 'new-id' };
	const asked = () => requests.map(({ method, url }) => `${method} ${url.replace(base, '')}`);
	return { call, requests, asked };
}

describe('sending', () => {
	const batch = [aMessage({ id: 'a' }), aMessage({ id: 'b' }), aMessage({ id: 'c' })];
	const results = async (body: unknown, messages = batch) =>
		(await provider.send(wire([body]).call, messages)).map(({ id, status }) => `${id} ${status}`);

	test('many messages go out in one request', async () => {
		const { call, requests } = wire([{ results: [] }]);
		await provider.send(call, batch);
		expect(requests).toMatchObject([
			{
				url: `${base}/v1/messages/bulk`,
				body: { messages: [{ message_id: 'a' }, { message_id: 'b' }, { message_id: 'c' }] },
			},
		]);
	});

	test.each([
		['authentication', 'AUTHENTICATION'],
		['transaction', 'TRANSACTION'],
		['promotion', 'PROMOTION'],
		['serviceRequest', 'SERVICEREQUEST'],
		['acknowledgement', 'ACKNOWLEDGEMENT'],
	] as const)('the traffic type %s has the name RBM gives it', async (traffic, name) => {
		const { call, requests } = wire();
		await provider.send(call, [aMessage({ traffic })]);
		expect(requests).toMatchObject([{ body: { traffic_type: name } }]);
	});

	test('the message of the guide, with a variable that is a list', async () => {
		const items = [{ name: 'Blue mug', price: 12 }];
		const content = { kind: 'template', id: 'cart_recovery' } as const;
		const [code, list] = [{ discount_code: 'COMEBACK15' }, { cart_items: items }];
		for (const more of [
			{ content: { ...content, variables: { ...code, ...list } } },
			{ content: { ...content, variables: code }, providerOptions: { variables: list } },
		]) {
			const prepared = prepare(provider, aMessage(more), NOW);
			if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
			const { call, requests } = wire();
			await provider.send(call, [prepared.message]);
			expect(requests).toMatchObject([
				{ body: { template_id: 'cart_recovery', variables: { ...code, ...list } } },
			]);
		}
	});

	test('the refused ones of many are named, in the ways services do', async () => {
		const refused = { code: 'INVALID_NUMBER', message: 'No number' };
		const expected = ['a accepted', 'b rejected', 'c accepted'];
		const ok = { status: 'queued' };
		for (const body of [
			{
				results: [
					{ id: 'c', ...ok },
					{ message_id: 'b', error: refused },
					{ messageId: 'a', ...ok },
				],
			},
			{ messages: [ok, { status: 'rejected', reason: 'No number' }, ok] },
			{ data: [{ id: '1' }, { success: false, id: '2' }, { id: '3' }] },
			[ok, { accepted: false }, ok],
			{ results: [{ id: 'a' }, { id: 'c' }], errors: [{ index: 1, ...refused }] },
			{ results: [{ id: 'a' }, { id: 'c' }], errors: [{ message_id: 'b', ...refused }] },
		])
			expect(await results(body)).toEqual(expected);
	});

	test('what an answer does not mention is unknown', async () => {
		expect(await results({ results: [{ id: 'b', status: 'queued' }] })).toEqual([
			'a unknown',
			'b accepted',
			'c unknown',
		]);
		expect(await results({ errors: [{ index: 0, message: 'No' }] })).toEqual([
			'a rejected',
			'b unknown',
			'c unknown',
		]);
		expect(
			await results({ results: [{ status: 'queued' }, {}], errors: [{ message: 'No' }] }),
		).toEqual(['a unknown', 'b unknown', 'c unknown']);
	});

	test('an id the service chose is kept', async () => {
		const { call } = wire([{ data: { id: 'srv-1', status: 'queued' } }]);
		expect(await provider.send(call, [aMessage({ id: 'a' })])).toMatchObject([
			{ id: 'a', status: 'accepted', providerMessageId: 'srv-1' },
		]);
	});

	test('a refusal has its words, its place and its advice', async () => {
		const error = {
			code: 'INVALID_TEMPLATE',
			message: 'No such template',
			details: [{ field: 'template_id', message: 'unknown' }, 'ask us'],
		};
		const answers = [{ error }, error, { ...error, error_code: 'x' }];
		for (const body of answers) {
			const { call } = wire(() => response(400, JSON.stringify(body)));
			await expect(provider.send(call, [aMessage()])).rejects.toMatchObject({
				detail: {
					category: 'template',
					code: 'INVALID_TEMPLATE',
					httpStatus: 400,
					message: 'No such template (template_id: unknown; ask us)',
					problems: [{ path: 'template_id' }, { path: 'request' }],
				},
			});
		}
	});

	test.each([
		[400, 'validation'],
		[401, 'auth'],
		[403, 'permission'],
		[404, 'notFound'],
		[429, 'rateLimit'],
		[500, 'provider'],
	])('the error code %i is %s', async (code, category) => {
		const body = JSON.stringify({ error: { code, message: 'words' } });
		const { call } = wire(() => response(code, body));
		await expect(provider.send(call, [aMessage()])).rejects.toMatchObject({
			detail: { category, code: String(code), message: 'words' },
		});
		const row = { error: { code, message: 'words' } };
		expect(await provider.send(wire([row]).call, [aMessage()])).toMatchObject([
			{ status: 'rejected', error: { category, code: String(code) } },
		]);
	});
});

describe('status', () => {
	test('asks for each message by its id, and leaves out what there is not', async () => {
		const { call, asked } = wire(({ url }) =>
			url.endsWith('b%2F1')
				? response(404, '{"message":"Not found"}')
				: response(
						200,
						JSON.stringify({
							id: 'a',
							to: '447700900123',
							from: 'DemoHub',
							status: 'delivered',
							channel: 'sms',
							sent_at: '2030-01-01T10:00:00Z',
							delivered_at: 1_893_492_001,
						}),
					),
		);
		expect(await provider.status?.(call, [{ id: 'a' }, { id: 'b/1' }])).toMatchObject([
			{
				id: 'a',
				state: 'delivered',
				channel: 'sms',
				to: '+447700900123',
				agent: 'DemoHub',
				sentAt: '2030-01-01T10:00:00.000Z',
				doneAt: '2030-01-01T10:00:01.000Z',
			},
		]);
		expect(asked()).toEqual(['GET /v1/messages/a', 'GET /v1/messages/b%2F1']);
	});

	test.each([
		['scheduled', 'queued'],
		['message.READ', 'read'],
		['expired', 'expired'],
		['cancelled', 'revoked'],
		['constructor', 'unknown'],
	])('%s is %s', async (status, state) => {
		const { call } = wire([{ data: { status, error: { code: 'EXPIRED', message: 'Late' } } }]);
		expect(await provider.status?.(call, [{ id: 'a' }])).toMatchObject([{ id: 'a', state }]);
	});

	test('what says nothing of a message is no message', async () => {
		for (const body of ['', '<html>', '{}', '[]', '{"ok":true}']) {
			const { call } = wire(() => response(200, body));
			expect(await provider.status?.(call, [{ id: 'a' }])).toEqual([]);
		}
	});

	test('a wrong address is an error, and not a message there is not', async () => {
		const { call } = wire(() => response(404, '<html>'));
		await expect(provider.status?.(call, [{ id: 'a' }])).rejects.toMatchObject({
			detail: { category: 'configuration' },
		});
	});
});

describe('templates', () => {
	const stored = {
		id: 'cart_recovery',
		name: 'Cart recovery',
		language: 'en',
		version: 3,
		status: 'approved',
		content: { text: 'Hi {{name}}, your {{ item }} waits' },
		updated_at: '2030-01-01T10:00:00Z',
	};
	const german = { ...stored, language: 'de', status: 'rejected', reason: 'Too loud' };
	const template = {
		id: 'cart_recovery',
		name: 'Cart recovery',
		language: 'en',
		version: '3',
		status: 'approved',
		content: stored.content,
		variables: ['name', 'item'],
		updatedAt: '2030-01-01T10:00:00.000Z',
	};

	test('list: every language, from every page', async () => {
		const { call, asked } = wire([
			{ templates: [stored], page: 1, total_pages: 2 },
			{ templates: [german], page: 2, total_pages: 2 },
		]);
		expect(await templates.list(call)).toEqual([
			template,
			{ ...template, language: 'de', status: 'rejected', reason: 'Too loud' },
		]);
		expect(asked()).toEqual([
			'GET /v1/templates?page=1&per_page=100',
			'GET /v1/templates?page=2&per_page=100',
		]);
	});

	test('pages by cursor, by has_more, and a list that is all there is', async () => {
		const byCursor = wire([{ data: [{}], next_cursor: 'c/2' }, { data: [{}] }]);
		expect(await templates.list(byCursor.call)).toHaveLength(2);
		expect(byCursor.asked()[1]).toBe('GET /v1/templates?cursor=c%2F2&per_page=100');
		const byFlag = wire([{ items: [{}], paging: { hasMore: true } }, { items: [] }]);
		expect(await templates.list(byFlag.call)).toHaveLength(1);
		expect(byFlag.requests).toHaveLength(2);
		const plain = wire([[stored, stored]]);
		expect(await templates.list(plain.call)).toHaveLength(2);
		expect(plain.requests).toHaveLength(1);
	});

	test('get and status look in the list', async () => {
		const answer = [{ templates: [german, stored, { id: 'other', status: 'draft' }] }];
		expect(await templates.get(wire(answer).call, 'cart_recovery')).toMatchObject({
			language: 'de',
		});
		expect(await templates.status(wire(answer).call, 'cart_recovery')).toEqual({
			name: 'Cart recovery',
			status: 'partiallyApproved',
			carriers: [],
		});
		expect(await templates.status(wire(answer).call, 'other')).toMatchObject({ status: 'draft' });
		await expect(templates.get(wire(answer).call, 'none')).rejects.toMatchObject({
			detail: { category: 'notFound', message: expect.stringContaining('none') },
		});
	});

	test('create, update, remove and submit', async () => {
		const { call, requests } = wire([{ ...stored, status: 'draft' }]);
		const content = { kind: 'text', text: 'Hi {{name}}' } as const;
		const draft = { name: 'Cart recovery', language: 'en', carriers: [], content };
		const described = { ...draft, description: 'For carts left behind' };
		expect(await templates.create(call, described)).toMatchObject({ status: 'draft' });
		await templates.update(call, 'cart recovery', draft);
		await templates.remove(call, 'cart_recovery');
		await templates.submit(call, 'cart_recovery');
		const body = { name: 'Cart recovery', language: 'en', content: { text: 'Hi {{name}}' } };
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/v1/templates`,
				headers: json,
				body: { ...body, description: 'For carts left behind' },
			},
			{ method: 'PUT', url: `${base}/v1/templates/cart%20recovery`, headers: json, body },
			{ method: 'DELETE', url: `${base}/v1/templates/cart_recovery`, headers: {} },
			{ method: 'POST', url: `${base}/v1/templates/cart_recovery/submit`, headers: {} },
		]);
	});

	test('a template that is answered by halves is as it was written', async () => {
		const { call } = wire([{ template: { id: '7' } }]);
		const content = { kind: 'text', text: 'Hi {{name}}' } as const;
		expect(
			await templates.create(call, { name: 'Sale', language: 'de', carriers: [], content }),
		).toEqual({
			id: '7',
			name: 'Sale',
			language: 'de',
			status: 'unknown',
			content: { text: 'Hi {{name}}' },
			variables: ['name'],
		});
	});
});

describe('contacts', () => {
	const stored = {
		id: 'c-1',
		phone: '447700900123',
		opt_in_status: 'opted_in',
		tags: ['vip', 7],
		attributes: { city: 'Oslo', orders: 3 },
		updated_at: '2030-01-01T10:00:00Z',
	};
	const contact = {
		id: 'c-1',
		phone: '+447700900123',
		optIn: 'optedIn',
		tags: ['vip', '7'],
		attributes: { city: 'Oslo', orders: '3' },
		updatedAt: '2030-01-01T10:00:00.000Z',
		raw: stored,
	};

	test('list', async () => {
		const { call, asked } = wire([{ contacts: [stored, { phone: '+15550100123' }] }]);
		expect(await contacts.list(call)).toEqual([
			contact,
			{ id: '+15550100123', phone: '+15550100123', raw: { phone: '+15550100123' } },
		]);
		expect(asked()).toEqual(['GET /v1/contacts?page=1&per_page=100']);
	});

	test('add, update and remove', async () => {
		const { call, requests } = wire([{ contact: stored }, {}]);
		const tags = ['vip'];
		const change = { optIn: 'optedOut', tags } as const;
		expect(await contacts.add(call, { phone: '+447700900123', optIn: 'optedIn' })).toEqual({
			...contact,
			raw: { contact: stored },
		});
		expect(await contacts.update(call, 'c/1', change)).toMatchObject({ id: 'c/1', ...change });
		await contacts.remove(call, 'c-1');
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/v1/contacts`,
				headers: json,
				body: { phone: '+447700900123', opt_in_status: 'opted_in' },
			},
			{
				method: 'PUT',
				url: `${base}/v1/contacts/c%2F1`,
				headers: json,
				body: { opt_in_status: 'opted_out', tags },
			},
			{ method: 'DELETE', url: `${base}/v1/contacts/c-1`, headers: {} },
		]);
	});

	test('import counts what was refused', async () => {
		const list = [
			{ phone: '+447700900123', attributes: { city: 'Oslo' } },
			{ phone: '+447700900124', tags: ['vip'] },
		];
		const counts = (body: unknown) => contacts.import(wire([body]).call, list);
		expect(await counts({ accepted: 1, refused: 1 })).toEqual({ accepted: 1, refused: 1 });
		expect(await counts({ imported: 1, errors: [{}] })).toEqual({ accepted: 1, refused: 1 });
		expect(await counts({})).toEqual({ accepted: 2, refused: 0 });
		const { call, requests } = wire();
		await contacts.import(call, list);
		expect(requests).toMatchObject([
			{
				method: 'POST',
				url: `${base}/v1/contacts/import`,
				body: { contacts: list },
			},
		]);
	});

	test.each([
		['subscribed', 'optedIn'],
		['OPTED_OUT', 'optedOut'],
		[true, 'optedIn'],
		[false, 'optedOut'],
		['constructor', 'unknown'],
	])('the opt-in status %p is %s', async (word, optIn) => {
		const { call } = wire([[{ phone: '+447700900123', opt_in_status: word }]]);
		expect(await contacts.list(call)).toMatchObject([{ optIn }]);
	});
});

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

describe('access', () => {
	const client = { kind: 'oauth2', clientId: 'client', clientSecret: 'test=secret' } as const;
	const granted = { access_token: 'token-1', refresh_token: 'refresh-1', expires_in: 3600 };
	const tokens = { accessToken: 'token-1', refreshToken: 'refresh-1' };

	test('signing in with POST /v1/auth/login', async () => {
		const settings = { auth: client, options: { oauth: { scope: 'messages' } } };
		const { call, requests } = wire([granted], settings);
		expect(await provider.accessToken?.(call)).toEqual(tokens);
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/v1/auth/login`,
				headers: json,
				body: { client_id: 'client', client_secret: 'test=secret', scope: 'messages' },
			},
		]);
	});

	test('signing in with GET /v1/auth/token', async () => {
		const settings = { auth: client, options: { oauth: { grant: 'token' } } };
		const { call, requests } = wire([granted], settings);
		expect(await provider.accessToken?.(call)).toEqual(tokens);
		const Authorization = `Basic ${Buffer.from('client:test=secret').toString('base64')}`;
		expect(requests).toEqual([
			{ method: 'GET', url: `${base}/v1/auth/token`, headers: { Authorization } },
		]);
	});

	const signedIn = { auth: { ...client, refreshToken: 'refresh-0' } };

	test('a refresh token is used first, and replaced by the new one', async () => {
		const { call, requests } = wire([granted], signedIn);
		expect(await provider.accessToken?.(call)).toEqual(tokens);
		expect(requests).toMatchObject([
			{ url: `${base}/v1/auth/refresh`, body: { refresh_token: 'refresh-0' } },
		]);
	});

	test('a service that does not rotate keeps its refresh token', async () => {
		const { call } = wire([{ access_token: 'token-2' }], signedIn);
		expect(await provider.accessToken?.(call)).toEqual({
			accessToken: 'token-2',
			refreshToken: 'refresh-0',
		});
	});

	test.each([400, 401, 403, 404])('a refused refresh (HTTP %i) signs in again', async (status) => {
		const { call, asked } = wire(
			({ url }) =>
				url.endsWith('refresh')
					? response(status, '{"error":"invalid_grant"}')
					: response(200, JSON.stringify(granted)),
			signedIn,
		);
		expect(await provider.accessToken?.(call)).toEqual(tokens);
		expect(asked()).toEqual(['POST /v1/auth/refresh', 'POST /v1/auth/login']);
	});

	test.each([429, 500, 503])(
		'a service that does not work (HTTP %i) is left alone',
		async (status) => {
			const { call, asked } = wire(() => response(status), signedIn);
			await expect(provider.accessToken?.(call)).rejects.toMatchObject({
				detail: { httpStatus: status },
			});
			expect(asked()).toEqual(['POST /v1/auth/refresh']);
		},
	);

	test('without a token, or without a client, it is said', async () => {
		await expect(provider.accessToken?.(wire([{}], { auth: client }).call)).rejects.toMatchObject({
			detail: { category: 'auth' },
		});
		await expect(provider.accessToken?.(wire().call)).rejects.toMatchObject({
			detail: { category: 'configuration' },
		});
	});

	test.each([
		[{}, { Authorization: 'Bearer test-api-key' }],
		[{ apiKey: { header: 'X-Api-Key', scheme: '' } }, { 'X-Api-Key': 'test-api-key' }],
		[{ apiKey: { scheme: 'Key' } }, { Authorization: 'Key test-api-key' }],
	])('an API key travels as the options say: %j', (options, headers) => {
		expect(provider.authorize({ auth, options })).toEqual({ ok: true, value: headers });
	});
});

describe('options', () => {
	test('paths, fields and keys may be others', async () => {
		const options = {
			paths: { send: '/rcs/send', message: '/rcs/send/{id}/state' },
			fields: { messageId: 'meta.ref', to: 'recipient.phone', card: 'content.card' },
			contentKeys: 'camelCase',
		};
		const { call, requests, asked } = wire([{ meta: { ref: 'a' }, status: 'queued' }], { options });
		const card = { title: 'Mug', media: { url: 'https://cdn.example.com/mug.jpg' } };
		const message = aMessage({ id: 'a', content: { kind: 'card', card } });
		expect(await provider.send(call, [message])).toMatchObject([{ status: 'accepted' }]);
		expect(requests[0]?.body).toEqual({
			meta: { ref: 'a' },
			recipient: { phone: '+447700900123' },
			content: {
				card: {
					cardOrientation: 'VERTICAL',
					cardContent: {
						title: 'Mug',
						media: { height: 'MEDIUM', contentUrl: 'https://cdn.example.com/mug.jpg' },
					},
				},
			},
		});
		await provider.status?.(call, [{ id: 'a' }]);
		expect(asked()).toEqual(['POST /rcs/send', 'GET /rcs/send/a/state']);
	});

	test.each([
		[{ paths: { sent: '/x' } }, 'settings.options.paths.sent'],
		[{ paths: { send: 'v1' } }, 'settings.options.paths.send'],
		[{ paths: { message: '/v1/messages' } }, 'settings.options.paths.message'],
		[{ fields: { colour: 'x' } }, 'settings.options.fields.colour'],
		[{ fields: { to: 'a..b' } }, 'settings.options.fields.to'],
		[{ signature: { algorithm: 'rot13' } }, 'settings.options.signature.algorithm'],
		[{ oauth: { grant: 'password' } }, 'settings.options.oauth.grant'],
		[{ apiKey: { header: 'a b' } }, 'settings.options.apiKey.header'],
	])('%j is refused by name', async (options, path) => {
		expect(parseSettings({ options }, provider.options)).toMatchObject({
			ok: false,
			problems: [{ path }],
		});
		await expect(provider.send(wire([{}], { options }).call, [aMessage()])).rejects.toMatchObject({
			detail: { category: 'configuration', message: expect.stringContaining(path) },
		});
	});

	const fields = { authentication: 'apiKey', apiKey: 'k' };

	test('come from a form: what is empty is as usual', () => {
		expect(settingsFromFields(fields, provider).options).toBeUndefined();
		const filled = {
			...fields,
			keyHeader: 'X-Api-Key',
			keyScheme: '',
			oauthGrant: 'token',
			paths: '{"send":"/send"}',
			fields: { to: 'phone' },
			contentKeys: 'camelCase',
			signatureHeader: 'X-Hub',
			signatureAlgorithm: 'sha512',
			signatureEncoding: 'base64',
			signaturePrefix: 'sha512=',
			signatureTimestampHeader: 'X-Time',
		};
		expect(settingsFromFields(filled, provider).options).toEqual({
			apiKey: { header: 'X-Api-Key', scheme: '' },
			oauth: { grant: 'token' },
			paths: { send: '/send' },
			fields: { to: 'phone' },
			contentKeys: 'camelCase',
			signature: {
				header: 'X-Hub',
				algorithm: 'sha512',
				encoding: 'base64',
				prefix: 'sha512=',
				timestampHeader: 'X-Time',
			},
		});
	});

	test('JSON that is none is refused, and not left out', async () => {
		const settings = settingsFromFields({ ...fields, paths: '{"send": /x}' }, provider);
		await expect(provider.send(wire([{}], settings).call, [aMessage()])).rejects.toMatchObject({
			detail: { message: expect.stringContaining('settings.options.paths') },
		});
	});
});

describe('signatures', () => {
	const body = Buffer.from('{"id":"in-1","created_at":"2029-12-31T23:59:00Z"}');
	const secret = 'test-secret';
	const hmac = (text: string | Buffer) =>
		createHmac('sha512', secret).update(text).digest('base64');
	const signature = {
		header: 'X-Hub-Signature',
		algorithm: 'sha512',
		encoding: 'base64',
		prefix: 'sha512=',
	};

	function verdict(headers: Record<string, string>, more: object = {}, maxAgeSeconds?: number) {
		const webhook = { secret, ...(maxAgeSeconds ? { maxAgeSeconds } : {}) };
		const options = { signature: { ...signature, ...more } };
		return provider.webhook.verify(arrived(body, headers), { webhook, options }, NOW);
	}

	const mismatch = { verified: 'failed', reason: 'mismatch' };
	const missing = { verified: 'failed', reason: 'missing' };

	test('with a prefix, another algorithm and encoding', () => {
		expect(verdict({ 'x-hub-signature': `sha512=${hmac(body)}` })).toEqual({ verified: 'ok' });
		expect(verdict({ 'x-hub-signature': `sha1=${hmac(body)}` })).toEqual(mismatch);
		expect(verdict({ 'x-hub-signature': 'sha512=' })).toEqual(missing);
		expect(verdict({ 'x-signature': hmac(body) })).toEqual(missing);
	});

	test('over a time and the body', () => {
		const timed = { timestampHeader: 'X-Time' };
		const at = (time: string, signed = time) => ({
			'x-time': time,
			'x-hub-signature': `sha512=${hmac(`${signed}.${body.toString()}`)}`,
		});
		const now = String(NOW.getTime() / 1000);
		const anHourAgo = String(NOW.getTime() / 1000 - 3600);
		expect(verdict(at(now), timed, 600)).toEqual({ verified: 'ok' });
		expect(verdict(at(NOW.toISOString()), timed, 600)).toEqual({ verified: 'ok' });
		expect(verdict(at(anHourAgo), timed)).toEqual({ verified: 'ok' });
		expect(verdict(at(anHourAgo), timed, 600)).toEqual({ verified: 'failed', reason: 'stale' });
		expect(verdict(at(now, anHourAgo), timed, 600)).toEqual(mismatch);
		expect(verdict({ 'x-hub-signature': `sha512=${hmac(body)}` }, timed)).toEqual(missing);
	});

	test('an old event among newer ones is no replay', () => {
		const aged = (...times: string[]) => {
			const events = times.map((created_at) => ({ type: 'message.read', created_at }));
			const bytes = Buffer.from(JSON.stringify({ events }));
			const headers = { 'x-signature': createHmac('sha256', secret).update(bytes).digest('hex') };
			const settings = { webhook: { secret, maxAgeSeconds: 600 } };
			return provider.webhook.verify(arrived(bytes, headers), settings, NOW).verified;
		};
		expect(aged('2029-01-01T00:00:00Z', NOW.toISOString())).toBe('ok');
		expect(aged('2029-01-01T00:00:00Z', '2029-01-02T00:00:00Z')).toBe('failed');
	});
});

test.each(['message.delivered', 'MESSAGE_DELIVERED', 'message:delivered', 'Message.Delivered'])(
	'an event may be written %s',
	(event) => {
		const body = JSON.stringify({ event, data: { message_id: 'out-1' } });
		expect(provider.webhook.parse(arrived(body))).toMatchObject([{ type: 'message.delivered' }]);
	},
);

test.each([
	[{ from: '+447700900123', to: 'DemoHub' }, '+447700900123'],
	[{ from: 'DemoHub', to: '447700900123' }, '+447700900123'],
	[{ from: '15550100123', to: '+447700900123' }, '+447700900123'],
	[{ contact: { phone: '+447700900123' }, to: '15550100123' }, '+447700900123'],
])('the person of %j', (data, user) => {
	const body = JSON.stringify({ type: 'message.read', data });
	expect(provider.webhook.parse(arrived(body))).toMatchObject([{ user }]);
});
