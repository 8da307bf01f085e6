import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';

import type { JsonObject } from '../../sandbox/json';
import { SIGNING_KEY, useSeven } from './sevenWorld';
import { ANDROID, BLOCKED, object, type Received, SMS_ONLY, useReceiver } from './world';
import { until } from '../until';

const { call, hook, seven, sent } = useSeven(200);
const receiver = useReceiver();

const user = ANDROID.slice(1);
const arrived = (count: number) => until(() => receiver.got.length >= count, `${count} webhooks`);
const data = () => receiver.got.map(({ body }) => object(body['data']));
const statusIs = (id: string, status: string) =>
	until(async () => {
		const { body } = await seven('GET', `/status?msg_id=${id}`);
		return object((body['list'] as unknown[])[0])['status'] === status;
	});

/** The signature as the documents compute it, from what was received. */
function signatureOf({ headers, raw }: Received, url: string, key: string): string {
	const md5 = createHash('md5').update(raw).digest('hex');
	const { 'x-timestamp': time, 'x-nonce': nonce } = headers;
	const lines = `${String(time)}\n${String(nonce)}\nPOST\n${url}\n${md5}`;
	return createHmac('sha256', key).update(lines).digest('hex');
}

describe('webhooks of a message', () => {
	it('say that it was delivered and read, in the documented envelope', async () => {
		await hook(receiver.url('/hook'));
		const id = await sent({ foreign_id: 'order-1' });
		await arrived(2);
		const status = (name: string) => ({
			webhook_event: 'rcs',
			webhook_timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/),
			data: {
				agent_id: 'DemoCafe',
				sender: user,
				status: name,
				foreign_id: 'order-1',
				msg_id: id,
				timestamp: expect.any(String),
			},
		});
		expect(receiver.got.map(({ body }) => body)).toEqual([status('DELIVERED'), status('READ')]);
	});

	it('are signed over the whole address and the bytes of the body', async () => {
		const url = receiver.url('/hook?a=b');
		await hook(url);
		await sent();
		await arrived(2);
		for (const received of receiver.got) {
			const { 'x-signature': signature, 'x-timestamp': time } = received.headers;
			expect(signature).toBe(signatureOf(received, url, SIGNING_KEY));
			expect(Math.abs(Date.now() / 1000 - Number(time))).toBeLessThan(30);
		}
		const nonces = receiver.got.map(({ headers }) => headers['x-nonce']);
		expect(new Set(nonces).size).toBe(2);
	});

	it('tell of the SMS that followed as a report, and nothing of the RCS that failed', async () => {
		await hook(receiver.url());
		const id = await sent({
			to: SMS_ONLY,
			fallback: { type: 'sms', text: 'By SMS', from: 'Shop' },
		});
		await arrived(2);
		const report = { webhook_event: 'dlr', data: { msg_id: id, timestamp: expect.any(String) } };
		expect(receiver.got.map(({ body }) => body)).toMatchObject([
			{ ...report, data: { ...report.data, status: 'TRANSMITTED' } },
			{ ...report, data: { ...report.data, status: 'DELIVERED' } },
		]);
		const { body } = await call('GET', `/sandbox/phones/${SMS_ONLY}/messages`);
		expect(body).toMatchObject({ messages: [{ fallback: { text: 'By SMS', sender: 'Shop' } }] });
	});

	it('do not come for what cannot be delivered', async () => {
		await hook(receiver.url());
		await statusIs(await sent({ to: BLOCKED }), 'FAILED');
		await sent();
		await arrived(2);
		expect(data()).toMatchObject([{ sender: user }, { sender: user }]);
	});
});

describe('webhooks of what a person did', () => {
	const link = {
		text: 'Open',
		postbackData: 'open',
		openUrlAction: { url: 'https://example.com' },
	};
	const suggestions = [
		{ reply: { text: 'Yes', postbackData: 'yes' } },
		{ action: link },
		{ action: { text: 'Here', postbackData: 'here', shareLocationAction: {} } },
	];
	const text = { contentType: 'text', text: 'Coming?', suggestions };
	const about = { id: expect.any(Number), sender: user, agent_id: 'DemoCafe', message_type: 'RCS' };
	const inbound = () => receiver.got.filter(({ body }) => object(body['data'])['content_type']);
	let id = '';

	beforeEach(async () => {
		await hook(receiver.url());
		id = await sent({ text, foreign_id: 'f1', label: 'spring', performance_tracking: true });
		await arrived(2);
	});

	const does = async (path: string, body: JsonObject, count = 1) => {
		await call('POST', `/sandbox/phones/${ANDROID}/${path}`, body);
		await until(() => inbound().length >= count);
		return inbound().map(({ body: told }) => told);
	};
	const tap = (suggestionIndex: number, count = 1) =>
		does('tap', { messageId: id, suggestionIndex }, count);

	it('a text', async () => {
		expect(await does('text', { text: 'Yes please' })).toMatchObject([
			{
				webhook_event: 'rcs',
				data: { ...about, content_type: 'text', text: 'Yes please', time: expect.any(Number) },
			},
		]);
	});

	it('a tap on a reply, and on an action', async () => {
		const response = (type: string, words: string, postbackData: string) => ({
			data: {
				...about,
				content_type: 'suggestion_response',
				suggestion_response: { type, text: words, postbackData },
			},
		});
		expect(await tap(0)).toMatchObject([response('REPLY', 'Yes', 'yes')]);
		expect((await tap(2, 3)).slice(1)).toMatchObject([
			response('ACTION', 'Here', 'here'),
			{ data: { ...about, content_type: 'location', location: { latitude: expect.any(Number) } } },
		]);
	});

	it('a tap on a link is tracked', async () => {
		await tap(1);
		await tap(1, 2);
		await arrived(6);
		const clicks = receiver.got.filter(({ body }) => body['webhook_event'] === 'tracking');
		const tracked = {
			type: 'click',
			sms_id: id,
			sms_label: 'spring',
			final_url: link.openUrlAction.url,
		};
		expect(clicks.map(({ body }) => body['data'])).toMatchObject([
			{ ...tracked, total_clicks: 1 },
			{ ...tracked, total_clicks: 2 },
		]);
	});

	it('a file', async () => {
		const file = {
			url: 'https://example.com/a.jpg',
			name: 'a.jpg',
			mimeType: 'image/jpeg',
			bytes: 9,
		};
		const payload = {
			fileName: 'a.jpg',
			fileSizeBytes: 9,
			fileUri: file.url,
			mimeType: file.mimeType,
		};
		expect(await does('file', file)).toMatchObject([
			{ data: { ...about, content_type: 'user_file', user_file: { payload } } },
		]);
	});

	it('a text of a phone without RCS, which is an SMS', async () => {
		await call('POST', `/sandbox/phones/${SMS_ONLY}/text`, { text: 'STOP', agent: 'DemoCafe' });
		await arrived(3);
		expect(receiver.got[2]?.body).toMatchObject({
			webhook_event: 'sms_mo',
			data: {
				id: expect.stringMatching(/^\d+$/),
				message_type: 'SMS',
				sender: SMS_ONLY.slice(1),
				system: expect.stringMatching(/^\d+$/),
				text: 'STOP',
				time: expect.stringMatching(/^\d+$/),
			},
		});
	});

	it('typing, and Unsubscribe in the menu', async () => {
		await call('POST', `/sandbox/phones/${ANDROID}/typing`, {});
		await arrived(3);
		expect(data()[2]).toMatchObject({ status: 'IS_TYPING', sender: user, msg_id: null });
		const [told] = await does('subscription', { subscribed: false });
		expect(told).toMatchObject({ data: { content_type: 'text', text: 'STOP' } });
	});
});

describe('a hook', () => {
	it('gets what it asked for, with headers of its own', async () => {
		const headers = 'X-Tenant: 7\nX-Other: a: b';
		await hook(receiver.url('/mo'), { event_type: 'rcs_mo', headers });
		await hook(receiver.url('/others'), { event_type: 'dlr' });
		await hook(receiver.url('/elsewhere'), { event_filter: 'OtherAgent' });
		await hook(receiver.url('/status'), { event_type: 'rcs_dlr', event_filter: 'DemoCafe' });
		await sent();
		await arrived(2);
		await call('POST', `/sandbox/phones/${ANDROID}/text`, { text: 'Hi' });
		await arrived(3);
		expect(receiver.got.map(({ path }) => path)).toEqual(['/status', '/status', '/mo']);
		expect(receiver.got[2]?.headers).toMatchObject({ 'x-tenant': '7', 'x-other': 'a: b' });
	});

	it('may ask for forms, as is the default', async () => {
		const forms: string[] = [];
		const server = createServer((request, response) => {
			request.on('data', (chunk: Buffer) => forms.push(chunk.toString()));
			request.on('end', () => response.end());
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const address = server.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		const target_url = `http://127.0.0.1:${port}/`;
		await seven('POST', '/hooks', { target_url, event_type: 'rcs_dlr' });
		const id = await sent();
		const form = Object.fromEntries(new URLSearchParams(await until(() => forms[0])));
		expect(form).toMatchObject({ webhook_event: 'rcs', 'data[msg_id]': id });
		await until(() => forms.length === 2);
		await new Promise((resolve) => server.close(resolve));
	});

	const attempts = async () => {
		const { body } = await call('GET', '/sandbox/webhooks');
		return (body['deliveries'] as JsonObject[]).map(({ status }) => status).reverse();
	};

	it('is not tried again after its own mistake', async () => {
		await hook(receiver.url());
		receiver.answers.push(404);
		await sent();
		await until(async () => (await attempts()).length === 2);
		expect(await attempts()).toEqual([404, 200]);
	});

	it.each([429, 503])('is tried again after %i', async (status) => {
		await hook(receiver.url());
		receiver.answers.push(status);
		await sent();
		await until(async () => (await attempts()).length === 3);
		expect(await attempts()).toEqual([status, 200, 200]);
		expect(receiver.got[0]?.raw).toBe(receiver.got[1]?.raw);
		expect(receiver.got[0]?.headers['x-nonce']).not.toBe(receiver.got[1]?.headers['x-nonce']);
	});

	it('is set in the console together with the signing key', async () => {
		const set = { url: receiver.url(), secret: 'other-key' };
		await call('PUT', '/sandbox/console/seven/webhook', set);
		await sent();
		await arrived(2);
		const received = await until(() => receiver.got[0]);
		const expected = signatureOf(received, set.url, 'other-key');
		expect(received.headers['x-signature']).toBe(expected);
		expect((await call('PUT', '/sandbox/console/seven/webhook', { url: 'nowhere' })).status).toBe(
			400,
		);
	});
});
