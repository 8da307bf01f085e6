import { createHash, createHmac } from 'node:crypto';
import { settingsFromFields } from '../../core/fields';
import { asObject, type JsonObject } from '../../core/json';
import type { ReadyMessage } from '../../core/message/types';
import { prepare } from '../../core/send';
import { parseSettings, type ProviderSettings } from '../../core/settings';
import { aMessage, NOW } from '../fixtures/messages';
import { accept, base, both, number, provider, wire } from './sevenWire';

/** What seven.io has besides plain messages: the requests on the wire and the documented answers. */

const done = { success: true };
const apiKey = { kind: 'apiKey', apiKey: 'test-api-key' } as const;

describe('sending', () => {
	async function bodyOf(more: Partial<ReadyMessage>, settings: ProviderSettings = {}) {
		const { call, requests } = wire([100], settings);
		await provider.send(call, [aMessage(more)]);
		return asObject(requests[0]?.body);
	}

	test('another base URL has /api in it', async () => {
		const { call, requests } = wire([100], { baseUrl: 'http://127.0.0.1:4010/seven/api/' });
		await provider.send(call, [aMessage()]);
		expect(requests[0]?.url).toBe('http://127.0.0.1:4010/seven/api/rcs/messages');
	});

	test('without an agent, seven.io chooses one', async () => {
		expect(await bodyOf({}, { agent: '' })).not.toHaveProperty('from');
		const { call, requests } = wire([done], { agent: '' });
		await provider.event?.(call, { to: number, type: 'typing' });
		expect(requests[0]?.body).toEqual({ event: 'IS_TYPING', to: '447700900123' });
	});

	test.each<[string, Partial<ReadyMessage>, number]>([
		['minutes', { validity: { seconds: 120 } }, 2],
		['parts of a minute, rounded up', { validity: { seconds: 61 } }, 2],
		['an end', { expiresAt: '2030-01-01T00:10:00Z' }, 10],
		['an end within a minute', { expiresAt: '2030-01-01T00:00:01Z' }, 1],
		[
			'an end after a schedule',
			{ schedule: { at: '2030-01-01T01:00:00Z' }, expiresAt: '2030-01-01T01:10:00Z' },
			10,
		],
	])('ttl: %s', async (_name, more, ttl) => {
		expect(await bodyOf(more)).toMatchObject({ ttl });
	});

	test('provider options come last, e.g. a fallback that shows the message in a web page', async () => {
		const providerOptions = { fallback: 'webview', ttl: 4000 };
		expect(await bodyOf({ providerOptions })).toMatchObject(providerOptions);
	});

	test('raw content is the RCS object, or a text, as it is', async () => {
		const payload = { contentType: 'text', text: 'rich' };
		const options = { richContent: 'rawOnly' };
		expect(await bodyOf({ content: { kind: 'raw', payload } }, { options })).toMatchObject({
			text: payload,
		});
		expect(await bodyOf({ content: { kind: 'raw', payload: 'as it is' } })).toMatchObject({
			text: 'as it is',
		});
	});

	test.each<ReadyMessage['content']>([
		{ kind: 'card', card: { title: 'Mug' } },
		{ kind: 'file', file: { url: 'https://cdn.example.com/mug.jpg' } },
		{ kind: 'carousel', cards: [{ title: 'One' }, { title: 'Two' }] },
		{ kind: 'text', text: 'Hi', suggestions: [{ type: 'reply', text: 'Yes' }] },
	])('$kind is refused where raw content only is wanted', async (content) => {
		const { call, requests } = wire([100], { options: { richContent: 'rawOnly' } });
		await expect(provider.send(call, [aMessage({ content })])).rejects.toMatchObject({
			detail: { category: 'configuration', advice: expect.stringContaining('Best Guess') },
		});
		expect(requests).toEqual([]);
		expect(await bodyOf({ content: { kind: 'text', text: 'Hi', suggestions: [] } })).toMatchObject({
			text: 'Hi',
		});
	});

	const problemsOf = (more: Partial<ReadyMessage>) => {
		const prepared = prepare(provider, aMessage(more), NOW);
		return prepared.ok ? [] : prepared.problems.map(({ path }) => path);
	};

	test('an id and a label have a length and a form', () => {
		expect(problemsOf({ id: `${'a'.repeat(60)}.-_@` })).toEqual([]);
		expect(problemsOf({ id: 'a'.repeat(65) })).toEqual(['id']);
		expect(problemsOf({ id: 'order#1' })).toEqual(['id']);
		expect(problemsOf({ correlation: { label: 'spring sale' } })).toEqual(['correlation.label']);
	});

	test('a reference of the client gives way to the message id, and that is said', () => {
		expect(prepare(provider, aMessage({ correlation: { clientRef: 'a' } }), NOW)).toMatchObject({
			ok: true,
			changes: [{ path: 'correlation.clientRef' }],
		});
	});

	test('links are shortened only together with tracking, by one switch', async () => {
		const tracking = { clicks: true, shortenUrls: true };
		expect(problemsOf({ tracking })).toEqual([]);
		expect(await bodyOf({ tracking })).toMatchObject({ performance_tracking: true });
		const short = aMessage({ tracking: { shortenUrls: true } });
		const words = 'seven.io takes tracking.shortenUrls only together with tracking.clicks';
		expect(prepare(provider, short, NOW)).toMatchObject({
			ok: false,
			problems: [{ path: 'tracking.shortenUrls', message: words }],
		});
		const lowered = prepare(provider, short, NOW, 'downgrade');
		expect(lowered).toMatchObject({
			ok: true,
			changes: [{ path: 'tracking.shortenUrls', message: `${words}: it is left out` }],
		});
		expect(lowered).not.toHaveProperty('message.tracking.shortenUrls');
	});
});

describe('signed requests', () => {
	const options = { signRequests: { key: 'signing-key' } };

	/** As the document computes it, over the text that is sent. */
	function expected(method: string, url: string, body: string): Record<string, string> {
		const nonce = createHash('md5').update('new-id').digest('hex');
		const digest = createHash('md5').update(body).digest('hex');
		const lines = ['1893456000', nonce, method, url, digest].join('\n');
		return {
			'X-Timestamp': '1893456000',
			'X-Nonce': nonce,
			'X-Signature': createHmac('sha256', 'signing-key').update(lines).digest('hex'),
		};
	}

	test('the body travels as the text that was signed', async () => {
		const { call, requests } = wire([100], { options });
		const content = { kind: 'text', text: 'Grüße 👋' } as const;
		await provider.send(call, [aMessage({ id: 'm', content })]);
		const url = `${base}/rcs/messages`;
		const body = '{"to":"447700900123","text":"Grüße 👋","from":"myfancyagent","foreign_id":"m"}';
		expect(requests).toEqual([
			{ method: 'POST', url, headers: { ...both, ...expected('POST', url, body) }, body },
		]);
		expect(requests[0]?.headers?.['X-Nonce']).toMatch(/^[A-Za-z0-9]{32}$/);
	});

	test('a request without a body is signed over none, with its query', async () => {
		const { call, requests } = wire([[]], { options });
		await provider.status?.(call, [{ id: '1' }]);
		const url = `${base}/status?msg_id=1`;
		expect(requests).toEqual([
			{ method: 'GET', url, headers: { ...accept, ...expected('GET', url, '') } },
		]);
	});

	test('an empty key is no key', () => {
		const read = (signRequests: JsonObject) =>
			parseSettings({ auth: apiKey, options: { signRequests } }, provider.options).ok;
		expect(read({ key: 'k' })).toBe(true);
		expect(read({ key: '' })).toBe(false);
		expect(read({})).toBe(false);
	});
});

describe('a message that was sent', () => {
	test("is revoked by seven.io's id", async () => {
		const { call, requests } = wire([done]);
		await provider.revoke?.(call, { id: 'a/b' });
		expect(requests).toEqual([
			{ method: 'DELETE', url: `${base}/rcs/messages/a%2Fb`, headers: accept },
		]);
	});

	test('has a status, also among others', async () => {
		const word = (id: string, status: string) => ({ id, status, status_time: '2030-01-01 12:00' });
		const entries = [word('1', 'DELIVERED'), word('2', 'EXPIRED'), word('3', 'UNKNOWN')];
		const { call, requests } = wire([[entries]]);
		const asked = [{ id: '1' }, { id: '2' }, { id: '3' }];
		expect(await provider.status?.(call, asked)).toEqual([
			{ id: '1', state: 'delivered', doneAt: '2030-01-01T12:00:00.000Z', raw: entries[0] },
			{
				id: '2',
				state: 'expired',
				doneAt: '2030-01-01T12:00:00.000Z',
				error: expect.objectContaining({ category: 'expired', code: 'EXPIRED' }),
				raw: entries[1],
			},
			{ id: '3', state: 'unknown', doneAt: '2030-01-01T12:00:00.000Z', raw: entries[2] },
		]);
		expect(requests).toEqual([
			{ method: 'GET', url: `${base}/status?msg_id=1,2,3`, headers: accept },
		]);
	});

	test.each([
		['ACCEPTED', 'queued'],
		['BUFFERED', 'sent'],
		['TRANSMITTED', 'sent'],
		['DELIVERED', 'delivered'],
		['NOTDELIVERED', 'failed'],
		['REJECTED', 'failed'],
		['FAILED', 'failed'],
		['EXPIRED', 'expired'],
		['UNKNOWN', 'unknown'],
	])('%s is %s', async (status, state) => {
		const { call } = wire([[{ id: '1', status }]]);
		expect(await provider.status?.(call, [{ id: '1' }])).toMatchObject([{ state }]);
	});

	test('that is not known is left out, and does not hide the others', async () => {
		const { call, requests } = wire([901, 901, [{ id: '2', status: 'DELIVERED' }]]);
		expect(await provider.status?.(call, [{ id: '1' }, { id: '2' }])).toMatchObject([{ id: '2' }]);
		expect(requests.map(({ url }) => url.split('=').at(-1))).toEqual(['1,2', '1', '2']);
		expect(await provider.status?.(wire([]).call, [])).toEqual([]);
		const refused = provider.status?.(wire([900]).call, [{ id: '1' }]);
		await expect(refused).rejects.toMatchObject({ detail: { category: 'auth' } });
	});
});

describe('signals', () => {
	test('typing and read', async () => {
		const { call, requests } = wire([done]);
		await provider.event?.(call, { to: number, type: 'typing' });
		await provider.event?.(call, { to: number, from: 'other', type: 'read' });
		await provider.event?.(call, { to: number, type: 'read', messageId: '4711' });
		const url = `${base}/rcs/events`;
		expect(requests).toEqual(
			[
				{ event: 'IS_TYPING', to: '447700900123', from: 'myfancyagent' },
				{ event: 'READ', to: '447700900123', from: 'other' },
				{ event: 'READ', msg_id: '4711', from: 'myfancyagent' },
			].map((body) => ({ method: 'POST', url, headers: both, body })),
		);
	});

	test('a refusal is one, whatever the status', async () => {
		const { call } = wire([202]);
		const typing = provider.event?.(call, { to: number, type: 'typing' });
		await expect(typing).rejects.toMatchObject({ detail: { category: 'validation' } });
	});
});

describe('capability', () => {
	const numbers = ['+447700900123', '+447700900124', '+447700900125', '+447700900126'];
	const checkedAt = NOW.toISOString();
	const features = ['REVOCATION', 'RICHCARD_CAROUSEL'];

	test('of several numbers, in whatever order they are answered', async () => {
		const { call, requests } = wire([
			[
				{ success: true, international: '447700900124', rcs_capabilities: [] },
				{ success: 'true', international: '+447700900123', rcs_capabilities: features },
				{ success: 'false', international: '447700900125', rcs_capabilities: features },
			],
		]);
		const unknown = { reachable: 'unknown', reason: expect.any(String), retryable: true };
		expect(await provider.capability?.(call, numbers)).toEqual([
			{ to: numbers[0], reachable: 'yes', features, checkedAt },
			{ to: numbers[1], reachable: 'no', features: [], reason: expect.any(String), checkedAt },
			{ to: numbers[2], ...unknown, checkedAt },
			{ to: numbers[3], ...unknown, checkedAt },
		]);
		const list = numbers.map((to) => to.slice(1)).join(',');
		expect(requests).toEqual([
			{ method: 'GET', url: `${base}/lookup/rcs?number=${list}`, headers: accept },
		]);
	});

	test('of one number, as an object or a list, even without the number in it', async () => {
		for (const body of [{ rcs_capabilities: features }, [{ rcs_capabilities: features }]])
			expect(await provider.capability?.(wire([body]).call, [number])).toEqual([
				{ to: number, reachable: 'yes', features, checkedAt },
			]);
	});

	test('an answer to one number is not taken for another', async () => {
		const { call } = wire([[{ rcs_capabilities: features }]]);
		expect(await provider.capability?.(call, numbers.slice(0, 2))).toMatchObject([
			{ reachable: 'unknown' },
			{ reachable: 'unknown' },
		]);
	});

	test('a code refuses all of them', async () => {
		const check = provider.capability?.(wire([500]).call, numbers);
		await expect(check).rejects.toMatchObject({ detail: { category: 'credit' } });
	});
});

test('agents', async () => {
	const rbm = { id: 'a1', display_name: 'Cafe', status: 'launched', is_generic: false };
	const generic = { id: 'a2', display_name: null, status: 'wait', is_generic: true };
	const { call, requests } = wire([{ agents: [rbm, generic, {}, null] }]);
	expect(await provider.agents?.list(call)).toEqual([
		{ id: 'a1', name: 'Cafe', status: 'launched', raw: rbm },
		{ id: 'a2', status: 'wait', raw: generic },
	]);
	expect(requests).toEqual([{ method: 'GET', url: `${base}/rcs/agents`, headers: accept }]);
});

test('the settings of the credential', () => {
	const fields = {
		baseUrl: base,
		authentication: 'bearer',
		token: 'test-token',
		agent: '',
		richContent: 'rawOnly',
		requestSecret: 'signing-key',
		webhookSecret: 'new-key',
		previousWebhookSecret: 'old-key',
		webhookMaxAge: 60,
	};
	const settings = settingsFromFields(fields, provider);
	expect(settings).toEqual({
		baseUrl: base,
		auth: { kind: 'bearer', token: 'test-token' },
		webhook: { secret: ['new-key', 'old-key'], maxAgeSeconds: 60 },
		options: { signRequests: { key: 'signing-key' }, richContent: 'rawOnly' },
	});
	expect(parseSettings(settings, provider.options).ok).toBe(true);
	expect(provider.authorize(settings)).toEqual({
		ok: true,
		value: { Authorization: 'Bearer test-token' },
	});
	const plain = { ...fields, richContent: 'guess', requestSecret: '' };
	expect(settingsFromFields(plain, provider)).not.toHaveProperty('options');
	const authorized = provider.authorize({ auth: apiKey });
	expect(authorized).toEqual({ ok: true, value: { 'X-Api-Key': 'test-api-key' } });
});
