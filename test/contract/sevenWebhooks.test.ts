import { type EventType, eventTypes } from '../../core/event/types';
import { asObject } from '../../core/json';
import { subscriptions } from '../../core/providers/seven/subscriptions';
import type { ProviderSettings } from '../../core/settings';
import { NOW } from '../fixtures/messages';
import { signed } from '../fixtures/seven';
import { arrived } from './arrived';
import { accept, base, both, provider, wire } from './sevenWire';

/** Webhooks of seven.io: how they are registered, how they prove to be its own, and what tells them apart. */

const url = 'https://hooks.example.com/rcs?a=1&b=2';
const hooks = `${base}/hooks`;

describe('registering', () => {
	const none = { success: true, hooks: [] };
	const asked = (events: EventType[]) => ({ id: 'n8n-1', url, events, secret: 's3cret' });

	test.each<[string, EventType[], string]>([
		['what only RCS tells', ['message.read', 'message.replied', 'user.typing'], 'rcs'],
		['what only the SMS tells', ['message.failed', 'message.expired'], 'dlr'],
		['what both tell', ['message.delivered'], 'all'],
		['what people write by RCS and by SMS', ['message.received'], 'all'],
		['STOP by RCS and by SMS', ['user.optedOut'], 'all'],
		['taps and tracked links', ['message.clicked'], 'all'],
		['what nobody can name', ['unknown'], 'all'],
		['what seven.io never tells', ['template.approved'], 'all'],
	])('%s', async (_name, events, event_type) => {
		const { call, requests } = wire([none, { success: true, id: 17 }]);
		expect(await subscriptions.create(call, asked(events))).toBe('17');
		const headers = 'X-Rcs-Trigger-Secret: s3cret';
		const body = { target_url: url, event_type, request_method: 'JSON', headers };
		expect(requests).toEqual([
			{ method: 'GET', url: hooks, headers: accept },
			{ method: 'POST', url: hooks, headers: both, body },
		]);
	});

	test('again replaces what leads to the same URL, and nothing else', async () => {
		const hook = (id: string, target_url: string) => ({ id, target_url, event_type: 'rcs' });
		const listed = [hook('15', url), hook('16', `${url}&c=3`), hook('17', url)];
		const { call, requests } = wire([
			{ success: true, hooks: listed },
			{ success: true },
			{ success: true },
			{ success: true, id: 18 },
		]);
		expect(await subscriptions.create(call, asked(['message.read']))).toBe('18');
		expect(requests.map(({ method, body }) => [method, asObject(body)['id']])).toEqual([
			['GET', undefined],
			['DELETE', 15],
			['DELETE', 17],
			['POST', undefined],
		]);
	});

	test.each([
		[
			{ success: false, code: '400', error_message: 'target_url is no address' },
			'validation',
			/no address.*400/,
		],
		[{ success: 'false' }, 'provider', /not registered/],
		[{ success: true }, 'provider', /not registered/],
		[903, 'permission', /903/],
	])('%j is no registration', async (answer, category, message) => {
		const create = subscriptions.create(wire([none, answer]).call, asked(['message.read']));
		await expect(create).rejects.toMatchObject({
			detail: { category, retryable: false, message: expect.stringMatching(message) },
		});
	});

	test('a hook tells an event when it does however that comes', async () => {
		const hook = (id: string, event_type: string, more = {}) => ({
			id,
			target_url: url,
			event_type,
			...more,
		});
		const { call, requests } = wire([
			{
				success: true,
				hooks: [
					hook('1', 'rcs'),
					hook('2', 'dlr'),
					hook('3', 'all', { enabled: true }),
					hook('4', 'all', { enabled: false }),
					hook('5', 'voice_call'),
				],
			},
		]);
		const found = await subscriptions.list(call);
		expect(requests).toEqual([{ method: 'GET', url: hooks, headers: accept }]);
		expect(found.map(({ id, url: target, events }) => [id, target, events.length > 0])).toEqual([
			['1', url, true],
			['2', url, true],
			['3', url, true],
			['4', url, false],
			['5', url, false],
		]);
		const [rcs, dlr, all] = found.map(({ events }) => events);
		expect(rcs).toEqual(expect.arrayContaining(['message.read', 'message.replied']));
		for (const event of ['message.delivered', 'message.received', 'user.optedOut'])
			expect(rcs).not.toContain(event);
		expect(dlr).toEqual(['message.queued', 'message.sent', 'message.failed', 'message.expired']);
		expect(all).toEqual(
			eventTypes.filter((type) => [...provider.profile.events, 'unknown'].includes(type)),
		);
	});

	test('is undone by the id, and what is not there is no error', async () => {
		const gone = { success: false, code: '901', error_message: 'There is no such hook' };
		const { call, requests } = wire([{ success: true }, gone]);
		await subscriptions.remove(call, '17');
		await subscriptions.remove(call, '18');
		await subscriptions.remove(call, 'n8n-of-ours');
		expect(requests).toEqual(
			[17, 18].map((id) => ({ method: 'DELETE', url: hooks, headers: both, body: { id } })),
		);
		const refused = subscriptions.remove(wire([900]).call, '17');
		await expect(refused).rejects.toMatchObject({ detail: { category: 'auth' } });
		const bySuccess = subscriptions.remove(wire([{ success: false, code: '900' }]).call, '17');
		await expect(bySuccess).rejects.toMatchObject({ detail: { category: 'auth' } });
	});

	test('is proven by the header, and by the signature where the key is known', () => {
		const header = { headerName: 'X-Rcs-Trigger-Secret', headerValue: 's3cret' };
		expect(subscriptions.proof({}, 's3cret')).toEqual(header);
		const webhook = { secret: ['key'], maxAgeSeconds: 60, headerName: 'X-Other', headerValue: 'x' };
		expect(subscriptions.proof({ webhook }, 's3cret')).toEqual({
			...header,
			secret: ['key'],
			maxAgeSeconds: 60,
		});
	});
});

describe('proving', () => {
	const body = Buffer.from('{"webhook_event":"rcs"}');
	const seconds = NOW.getTime() / 1000;

	function verdict(
		headers: Record<string, string>,
		webhook: ProviderSettings['webhook'] = { secret: 'key' },
	) {
		return provider.webhook.verify(arrived(body, headers, url), { webhook }, NOW);
	}

	test('the complete address is signed, or its path and query', () => {
		expect(verdict(signed(body, 'key', { url }))).toEqual({ verified: 'ok' });
		expect(verdict(signed(body, 'key', { url: '/rcs?a=1&b=2' }))).toEqual({ verified: 'ok' });
		for (const other of ['/rcs', '/rcs?a=1', 'https://hooks.example.com/rcs', '/', ''])
			expect(verdict(signed(body, 'key', { url: other }))).toMatchObject({ reason: 'mismatch' });
	});

	test.each([
		[0, 'ok'],
		[300, 'ok'],
		[301, 'stale'],
		[-300, 'ok'],
		[-301, 'future'],
	])('%i seconds ago: %s', (ago, outcome) => {
		const found = verdict(signed(body, 'key', { url, time: String(seconds - ago) }));
		expect('reason' in found ? found.reason : found.verified).toBe(outcome);
	});

	test('the age can be set', () => {
		const old = signed(body, 'key', { url, time: String(seconds - 61) });
		expect(verdict(old, { secret: 'key', maxAgeSeconds: 60 })).toMatchObject({ reason: 'stale' });
		expect(verdict(old, { secret: 'key', maxAgeSeconds: 61 })).toEqual({ verified: 'ok' });
	});

	test('a time that is none, though signed, proves no age', () => {
		for (const time of ['soon', '1e300'])
			expect(verdict(signed(body, 'key', { url, time }))).toMatchObject({ reason: 'missing' });
	});

	test('each of the three headers is needed', () => {
		for (const name of ['x-timestamp', 'x-nonce', 'x-signature'])
			expect(verdict({ ...signed(body, 'key', { url }), [name]: '' })).toMatchObject({
				reason: 'missing',
			});
	});

	test('a header and a key must both hold; half a header holds for nothing', () => {
		const webhook = { secret: 'key', headerName: 'X-Own', headerValue: 'mine' };
		const proof = signed(body, 'key', { url });
		expect(verdict({ ...proof, 'x-own': 'mine' }, webhook)).toEqual({ verified: 'ok' });
		expect(verdict(proof, webhook)).toMatchObject({ reason: 'missing' });
		expect(verdict({ 'x-own': 'mine' }, webhook)).toMatchObject({ reason: 'missing' });
		expect(verdict({ ...proof, 'x-own': 'theirs' }, webhook)).toMatchObject({ reason: 'mismatch' });
		expect(verdict(proof, { secret: 'key', headerName: 'X-Own' })).toMatchObject({
			reason: 'missing',
		});
	});
});

test('a webhook that is repeated under another time is the same event', () => {
	const ids = ['2030-01-01T13:00:00+01:00', '2030-01-01T14:00:00+01:00'].map(
		(webhook_timestamp) => {
			const data = {
				agent_id: 'a',
				sender: '447700900123',
				status: 'READ',
				foreign_id: 'm',
				msg_id: '1',
			};
			const text = JSON.stringify({ webhook_event: 'rcs', webhook_timestamp, data });
			return provider.webhook.parse(arrived(text)).map(({ eventId }) => eventId);
		},
	);
	expect(ids[0]).toEqual(ids[1]);
});

test.each<[string, string, string, string]>([
	['in the zone of the report', '13:00:00', '2030-01-01T13:00:05+01:00', '12:00:00'],
	['in summer too', '14:00:00.250000', '2030-01-01T14:00:05+02:00', '12:00:00.250'],
	['as UTC where the report has no zone', '12:00:00', '2030-01-01 13:00:05', '12:00:00'],
	['in its own zone, where it has one', '12:00:00Z', '2030-01-01T13:00:05+01:00', '12:00:00'],
])('a date is read %s', (_name, clock, webhook_timestamp, utc) => {
	const data = { status: 'READ', msg_id: '1', timestamp: `2030-01-01 ${clock}` };
	const text = JSON.stringify({ webhook_event: 'rcs', webhook_timestamp, data });
	const [event] = provider.webhook.parse(arrived(text));
	expect(event?.occurredAt).toBe(new Date(`2030-01-01T${utc}Z`).toISOString());
});

describe('a form', () => {
	const type = 'application/x-www-form-urlencoded; charset=utf-8';
	const read = (form: string) =>
		provider.webhook
			.parse(arrived(form, { 'content-type': type }))
			.map(({ raw: _, ...event }) => event);

	test('is read like JSON', () => {
		const form = new URLSearchParams({
			webhook_event: 'rcs',
			webhook_timestamp: '2030-01-01T13:00:05+01:00',
			'data[id]': '4711',
			'data[sender]': '447700900123',
			'data[time]': '1893499200',
			'data[content_type]': 'suggestion_response',
			'data[suggestion_response][postbackData]': 'a=b&c[d]',
			'data[suggestion_response][text]': 'Yes ☕',
			'data[suggestion_response][type]': 'REPLY',
			'data[agent_id]': 'myfancyagent',
		});
		expect(read(String(form))).toMatchObject([
			{
				type: 'message.replied',
				text: 'Yes ☕',
				postbackData: 'a=b&c[d]',
				user: '+447700900123',
				agent: 'myfancyagent',
				inboundId: '4711',
				occurredAt: '2030-01-01T12:00:00.000Z',
			},
		]);
	});

	test('STOP by SMS is an opt-out in a form too', () => {
		const data = 'data[id]=1&data[sender]=447700900123&data[text]=STOP&data[message_type]=SMS';
		expect(read(`webhook_event=sms_mo&${data}`)).toMatchObject([
			{ type: 'user.optedOut', channel: 'sms', user: '+447700900123' },
		]);
	});

	test.each([
		'',
		'&&=',
		'data=1&data[a]=2&data[a][b]=3',
		'[x]=1',
		'__proto__[a]=1',
		'a%ZZ',
		'data[id',
	])('%p is one event that nobody knows', (form) => {
		expect(read(form)).toMatchObject([{ type: 'unknown' }]);
	});

	test('names that nest without end, and names without end, end', () => {
		expect(read(`webhook_event=rcs&data${'[a]'.repeat(100_000)}=1`)).toHaveLength(1);
		const many = Array.from({ length: 50_000 }, (_, n) => `data[${n}]=1`).join('&');
		expect(read(`webhook_event=rcs&${many}`)).toHaveLength(1);
	});
});
