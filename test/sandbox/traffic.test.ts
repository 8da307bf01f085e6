import { createHmac } from 'node:crypto';

import type { JsonObject } from '../../sandbox/json';
import { until } from '../until';
import {
	ANDROID,
	API_KEY,
	object,
	objects,
	SMS_ONLY,
	text,
	TOKEN,
	useReceiver,
	useSandbox,
} from './world';

const { call, sendInfobip, url } = useSandbox();
const receiver = useReceiver();

const traffic = async (query = ''): Promise<JsonObject[]> =>
	objects((await call('GET', `/sandbox/traffic${query}`)).body['traffic']);
const entry = async (id: unknown): Promise<JsonObject> =>
	(await call('GET', `/sandbox/traffic/${String(id)}`)).body;

describe('requests', () => {
	it('are kept as they came and were answered, with the message they made', async () => {
		await sendInfobip(text());
		const [head] = await traffic('?message=m1');
		expect(head).toMatchObject({
			...{ kind: 'request', provider: 'infobip', method: 'POST', status: 200 },
			...{ url: '/infobip/rcs/2/messages', messageIds: ['m1'], phones: [ANDROID] },
			...{ at: expect.stringMatching(/^2\d{3}-.*Z$/), durationMs: expect.any(Number) },
		});
		expect(head).not.toHaveProperty('headers');
		const full = await entry(head?.['id']);
		expect(full).toMatchObject({
			headers: { authorization: 'App ***', 'content-type': 'application/json' },
			body: { text: JSON.stringify({ messages: [text()] }) },
			answer: { body: { text: expect.stringContaining('PENDING_ACCEPTED') } },
		});
	});

	it('of a bulk call have all their messages, and no message of another call', async () => {
		const to = (messageId: string) => ({ to: '447700900001', messageId });
		await sendInfobip(text({ destinations: [to('a'), to('b')] }));
		await Promise.all(['c', 'd'].map((id) => sendInfobip(text({ destinations: [to(id)] }))));
		const made = (await traffic()).map(({ messageIds }) => messageIds);
		expect(made).toHaveLength(3);
		expect(made).toEqual(expect.arrayContaining([['a', 'b'], ['c'], ['d']]));
	});

	it('that were refused are there too', async () => {
		await call('POST', '/infobip/rcs/2/messages', { messages: [] }, { authorization: 'App wrong' });
		const [refused] = await traffic('?provider=infobip');
		expect(refused).toMatchObject({ status: 401, messageIds: [] });
		expect(await entry(refused?.['id'])).toMatchObject({
			body: { text: '', note: 'refused before it was read' },
			answer: { body: { text: expect.stringContaining('E401') } },
		});
		expect(await traffic('?provider=seven')).toEqual([]);
	});

	it.each([
		['resetBefore', []],
		['resetAfter', ['m1']],
	])('whose connection was cut (%s) have no answer', async (kind, messageIds) => {
		await call('POST', '/sandbox/faults', { provider: 'infobip', kind });
		await expect(sendInfobip(text())).rejects.toThrow();
		const [cut] = await until(async () => {
			const entries = await traffic();
			return entries[0]?.['error'] !== undefined && entries;
		});
		expect(cut).toMatchObject({ error: 'the connection ended before the answer', messageIds });
		expect(cut).not.toHaveProperty('status');
		expect(await entry(cut?.['id'])).not.toHaveProperty('answer');
	});

	it('are kept in a ring, with long bodies cut', async () => {
		const long = { messages: [text({ content: { type: 'TEXT', text: 'é'.repeat(40_000) } })] };
		await call('POST', '/infobip/rcs/2/messages', long, API_KEY);
		const [first] = await traffic();
		const { body } = await entry(first?.['id']);
		expect(object(body)['note']).toMatch(/^\d+ more bytes$/);
		expect(String(object(body)['text'])).toMatch(/é$/);
		for (let i = 0; i < 500; i += 1)
			await call('GET', '/conversation/v1/messages', undefined, TOKEN);
		expect(await traffic('?limit=1000')).toHaveLength(500);
		expect((await call('GET', `/sandbox/traffic/${String(first?.['id'])}`)).status).toBe(404);
		await call('POST', '/sandbox/reset');
		expect(await traffic()).toEqual([]);
	});
});

describe('webhooks', () => {
	const connect = () =>
		call('PUT', '/sandbox/console/conversation/webhook', {
			url: receiver.url('/hook?door=token-of-the-door'),
			secret: 'secret-of-the-hook',
		});
	const send = (messageId: string, conversationId = ANDROID) =>
		call(
			'POST',
			'/conversation/v1/messages',
			{
				...{ conversationId, messageId },
				message: { text: 'Hello', fallbackText: 'Hello by SMS' },
			},
			TOKEN,
		);
	const webhooksOf = async (query: string) =>
		(await traffic(query)).filter(({ kind }) => kind === 'webhook');

	it('are tied to their message, signed as sent, and lead back from what a person did', async () => {
		await connect();
		expect((await send('m1')).status).toBe(200);
		const told = await until(async () => {
			const entries = await webhooksOf('?message=m1&provider=conversation');
			return entries.some(({ event }) => event === 'READ') && entries;
		});
		expect(told.map(({ event }) => event)).toEqual(['READ', 'DELIVERED', 'SENT', 'QUEUED']);
		expect(told[0]).toMatchObject({
			...{ attempt: 1, status: 200, signatureHeader: 'x-signature', phones: [ANDROID] },
			url: receiver.url('/hook?door=***'),
		});
		const full = await entry(told[0]?.['id']);
		const raw = String(object(full['body'])['text']);
		expect(receiver.got.map((got) => got.raw)).toContain(raw);
		expect(object(full['headers'])['x-signature']).toBe(
			createHmac('sha256', 'secret-of-the-hook').update(raw).digest('hex'),
		);

		const reply = { text: 'Thanks', agent: 'DemoStore' };
		const { body: inbound } = await call('POST', `/sandbox/phones/${ANDROID}/text`, reply);
		const [heard] = await until(async () => {
			const entries = await webhooksOf(`?phone=${encodeURIComponent(ANDROID)}`);
			return entries[0]?.['event'] === 'INTERACTED' && entries;
		});
		expect(heard).toMatchObject({ inboundIds: [inbound['id']], messageIds: ['m1'] });
	});

	it('that are not taken show each attempt', async () => {
		receiver.answers.push(500);
		await connect();
		await send('m1');
		const attempts = await until(async () => {
			const entries = (await webhooksOf('?message=m1')).filter(({ event }) => event === 'QUEUED');
			return entries.length === 2 && entries;
		});
		expect(attempts).toEqual([
			expect.objectContaining({ attempt: 2, status: 200 }),
			expect.objectContaining({ attempt: 1, status: 500 }),
		]);
	});

	it('of a request that tells before it answers have its message', async () => {
		const authorization = 'Bearer sandbox-rest-v1-key';
		const subscription = {
			url: receiver.url(),
			events: ['message.queued'],
			secret: 'sixteen-letters!',
		};
		await call('POST', '/rest-v1/v1/webhooks', subscription, { authorization });
		await call(
			'POST',
			'/rest-v1/v1/messages',
			{ message_id: 'q1', to: ANDROID, content: { text: 'Hi' } },
			{ authorization },
		);
		const [told] = await until(async () => {
			const entries = await webhooksOf('?provider=rest-v1');
			return entries.length > 0 && entries;
		});
		expect(told).toMatchObject({ event: 'message.queued', messageIds: ['q1'], phones: [ANDROID] });
	});

	it('come with the way of the message, the fallback included', async () => {
		await send('m2', SMS_ONLY);
		const steps = await until(async () => {
			const { body } = await call('GET', `/sandbox/phones/${SMS_ONLY}/messages`);
			const timeline = objects(objects(body['messages'])[0]?.['timeline']);
			return timeline.some(({ state }) => state === 'delivered') && timeline;
		});
		expect(steps).toEqual([
			expect.objectContaining({ channel: 'RCS', state: 'queued' }),
			expect.objectContaining({ state: 'failed', reason: 'notReachable', fallsBackTo: 'SMS' }),
			expect.objectContaining({ channel: 'SMS', state: 'queued' }),
			expect.objectContaining({ channel: 'SMS', state: 'sent' }),
			expect.objectContaining({ channel: 'SMS', state: 'delivered' }),
		]);
	});
});

it('listeners hear of an exchange while it happens', async () => {
	const abort = new AbortController();
	const response = await fetch(`${url()}/sandbox/events`, { signal: abort.signal });
	await sendInfobip(text());
	const decoder = new TextDecoder();
	let heard = '';
	for await (const chunk of response.body ?? []) {
		heard += decoder.decode(chunk);
		if (/event: traffic\ndata: .*"status":200/.test(heard)) break;
	}
	expect(heard).toContain('"messageIds":["m1"]');
	expect(heard).not.toContain('sandbox-infobip-key');
	abort.abort();
});
