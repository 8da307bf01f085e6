import { createHmac } from 'node:crypto';
import { dryRun } from '../../core/dryRun';
import type { HttpResponse } from '../../core/http';
import { providers } from '../../core/providers';
import { prepare, sendBatch } from '../../core/send';
import { fixtures } from '../fixtures/conversation';
import { aMessage, NOW } from '../fixtures/messages';
import { arrived } from './arrived';
import { response } from './deliver';

/** The examples of the guide, letter by letter. */
const richCard = {
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
const request = {
	conversationId: 'user_123',
	messageId: 'msg_456',
	message: { text: 'Your order has shipped' },
};
const answer = {
	name: 'conversations/user_123/messages/msg_456',
	createTime: '2024-12-27T10:30:00Z',
	state: 'QUEUED',
	fallbackText: 'Your order has shipped',
};
const interaction = `{
"conversationId": "user_123",
"messageId": "msg_456",
"messageStatus": "INTERACTED",
"interactionType": "ACTION_TAPPED",
"action": {
"postbackData": "product_123",
"uri": "https://example.com/product/123"
},
"timestamp": "2024-12-27T10:35:00Z"
}`;

const provider = providers.conversation;
const message = aMessage({ id: 'msg_456' });

async function answered(reply: HttpResponse) {
	const http = () => Promise.resolve(reply);
	const call = { http, settings: fixtures.settings, now: NOW, newId: () => 'new-id' };
	const [result] = await sendBatch(provider, call, [message]);
	return result;
}

const state = (body: object) => response(200, JSON.stringify(body));

describe('sending', () => {
	test('the text message, to a conversation with an id of the shop', async () => {
		const prepared = prepare(
			provider,
			{
				...message,
				content: { kind: 'text', text: 'Your order has shipped' },
				providerOptions: { conversationId: 'user_123' },
			},
			NOW,
		);
		if (!prepared.ok) throw new Error('refused');
		const [sent] = await dryRun(provider, fixtures.settings, [prepared.message], NOW);
		expect(sent).toMatchObject({
			method: 'POST',
			url: 'https://rcs.example.com/v1/messages',
			headers: { Authorization: 'Bearer ***', 'Content-Type': 'application/json' },
		});
		expect(sent?.body).toEqual(request);
	});

	test('the rich card with a text, as raw content', async () => {
		const card = { ...message, content: { kind: 'raw' as const, payload: richCard } };
		const [sent] = await dryRun(provider, fixtures.settings, [card], NOW);
		expect(sent?.body).toMatchObject({ message: richCard });
	});

	test('its answer', async () => {
		expect(await answered(state(answer))).toMatchObject({
			status: 'accepted',
			id: 'msg_456',
			providerMessageId: 'conversations/user_123/messages/msg_456',
			raw: answer,
		});
	});

	test.each(['QUEUED', 'SENT', 'DELIVERED', 'FALLBACK'])('%s is acceptance', async (word) => {
		expect(await answered(state({ state: word }))).toMatchObject({ status: 'accepted' });
	});

	test.each(['state', 'status'])('%s is read in any case', async (member) => {
		expect(await answered(state({ [member]: 'failed' }))).toMatchObject({ status: 'rejected' });
		expect(await answered(state({ [member]: 'Delivered' }))).toMatchObject({ status: 'accepted' });
		const fallback = await answered(state({ [member]: 'fallback' }));
		expect(fallback).toMatchObject({ status: 'accepted', channel: 'sms' });
	});

	test('a number is no state of a message', async () => {
		expect(await answered(state({ status: 200 }))).toMatchObject({ status: 'unknown' });
	});

	test.each<[string, object, object]>([
		['without a reason: the device', {}, { category: 'notReachable', retryable: false }],
		[
			'with words',
			{ error: 'Device does not support RCS' },
			{ category: 'notReachable', message: 'Device does not support RCS' },
		],
		[
			'with the fields that are wrong',
			{
				error: {
					code: 400,
					message: 'Not valid',
					details: [{ field: 'message.text', description: 'is too long' }, { field: 'x' }, 'odd'],
				},
			},
			{
				category: 'validation',
				message: 'Not valid: message.text is too long',
				problems: [{ path: 'message.text', message: 'message.text is too long' }],
			},
		],
		['with a code of another kind', { error: { code: 'constructor' } }, { code: 'constructor' }],
	])('FAILED %s', async (_name, more, error) => {
		expect(await answered(state({ state: 'FAILED', ...more }))).toMatchObject({
			status: 'rejected',
			raw: { state: 'FAILED' },
			error,
		});
	});

	test.each([
		[429, 'rateLimit'],
		[503, 'provider'],
	])('FAILED with %i counts as that HTTP status, which is repeated', async (code, category) => {
		const failed = { state: 'FAILED', error: { code, message: 'Not now' } };
		expect(await answered(state(failed))).toMatchObject({
			status: 'rejected',
			raw: null,
			error: { category, retryable: true, httpStatus: code, message: 'Not now' },
		});
	});
});

describe('webhooks', () => {
	const settings = { ...fixtures.settings, webhook: { secret: 'guide-secret' } };
	const signed = (body: string) =>
		arrived(body, {
			'x-signature': createHmac('sha256', 'guide-secret').update(body).digest('hex'),
		});

	test('the interaction, with its signature over these very bytes', () => {
		expect(provider.webhook.verify(signed(interaction), settings, NOW)).toEqual({ verified: 'ok' });
		const forged = { ...signed(interaction), body: Buffer.from(interaction.replace('123', '124')) };
		expect(provider.webhook.verify(forged, settings, NOW).verified).toBe('failed');
		expect(provider.webhook.parse(arrived(interaction))).toMatchObject([
			{
				type: 'message.clicked',
				conversation: { id: 'user_123' },
				messageId: 'msg_456',
				postbackData: 'product_123',
				url: 'https://example.com/product/123',
				occurredAt: '2024-12-27T10:35:00.000Z',
				raw: JSON.parse(interaction),
			},
		]);
	});

	const eventOf = (body: object) => {
		const head = { conversationId: '447700900123', messageId: 'm' };
		return provider.webhook.parse(arrived(JSON.stringify({ ...head, ...body })))[0];
	};

	test.each(['user_123', '3934', '12345678901234567', 'a1b2c3d4'])(
		'the conversation %s is no phone number, and so no user',
		(conversationId) => {
			const event = eventOf({ conversationId, messageStatus: 'READ' });
			expect(event).toMatchObject({ type: 'message.read', conversation: { id: conversationId } });
			expect(event).not.toHaveProperty('user');
		},
	);

	test.each(['447700900123', '+447700900123'])('the conversation %s is a user', (id) => {
		const event = eventOf({ conversationId: id, messageStatus: 'READ' });
		expect(event).toMatchObject({ user: '+447700900123' });
		expect(event).not.toHaveProperty('conversation');
	});

	test.each(['messageStatus', 'status', 'state'])('%s is read in any case', (member) => {
		expect(eventOf({ [member]: 'delivered' })).toMatchObject({ type: 'message.delivered' });
		expect(eventOf({ [member]: 'Failed' })).toMatchObject({ type: 'message.failed' });
		expect(eventOf({ [member]: 'fallback' })).toMatchObject({ channel: 'sms' });
		const action = { postbackData: 'product_123', uri: 'https://example.com' };
		expect(eventOf({ [member]: 'Interacted', action })).toMatchObject({ type: 'message.clicked' });
	});

	const values = { day: '2030-05-01', guests: 2 };
	const fields = [
		{ name: 'day', value: '2030-05-01' },
		{ name: 'guests', value: 2 },
		{ value: 'of no field' },
		'odd',
	];
	test.each<[string, object]>([
		['form.values', { form: { values } }],
		['formData', { formData: values }],
		['formData, beside a form that is empty', { formData: values, form: {} }],
		['action.formData', { action: { postbackData: 'visit', formData: values } }],
		['action.fields', { action: { fields: values } }],
		['action.fields as a list', { action: { fields } }],
	])('what was filled in is read from %s', (_name, body) => {
		for (const interactionType of ['FORM_SUBMITTED', 'form_submitted', undefined])
			expect(eventOf({ messageStatus: 'INTERACTED', interactionType, ...body })).toMatchObject({
				type: 'message.replied',
				form: { day: '2030-05-01', guests: '2' },
			});
	});

	test('a form without values that can be read is an answer all the same', () => {
		const head = { messageStatus: 'INTERACTED', interactionType: 'FORM_SUBMITTED' };
		for (const more of [
			{ action: { postbackData: 'visit' } },
			{ form: { postbackData: 'visit' } },
		]) {
			const event = eventOf({ ...head, ...more });
			expect(event).toMatchObject({ type: 'message.replied', postbackData: 'visit' });
			expect(event).not.toHaveProperty('form');
		}
	});

	test('values of a form are data: STOP in a field opts nobody out', () => {
		const values = { comment: 'STOP', ['__proto__']: 'x', list: ['a'], nothing: null };
		const form = JSON.parse(`{"values":${JSON.stringify(values)}}`) as unknown;
		const body = { messageId: 'm', messageStatus: 'INTERACTED', form };
		const [event] = provider.webhook.parse(arrived(JSON.stringify(body)));
		expect(event).toMatchObject({ type: 'message.replied', form: { comment: 'STOP' } });
		expect(Object.keys(event?.form ?? {})).toEqual(['comment', '__proto__']);
		expect(event).not.toHaveProperty('keyword');
	});
});
