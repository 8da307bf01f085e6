import { createHmac } from 'node:crypto';

import type { JsonObject } from '../../sandbox/json';
import { ANDROID, BLOCKED, SMS_ONLY, TOKEN, objects, useReceiver, useSandbox } from './world';
import { until } from '../until';

const { call, oracle } = useSandbox();
const receiver = useReceiver();

const send = (message: JsonObject, conversationId = ANDROID, messageId = 'm1') =>
	call('POST', '/conversation/v1/messages', { conversationId, messageId, message }, TOKEN);

const hook = () =>
	call('PUT', '/sandbox/console/conversation/webhook', { url: receiver.url(), secret: 's3cret' });

const statuses = () => receiver.got.map(({ body }) => body['messageStatus']);

/** The guide's own example. */
const guideMessage = {
	text: 'Check out our latest products',
	richCard: {
		standaloneCard: {
			cardContent: {
				media: {
					height: 'MEDIUM',
					contentUrl: 'https://example.com/image.jpg',
					forceRefresh: false,
				},
				title: 'Product Title',
				description: 'Product description',
				suggestions: [{ action: { text: 'See details', postbackData: 'product_123' } }],
			},
		},
	},
};

const chip = { reply: { text: 'Yes', postbackData: 'yes' } };
const card = { title: 'Title' };

describe('the conversation API', () => {
	it('takes the message of the guide and answers as the guide says', async () => {
		const { status, body } = await send(guideMessage);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			name: `conversations/${ANDROID}/messages/m1`,
			state: 'QUEUED',
			fallbackText: 'Check out our latest products',
		});
		expect(Number.isNaN(Date.parse(String(body['createTime'])))).toBe(false);
		await until(async () => {
			const message = await call('GET', '/conversation/v1/messages/m1', undefined, TOKEN);
			return message.body['state'] === 'READ';
		});
		const list = await call('GET', '/conversation/v1/messages', undefined, TOKEN);
		expect(objects(list.body['messages'])).toHaveLength(1);
	});

	it.each<[string, JsonObject]>([
		['nothing to say', {}],
		['a long text', { text: 'a'.repeat(3073) }],
		['an unknown property', { text: 'x', colour: 'red' }],
		['12 chips', { text: 'x', suggestions: Array(12).fill(chip) }],
		[
			'a long label',
			{ text: 'x', suggestions: [{ reply: { text: 'a'.repeat(26), postbackData: 'x' } }] },
		],
		[
			'long postback data',
			{ text: 'x', suggestions: [{ reply: { text: 'a', postbackData: 'a'.repeat(2049) } }] },
		],
		['both reply and action', { text: 'x', suggestions: [{ ...chip, action: chip.reply }] }],
		[
			'an action that does two things',
			{
				text: 'x',
				suggestions: [
					{
						action: {
							...chip.reply,
							shareLocationAction: {},
							dialAction: { phoneNumber: '+441632960000' },
						},
					},
				],
			},
		],
		[
			'a carousel of one',
			{ richCard: { carouselCard: { cardWidth: 'SMALL', cardContents: [card] } } },
		],
		['an empty card', { richCard: { standaloneCard: { cardContent: {} } } }],
	])('refuses %s', async (_name, message) => {
		const { status, body } = await send(message);
		expect(status).toBe(400);
		expect(body).toMatchObject({ error: { code: 400 } });
		expect(body).toHaveProperty('error.details');
		expect(await oracle('conversation')).toEqual([]);
	});

	it('refuses a wrong token, a used id, a stranger and a huge body', async () => {
		const wrong = await call('GET', '/conversation/v1/messages', undefined, {
			authorization: 'Bearer x',
		});
		await send({ text: 'x' });
		const again = await send({ text: 'x' });
		const stranger = await send({ text: 'x' }, 'user_123', 'm2');
		const huge = await send({ text: 'x'.repeat(11 * 1024 * 1024) });
		const codes = [wrong, again, stranger, huge].map(({ status, body }) => [status, body]);
		expect(codes).toMatchObject(
			[401, 409, 400, 413].map((code) => [code, { error: { code, message: expect.any(String) } }]),
		);
	});

	it('knows a conversation by an id of the shop, once the console names its phone', async () => {
		await call('PUT', '/sandbox/console/conversation/contacts/user_123', { phoneNumber: ANDROID });
		await hook();
		await send({ text: 'x' }, 'user_123');
		await until(() => receiver.got.length === 4);
		for (const { body } of receiver.got)
			expect(body).toMatchObject({ conversationId: 'user_123', messageId: 'm1' });
	});
});

describe('its webhooks', () => {
	beforeEach(hook);

	it('tell every status of the guide, each signed over its raw body', async () => {
		await send({ text: 'x' });
		await until(() => receiver.got.length === 4);
		expect(statuses()).toEqual(['QUEUED', 'SENT', 'DELIVERED', 'READ']);
		for (const { raw, headers } of receiver.got) {
			expect(headers['x-signature']).toBe(createHmac('sha256', 's3cret').update(raw).digest('hex'));
		}
	});

	it('tell a fallback, or a failure where there is none', async () => {
		await send({ text: 'Rich', fallbackText: 'Plain' }, SMS_ONLY);
		await until(() => receiver.got.length === 2);
		await send({ richCard: { standaloneCard: { cardContent: card } } }, BLOCKED, 'm2');
		await until(() => statuses().includes('FAILED'));
		expect(statuses()).toEqual(['QUEUED', 'FALLBACK', 'QUEUED', 'SENT', 'FAILED']);
		expect(receiver.got.at(-1)?.body).toMatchObject({
			error: { message: 'User has RCS disabled' },
		});
		const { body } = await call('GET', `/sandbox/phones/${SMS_ONLY}/messages`);
		expect(objects(body['messages'])[0]).toMatchObject({
			channel: 'SMS',
			fallback: { text: 'Plain' },
		});
	});

	it('tell taps and texts', async () => {
		const open = { openUrlAction: { url: 'https://example.com/product/123' } };
		const action = { action: { text: 'Look', postbackData: 'product_123', ...open } };
		await send({ text: 'x', suggestions: [chip, action] });
		await until(() => receiver.got.length === 4);
		const phone = `/sandbox/phones/${ANDROID}`;
		await call('POST', `${phone}/tap`, { messageId: 'm1', suggestionIndex: 0 });
		await call('POST', `${phone}/tap`, { messageId: 'm1', suggestionIndex: 1 });
		await call('POST', `${phone}/text`, { text: 'Hello' });
		await until(() => receiver.got.length === 7);
		const head = { conversationId: ANDROID, messageId: 'm1', messageStatus: 'INTERACTED' };
		expect(receiver.got.slice(4).map(({ body }) => body)).toMatchObject([
			{ ...head, interactionType: 'REPLY_TAPPED', action: { postbackData: 'yes', text: 'Yes' } },
			{
				...head,
				interactionType: 'ACTION_TAPPED',
				action: { postbackData: 'product_123', uri: 'https://example.com/product/123' },
			},
			{ ...head, interactionType: 'TEXT', text: 'Hello' },
		]);
	});
});
