import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
	ANDROID,
	API_KEY,
	object,
	OFFLINE,
	objects,
	results,
	text,
	useReceiver,
	useSandbox,
} from './world';
import { until } from '../until';
import { startSandbox } from '../../sandbox/server';

const { call, sendInfobip, oracle, url } = useSandbox();
const receiver = useReceiver();

const fault = (order: object) => call('POST', '/sandbox/faults', { provider: 'infobip', ...order });

describe('faults', () => {
	it('answer with a status, as often as ordered', async () => {
		await fault({ kind: 'status', status: 503, retryAfter: 7, times: 2 });
		const answers = [
			await sendInfobip(text()),
			await sendInfobip(text()),
			await sendInfobip(text()),
		];
		expect(answers.map(({ status }) => status)).toEqual([503, 503, 200]);
		expect(answers[0]?.headers.get('retry-after')).toBe('7');
		expect(answers[0]?.body).toMatchObject({ errorCode: 'E503' });
	});

	it('strike a share of the requests, the same one for the same seed', async () => {
		const statuses = async () => {
			await fault({ kind: 'status', status: 503, percent: 40, seed: 5, times: 100 });
			const told = [];
			for (let i = 0; i < 20; i += 1) told.push((await sendInfobip(text())).status === 503);
			await call('DELETE', '/sandbox/faults');
			return told;
		};
		const first = await statuses();
		expect(first).toContain(true);
		expect(first).toContain(false);
		expect(await statuses()).toEqual(first);
	});

	it('strike only their path', async () => {
		await fault({ kind: 'status', status: 500, path: '/rcs/2/messages' });
		expect((await call('GET', '/infobip/rcs/1/senders', undefined, API_KEY)).status).toBe(200);
		expect((await sendInfobip(text())).status).toBe(500);
	});

	it.each([
		['resetBefore', 0],
		['resetAfter', 1],
	])('%s breaks the connection with %i messages committed', async (kind, committed) => {
		await fault({ kind });
		await expect(sendInfobip(text())).rejects.toThrow();
		expect(await oracle('infobip')).toHaveLength(committed);
		const again = await sendInfobip(text());
		const expected = committed === 1 ? 'REJECTED_DUPLICATE_MESSAGE_ID' : 'PENDING_ACCEPTED';
		expect(again.body).toMatchObject({ messages: [{ status: { name: expected } }] });
	});

	it('delay an answer', async () => {
		await fault({ kind: 'delay', delayMs: 60 });
		const started = Date.now();
		await sendInfobip(text());
		expect(Date.now() - started).toBeGreaterThanOrEqual(59);
	});

	it('limit the rate until they are taken back', async () => {
		await fault({ kind: 'rateLimit', perSecond: 2 });
		const send = async () => (await sendInfobip(text())).status;
		expect([await send(), await send(), await send()]).toEqual([200, 200, 429]);
		expect((await sendInfobip(text())).headers.get('retry-after')).toBe('1');
		await call('DELETE', '/sandbox/faults');
		expect(await send()).toBe(200);
	});

	it('send a webhook twice, byte for byte', async () => {
		await fault({ kind: 'duplicateWebhook' });
		await sendInfobip(text({ webhooks: { delivery: { url: receiver.url() } } }));
		await until(() => receiver.got.length === 2);
		expect(receiver.got[0]?.raw).toBe(receiver.got[1]?.raw);
	});

	it('have to make sense', async () => {
		expect((await fault({ kind: 'earthquake' })).status).toBe(400);
		expect((await fault({ kind: 'status', provider: 'nobody' })).status).toBe(400);
	});
});

describe('webhooks', () => {
	it('are repeated in order until they are taken, and logged without secrets', async () => {
		const quick = await startSandbox({ port: 0, speed: 2000 });
		receiver.answers.push(500, 500);
		try {
			const body = JSON.stringify({
				messages: ['m1', 'm2'].map((messageId) =>
					text({
						destinations: [{ to: ANDROID, messageId }],
						webhooks: { delivery: { url: receiver.url('/hook?token=secret') } },
					}),
				),
			});
			const headers = { ...API_KEY, 'content-type': 'application/json' };
			await fetch(`${quick.url}/infobip/rcs/2/messages`, { method: 'POST', headers, body });
			await until(() => results(receiver.got).some(({ messageId }) => messageId === 'm2'));
			const order = [...new Set(results(receiver.got).map(({ messageId }) => messageId))];
			expect(order).toEqual(['m1', 'm2']);
			const log: unknown = await (await fetch(`${quick.url}/sandbox/webhooks`)).json();
			expect(JSON.stringify(log)).not.toContain('secret');
			expect(log).toMatchObject({
				deliveries: expect.arrayContaining([
					expect.objectContaining({ status: 500, attempt: 1, event: 'DELIVERY' }),
				]),
			});
		} finally {
			await quick.stop();
		}
	});
});

describe('phones', () => {
	it('are listed with their traits, and change', async () => {
		const { body } = await call('GET', '/sandbox/phones');
		expect(objects(body['phones']).map(({ number }) => number)).toEqual(
			[1, 2, 3, 4, 5].map((digit) => `+44770090000${digit}`),
		);
		const changed = await call('PATCH', `/sandbox/phones/${OFFLINE}`, {
			online: true,
			reads: false,
		});
		expect(changed.body).toMatchObject({ online: true, reads: false });
		expect((await call('PATCH', `/sandbox/phones/${OFFLINE}`, { colour: true })).status).toBe(400);
		expect((await call('GET', '/sandbox/phones/nobody')).status).toBe(400);
		const added = await call('PATCH', '/sandbox/phones/+447700900123', { rcs: true });
		expect(added.body).toMatchObject({ rcs: true, online: true });
	});

	it('that never read stay at delivered', async () => {
		await call('PATCH', `/sandbox/phones/${ANDROID}`, { reads: false });
		await sendInfobip(text());
		await sendInfobip(text({ destinations: [{ to: '447700900002', messageId: 'm2' }] }));
		const [first] = await until(async () => {
			const messages = await oracle('infobip');
			return messages[1]?.['state'] === 'read' && messages;
		});
		expect(first).toMatchObject({ id: 'm1', state: 'delivered', legs: [{ channel: 'RCS' }] });
	});

	it('refuse taps on what they do not have', async () => {
		const tap = (body: object) => call('POST', `/sandbox/phones/${ANDROID}/tap`, body);
		expect((await tap({ messageId: 'none', suggestionIndex: 0 })).status).toBe(404);
		await call('PATCH', `/sandbox/phones/${ANDROID}`, { online: false });
		await sendInfobip(text());
		expect((await tap({ messageId: 'm1', suggestionIndex: 0 })).status).toBe(409);
	});

	it('answer the agent that wrote last, or the one that is named', async () => {
		const write = (body: object) => call('POST', `/sandbox/phones/${ANDROID}/text`, body);
		expect((await write({ text: 'Hello?' })).status).toBe(409);
		expect((await write({ text: 'Hello?', agent: 'DemoStore' })).body).toMatchObject({
			provider: 'conversation',
		});
		await sendInfobip(text());
		expect((await write({ text: 'Hi' })).body).toMatchObject({
			provider: 'infobip',
			pairedMessageId: 'm1',
		});
	});

	it('send where they are to the agent that is named', async () => {
		const send = (body: object) => call('POST', `/sandbox/phones/${ANDROID}/location`, body);
		expect((await send({})).status).toBe(409);
		expect((await send({ agent: 'DemoShop' })).body).toMatchObject({
			...{ type: 'inbound', kind: 'location', provider: 'infobip' },
			location: { latitude: 51.4779, longitude: -0.0015 },
		});
	});
});

describe('the sandbox', () => {
	it('forgets everything on reset', async () => {
		await call('PATCH', `/sandbox/phones/${OFFLINE}`, { online: true });
		await sendInfobip(text());
		await call('POST', '/sandbox/reset');
		expect(await oracle('infobip')).toEqual([]);
		expect((await call('GET', `/sandbox/phones/${OFFLINE}`)).body).toMatchObject({ online: false });
		const again = await sendInfobip(text());
		expect(again.body).toMatchObject({ messages: [{ status: { name: 'PENDING_ACCEPTED' } }] });
	});

	it('does not go on, after a reset, with what it was telling', async () => {
		const told: unknown[] = [];
		let isReset = false;
		const hook = createServer((request, response) => {
			void json(request).then(async (body) => {
				told.push(object(object(body)['data'])['message_id']);
				if (!isReset) await call('POST', '/sandbox/reset');
				response.writeHead(isReset ? 200 : 500).end();
				isReset = true;
			});
		});
		await new Promise<void>((done) => hook.listen(0, '127.0.0.1', done));
		const { port } = hook.address() as AddressInfo;
		const key = { authorization: 'Bearer sandbox-rest-v1-key' };
		const send = async (message_id: string, event: string) => {
			const secret = 'a-secret-of-sixteen';
			const webhook = { url: `http://127.0.0.1:${port}/`, events: [event], secret };
			await call('POST', '/rest-v1/v1/webhooks', webhook, key);
			const message = { message_id, to: ANDROID, content: { text: 'Hello' } };
			await call('POST', '/rest-v1/v1/messages', message, key);
		};
		try {
			await send('before', 'message.queued');
			await until(() => isReset);
			// The first repetition of the one before would come sooner than this one is read.
			await send('after', 'message.read');
			await until(() => told.includes('after'));
			expect(told).toEqual(['before', 'after']);
		} finally {
			await new Promise((done) => hook.close(done));
		}
	});

	it('tells listeners what happens', async () => {
		const abort = new AbortController();
		const response = await fetch(`${url()}/sandbox/events`, { signal: abort.signal });
		expect(response.headers.get('content-type')).toBe('text/event-stream');
		await sendInfobip(text());
		const decoder = new TextDecoder();
		let heard = '';
		for await (const chunk of response.body ?? []) {
			heard += decoder.decode(chunk);
			if (heard.includes('"state":"delivered"')) break;
		}
		expect(heard).toContain('event: message');
		abort.abort();
	});

	it('serves its page and pictures, and no other file', async () => {
		const page = await fetch(`${url()}/`);
		expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
		expect((await fetch(`${url()}/media/parcel.svg`)).headers.get('content-type')).toBe(
			'image/svg+xml',
		);
		const logo = await fetch(`${url()}/media/logos/demo-shop.svg`);
		expect(logo.headers.get('content-type')).toBe('image/svg+xml');
		expect(logo.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect((await fetch(`${url()}/../server.ts`)).status).toBe(404);
		expect((await call('GET', '/sandbox/health')).body).toMatchObject({ status: 'ok' });
	});
});
