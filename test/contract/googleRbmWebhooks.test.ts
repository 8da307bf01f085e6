import { createHmac } from 'node:crypto';
import { asObject } from '../../core/json';
import type { Provider } from '../../core/provider';
import { googleRbm } from '../../core/providers/google-rbm';
import { envelope, fixtures } from '../fixtures/google-rbm';
import { NOW } from '../fixtures/messages';
import { arrived } from './arrived';

/** What is special about Google's webhooks: an envelope of which a part is signed, and a handshake. */

const { webhook }: Provider = googleRbm;
const tokens = { webhook: { secret: ['current-token', 'previous-token'] } };
const read = {
	eventType: 'READ',
	eventId: 'in-1',
	messageId: 'out-1',
	senderPhoneNumber: '+447700900123',
};

const signature = (bytes: Buffer | string, token = 'current-token') => ({
	'x-goog-signature': createHmac('sha512', token).update(bytes).digest('base64'),
});

describe('the signature', () => {
	const json = JSON.stringify(read);
	const body = JSON.stringify(envelope(read));

	test('covers every byte of the payload', () => {
		const payload = Buffer.from(json);
		for (let at = 0; at < payload.length; at += 1) {
			const changed = Buffer.from(payload);
			changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
			const forged = JSON.stringify({ message: { data: changed.toString('base64') } });
			expect(webhook.verify(arrived(forged, signature(payload)), tokens, NOW)).toEqual({
				verified: 'failed',
				reason: 'mismatch',
			});
		}
	});

	test('is over the decoded data, not over the body', () => {
		expect(webhook.verify(arrived(body, signature(json)), tokens, NOW)).toEqual({ verified: 'ok' });
		expect(webhook.verify(arrived(body, signature(body)), tokens, NOW)).toMatchObject({
			verified: 'failed',
		});
	});

	test('what is read is what was signed, whatever else a body holds', () => {
		const smuggled = { ...read, eventType: 'UNSUBSCRIBE' };
		const forged = JSON.stringify({ ...smuggled, ...asObject(envelope(read)) });
		expect(webhook.verify(arrived(forged, signature(json)), tokens, NOW).verified).toBe('ok');
		expect(webhook.parse(arrived(forged))).toMatchObject([{ type: 'message.read' }]);
	});

	test('of a webhook without an envelope is over all of it', () => {
		expect(webhook.verify(arrived(json, signature(json)), tokens, NOW)).toEqual({ verified: 'ok' });
		expect(webhook.verify(arrived(`${json} `, signature(json)), tokens, NOW)).toMatchObject({
			verified: 'failed',
		});
	});
});

test.each(Object.entries(fixtures.webhooks))(
	'%s: the same without an envelope',
	(_name, { body, events }) => {
		const found = webhook.parse(arrived(JSON.stringify(body)));
		expect(found.map(({ raw: _, ...event }) => event)).toEqual(events);
	},
);

test('an event that tells no time happened when Google took note of it', () => {
	const dated = { message: { ...asObject(asObject(envelope(read))['message']) } };
	Object.assign(dated.message, { publishTime: '2030-01-01T12:00:01.88Z' });
	const [event] = webhook.parse(arrived(JSON.stringify(dated)));
	const [undated] = webhook.parse(arrived(JSON.stringify(envelope(read))));
	expect(event?.occurredAt).toBe('2030-01-01T12:00:01.880Z');
	expect(event?.eventId).toBe(undated?.eventId);
});

test('an opt-out in the menu and its text are two events', () => {
	const { 'unsubscribed in the menu': menu, 'text that says stop': text } = fixtures.webhooks;
	const [first, second] = [menu, text].map(
		(one) => webhook.parse(arrived(JSON.stringify(envelope(one?.body))))[0],
	);
	expect(first?.type).toBe('user.optedOut');
	expect(second?.type).toBe('user.optedOut');
	expect(first?.eventId).not.toBe(second?.eventId);
});

describe('the handshake', () => {
	const ask = (body: unknown, settings = tokens) =>
		webhook.handshake?.(arrived(typeof body === 'string' ? body : JSON.stringify(body)), settings);

	test.each(['current-token', 'previous-token'])('gives the secret back (%s)', (clientToken) => {
		expect(ask({ clientToken, secret: '1234567890' })).toEqual({
			status: 200,
			headers: { 'Content-Type': 'text/plain; charset=utf-8' },
			body: '1234567890',
		});
	});

	test('is not answered to anybody else', () => {
		for (const clientToken of ['other', '', 'current-token ', undefined, 5, ['current-token']])
			expect(ask({ clientToken, secret: '1' })).toBeUndefined();
		expect(ask({ clientToken: 'current-token' })).toBeUndefined();
		expect(ask({ clientToken: '', secret: '1' }, { webhook: { secret: [''] } })).toBeUndefined();
		expect(webhook.handshake?.(arrived('{"clientToken":"","secret":"1"}'), {})).toBeUndefined();
		for (const body of ['', 'null', '[]', JSON.stringify(envelope(read))])
			expect(ask(body)).toBeUndefined();
	});
});
