import { setTimeout as sleep } from 'node:timers/promises';

import { type Http, networkError } from '../../core/http';
import type { RcsMessage, ReadyMessage } from '../../core/message/types';
import { restV1 } from '../../core/providers/rest-v1';
import { prepare } from '../../core/send';
import { sendAll } from '../../core/sendAll';
import type { Call, SendResult } from '../../core/provider';
import { samples } from '../fixtures/messages';
import { ANDROID, useReceiver, useSandbox } from './world';
import { until } from '../until';

const { call, oracle, url } = useSandbox();
const receiver = useReceiver();
let posts: string[];
beforeEach(() => {
	posts = [];
});

/** The adapter on a real wire. */
function adapter(): Call {
	const http: Http = async ({ method, url: address, headers = {}, body }) => {
		if (method === 'POST') posts.push(new URL(address).pathname.replace('/rest-v1/v1', ''));
		const answer = await fetch(address, {
			method,
			headers: { authorization: 'Bearer sandbox-rest-v1-key', ...headers },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		}).catch(() => Promise.reject(networkError(new URL(address).host, 'ECONNRESET')));
		const { status } = answer;
		return { status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
	};
	const auth = { kind: 'apiKey', apiKey: 'sandbox-rest-v1-key' } as const;
	const settings = { baseUrl: `${url()}/rest-v1`, auth };
	return { http, settings, now: new Date(), newId: () => 'new-id' };
}

function ready(message: RcsMessage, id = 'm1'): ReadyMessage {
	const prepared = prepare(restV1, { ...message, id }, new Date());
	if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
	return prepared.message;
}

const hello = { to: ANDROID, content: { kind: 'text', text: 'Hello' } } as const;
const clock = { now: Date.now, wait: () => sleep(0) };

async function send(...messages: ReadyMessage[]): Promise<SendResult[]> {
	const pace = { concurrency: 4, retries: 3 };
	return [...(await sendAll(restV1, adapter(), messages, pace, clock)).values()];
}

const fault = (order: object) => call('POST', '/sandbox/faults', { provider: 'rest-v1', ...order });

const kinds = ['text', 'file', 'card', 'carousel'].map((kind) => `content: ${kind}`);
const chips = Object.keys(samples).filter((name) => name.startsWith('suggestion: '));

it.each([...kinds, ...chips])('takes what the adapter makes of %s', async (name) => {
	const { content } = samples[name]?.message ?? {};
	if (!content) throw new Error(`There is no sample ${name}`);
	expect(await send(ready({ to: ANDROID, content }))).toMatchObject([{ status: 'accepted' }]);
	await until(async () => (await oracle('rest-v1'))[0]?.['state'] === 'read');
});

it('takes every option the adapter has', async () => {
	const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
	const message: RcsMessage = {
		...hello,
		from: 'DemoHub',
		fallback: [{ channel: 'sms', from: 'MUGS', text: 'Hello' }],
		traffic: 'serviceRequest',
		tracking: { clicks: true, shortenUrls: true },
		correlation: { campaignId: 'spring', clientRef: '1042', label: 'news', callbackData: '{}' },
		notify: { statusUrl: receiver.url() },
	};
	const results = await send(
		ready({ ...message, validity: { seconds: 60 } }, 'm1'),
		ready({ ...message, expiresAt: inAnHour }, 'm2'),
		ready({ ...message, schedule: { at: inAnHour } }, 'm3'),
	);
	expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
	expect(posts.sort()).toEqual(['/messages/bulk', '/messages/schedule']);
});

it('sends many in as few requests as fit, and names the one that is refused', async () => {
	const messages = Array.from({ length: 150 }, (_, i) => ready(hello, `m${i}`));
	const stranger = ready({ ...hello, from: 'Nobody' }, 'stranger');
	const results = await send(...messages, stranger);
	const refused = results.filter(({ status }) => status !== 'accepted');
	expect(refused).toMatchObject([
		{ id: 'stranger', error: { message: expect.stringMatching(/from/) } },
	]);
	expect(posts).toEqual(['/messages/bulk', '/messages/bulk']);
	expect(await oracle('rest-v1')).toHaveLength(150);
});

it.each([1, 3])(
	'looks up %i whose answer was lost, and sends none of them twice',
	async (count) => {
		await fault({ kind: 'resetAfter', path: '/v1/messages' });
		const messages = Array.from({ length: count }, (_, i) => ready(hello, `m${i}`));
		const results = await send(...messages);
		expect(results).toMatchObject(
			messages.map(({ id }) => ({ id, status: 'accepted', lookedUp: true })),
		);
		expect(posts).toHaveLength(1);
		expect(await oracle('rest-v1')).toHaveLength(count);
	},
);

it('does not know what became of a message whose request was lost, and does not send it again', async () => {
	await fault({ kind: 'resetBefore', path: '/v1/messages' });
	expect(await send(ready(hello))).toMatchObject([
		{ status: 'unknown', error: { category: 'unknownOutcome' } },
	]);
	expect(posts).toHaveLength(1);
	expect(await oracle('rest-v1')).toEqual([]);
});

it('reads from the headers of a rate limit how long to wait', async () => {
	await call('PUT', '/sandbox/console/rest-v1/rate-limit', { per_second: 1 });
	const error = { category: 'rateLimit', httpStatus: 429, retryAfterMs: expect.any(Number) };
	expect(await send(ready(hello, 'm1'), ready(hello, 'm2'))).toMatchObject([{ error }, { error }]);
	expect(posts).toHaveLength(4);
});

it('keeps templates, contacts and webhooks as the adapter asks', async () => {
	const on = adapter();
	const { templates, contacts, webhook } = restV1;
	const content = { kind: 'text', text: 'Hi {{name}}' } as const;
	const draft = { name: 'Cart recovery', language: 'en', carriers: [], content };
	const created = await templates?.create?.(on, draft);
	expect(created).toMatchObject({ id: 'cart_recovery', status: 'draft', variables: ['name'] });
	expect(await templates?.update?.(on, 'cart_recovery', draft)).toMatchObject({ version: '2' });
	await templates?.submit?.(on, 'cart_recovery', []);
	// The review does not take long.
	const reviewed = { status: expect.stringMatching(/^(pending|approved)$/) };
	expect(await templates?.status?.(on, 'cart_recovery')).toMatchObject(reviewed);
	await call('POST', '/sandbox/console/rest-v1/templates/cart_recovery', { status: 'approved' });
	const filled = {
		kind: 'template',
		id: 'cart_recovery',
		language: 'en',
		variables: { name: 'Ann' },
	};
	expect(
		await send(ready({ to: ANDROID, content: { ...filled, kind: 'template' } })),
	).toMatchObject([{ status: 'accepted' }]);
	await templates?.remove?.(on, 'cart_recovery');
	expect(await templates?.list?.(on)).toEqual([]);

	const list = Array.from({ length: 150 }, (_, i) => ({ phone: `+15550100${100 + i}` }));
	expect(await contacts?.import(on, list)).toEqual({ accepted: 150, refused: 0 });
	const [first] = (await contacts?.list(on)) ?? [];
	const change = { optIn: 'optedOut', tags: ['vip'], attributes: { city: 'Oslo' } } as const;
	expect(await contacts?.update(on, first?.id ?? '', change)).toMatchObject(change);
	await contacts?.remove(on, first?.id ?? '');
	expect(await contacts?.list(on)).toHaveLength(149);

	const events = ['message.read', 'user.optedOut'] as const;
	const request = {
		id: 'ours',
		url: receiver.url(),
		events,
		secret: 'a-secret-of-sixteen-or-more',
	};
	const id = (await webhook.subscriptions?.create(on, request)) ?? '';
	expect(await webhook.subscriptions?.list(on)).toMatchObject([
		{ id, url: receiver.url(), events: expect.arrayContaining([...events]) },
	]);
	await webhook.subscriptions?.remove(on, id);
	await webhook.subscriptions?.remove(on, id);
	expect(await webhook.subscriptions?.list(on)).toEqual([]);
});

it('signs in for the adapter, and again with the refresh token', async () => {
	const auth = { kind: 'oauth2', clientId: 'sandbox', clientSecret: 'sandbox' } as const;
	const settings = { baseUrl: `${url()}/rest-v1`, auth };
	const first = await restV1.accessToken?.({ ...adapter(), settings });
	const again = await restV1.accessToken?.({
		...adapter(),
		settings: { ...settings, auth: { ...auth, ...first } },
	});
	expect(posts).toEqual(['/auth/login', '/auth/refresh']);
	expect(again?.refreshToken).not.toBe(first?.refreshToken);
});

it('sends webhooks that the adapter believes and understands', async () => {
	const secret = 'a-secret-of-sixteen-or-more';
	const events = restV1.profile.events;
	const request = { id: 'ours', url: receiver.url(), events, secret };
	await restV1.webhook.subscriptions?.create(adapter(), request);
	await send(
		ready({
			...hello,
			content: { ...hello.content, suggestions: [{ type: 'reply', text: 'Yes' }] },
		}),
	);
	await until(async () => (await oracle('rest-v1'))[0]?.['state'] === 'read');
	await call('POST', `/sandbox/phones/${ANDROID}/tap`, { messageId: 'm1', suggestionIndex: 0 });
	await call('POST', `/sandbox/phones/${ANDROID}/text`, { text: 'STOP' });
	await call('POST', '/sandbox/console/rest-v1/messages/m1/complain');
	await until(() => receiver.got.length === 7);
	const now = new Date();
	const parsed = receiver.got.flatMap(({ raw, headers }) => {
		const delivery = {
			method: 'POST',
			url: receiver.url(),
			headers: { 'x-signature': String(headers['x-signature']) },
			body: Buffer.from(raw),
			receivedAt: now.toISOString(),
		};
		const settings = { webhook: { secret, maxAgeSeconds: 60 } };
		expect(restV1.webhook.verify(delivery, settings, now)).toEqual({ verified: 'ok' });
		return restV1.webhook.parse(delivery);
	});
	expect(parsed.map(({ type }) => type)).toEqual([
		'message.queued',
		'message.sent',
		'message.delivered',
		'message.read',
		'message.replied',
		'user.optedOut',
		'message.complained',
	]);
	for (const { messageId, user, agent } of parsed)
		expect({ messageId, user, agent }).toEqual({
			messageId: 'm1',
			user: ANDROID,
			agent: 'DemoHub',
		});
});
