import { createHmac } from 'node:crypto';

import type { JsonObject } from '../../sandbox/json';
import { ANDROID, BLOCKED, SMS_ONLY, object, objects, useReceiver, useSandbox } from './world';
import { until } from '../until';

const { call } = useSandbox();
const receiver = useReceiver();

const KEY = { authorization: 'Bearer sandbox-rest-v1-key' };
const SECRET = 'a-secret-of-sixteen-or-more';
const api = (method: string, path: string, body?: unknown) =>
	call(method, `/rest-v1/v1${path}`, body, KEY);
const send = (more: JsonObject = {}) =>
	api('POST', '/messages', { message_id: 'm1', to: ANDROID, content: { text: 'Hello' }, ...more });
const phone = (what: string, body: JsonObject) =>
	call('POST', `/sandbox/phones/${ANDROID}/${what}`, body);

const EVENTS = [
	...['queued', 'sent', 'delivered', 'read', 'failed', 'expired'].map((name) => `message.${name}`),
	...['clicked', 'replied', 'optout', 'complained'].map((name) => `message.${name}`),
	'template.approved',
	'template.rejected',
];
const register = (events: readonly string[] = EVENTS, url = receiver.url()) =>
	api('POST', '/webhooks', { url, events, secret: SECRET });

const types = () => receiver.got.map(({ body }) => body['type']);
const data = (type: string) =>
	receiver.got.filter(({ body }) => body['type'] === type).map(({ body }) => object(body['data']));
const heard = (type: string, count = 1) => until(() => data(type).length >= count, type);

describe('registering', () => {
	it('keeps the secret, lists the address, and ends when it is removed', async () => {
		const made = await register(['message.read']);
		expect(made.status).toBe(201);
		expect(made.body).not.toHaveProperty('secret');
		const { body } = await api('GET', '/webhooks');
		expect(body['webhooks']).toMatchObject([{ url: receiver.url(), events: ['message.read'] }]);
		expect(JSON.stringify(body)).not.toContain(SECRET);
		expect((await api('DELETE', `/webhooks/${String(made.body['id'])}`)).status).toBe(204);
		expect((await api('DELETE', `/webhooks/${String(made.body['id'])}`)).status).toBe(404);
	});

	it.each<[string, JsonObject]>([
		['an event there is not', { events: ['message.exploded'] }],
		['no events', { events: [] }],
		['a short secret', { secret: 'short' }],
		['no web address', { url: 'localhost' }],
	])('refuses %s', async (_name, change) => {
		const webhook = { url: receiver.url(), events: ['message.read'], secret: SECRET, ...change };
		expect((await api('POST', '/webhooks', webhook)).status).toBe(400);
	});
});

describe('webhooks', () => {
	beforeEach(() => register());

	it('tell the states of a message, each signed, with what was sent along', async () => {
		await send({ client_ref: 'order-1042', campaign_id: 'spring-sale' });
		await heard('message.read');
		expect(types()).toEqual([
			'message.queued',
			'message.sent',
			'message.delivered',
			'message.read',
		]);
		for (const { raw, headers, body } of receiver.got) {
			expect(headers['x-signature']).toBe(createHmac('sha256', SECRET).update(raw).digest('hex'));
			expect(body).toMatchObject({
				id: expect.stringMatching(/^evt_/),
				created_at: expect.any(String),
				data: { message_id: 'm1', client_ref: 'order-1042', campaign_id: 'spring-sale' },
			});
		}
	});

	it('tell a failure, an expiry, and an SMS that follows', async () => {
		await send({ to: BLOCKED });
		await heard('message.failed');
		expect(data('message.failed')).toMatchObject([{ error: { code: 'BLOCKED' } }]);
		await send({ message_id: 'm2', to: '+447700900004', validity_seconds: 1 });
		await heard('message.expired');
		receiver.got.length = 0;
		await send({ message_id: 'm3', to: SMS_ONLY, sms_fallback: { text: 'Hello by SMS' } });
		await heard('message.delivered');
		expect(receiver.got.map(({ body }) => body)).toMatchObject([
			{ type: 'message.queued', data: { channel: 'rcs' } },
			{
				type: 'message.failed',
				data: { channel: 'rcs', fallback_channel: 'sms', error: { code: 'NOT_REACHABLE' } },
			},
			{ type: 'message.sent', data: { channel: 'sms' } },
			{ type: 'message.delivered', data: { channel: 'sms' } },
		]);
	});

	it('tell what a person does', async () => {
		const action = {
			text: 'Look',
			postback_data: 'look',
			open_url_action: { url: 'https://shop.example.com' },
		};
		const reply = { text: 'Yes', postback_data: 'yes' };
		await send({ content: { text: 'Hi', suggestions: [{ reply }, { action }] } });
		await heard('message.read');
		await phone('tap', { messageId: 'm1', suggestionIndex: 0 });
		await phone('tap', { messageId: 'm1', suggestionIndex: 1 });
		await phone('text', { text: 'When?' });
		await phone('text', { text: 'stop' });
		await call('POST', '/sandbox/console/rest-v1/messages/m1/complain');
		await heard('message.complained');
		const ends = { message_id: 'm1', from: ANDROID, to: 'DemoHub' };
		expect(data('message.replied')).toMatchObject([
			{ ...ends, text: 'Yes', postback_data: 'yes' },
			{ ...ends, text: 'When?' },
		]);
		expect(data('message.clicked')).toMatchObject([{ ...ends, url: 'https://shop.example.com' }]);
		expect(data('message.optout')).toMatchObject([{ ...ends, text: 'stop', keyword: 'STOP' }]);
		expect(data('message.complained')).toMatchObject([ends]);
		const { body } = await api('GET', '/contacts');
		expect(objects(body['contacts'])).toMatchObject([
			{ phone: ANDROID, opt_in_status: 'opted_out' },
		]);
	});

	it('tell what carriers decide about a template', async () => {
		await api('POST', '/templates', { name: 'Sale', content: { text: 'Sale' } });
		const decide = (decision: JsonObject) =>
			call('POST', '/sandbox/console/rest-v1/templates/sale', decision);
		await decide({ status: 'rejected', reason: 'Too loud' });
		await decide({ status: 'approved' });
		await heard('template.approved');
		const about = { template_id: 'sale', name: 'Sale', language: 'en', version: 1 };
		expect(data('template.rejected')).toEqual([
			{ ...about, status: 'rejected', reason: 'Too loud' },
		]);
		expect(data('template.approved')).toEqual([{ ...about, status: 'approved' }]);
	});

	it('go to the address a message names too, unsigned', async () => {
		await send({ status_url: receiver.url('/mine') });
		await heard('message.read', 2);
		const unsigned = receiver.got.filter(({ headers }) => !headers['x-signature']);
		expect(unsigned.map(({ body }) => body['type'])).toContain('message.delivered');
	});

	it('are repeated until they are taken', async () => {
		receiver.answers.push(500, 503);
		await send();
		await heard('message.read');
		expect(data('message.queued')).toHaveLength(3);
	});
});
