import { createHmac } from 'node:crypto';
import { NOW } from '../fixtures/messages';
import { arrived } from './arrived';
import { provider } from './restV1Wire';

describe('signatures', () => {
	const body = Buffer.from('{"id":"in-1","created_at":"2029-12-31T23:59:00Z"}');
	const secret = 'test-secret';
	const hmac = (text: string | Buffer) =>
		createHmac('sha512', secret).update(text).digest('base64');
	const signature = {
		header: 'X-Hub-Signature',
		algorithm: 'sha512',
		encoding: 'base64',
		prefix: 'sha512=',
	};

	function verdict(headers: Record<string, string>, more: object = {}, maxAgeSeconds?: number) {
		const webhook = { secret, ...(maxAgeSeconds ? { maxAgeSeconds } : {}) };
		const options = { signature: { ...signature, ...more } };
		return provider.webhook.verify(arrived(body, headers), { webhook, options }, NOW);
	}

	const mismatch = { verified: 'failed', reason: 'mismatch' };
	const missing = { verified: 'failed', reason: 'missing' };

	test('with a prefix, another algorithm and encoding', () => {
		expect(verdict({ 'x-hub-signature': `sha512=${hmac(body)}` })).toEqual({ verified: 'ok' });
		expect(verdict({ 'x-hub-signature': `sha1=${hmac(body)}` })).toEqual(mismatch);
		expect(verdict({ 'x-hub-signature': 'sha512=' })).toEqual(missing);
		expect(verdict({ 'x-signature': hmac(body) })).toEqual(missing);
	});

	test('over a time and the body', () => {
		const timed = { timestampHeader: 'X-Time' };
		const at = (time: string, signed = time) => ({
			'x-time': time,
			'x-hub-signature': `sha512=${hmac(`${signed}.${body.toString()}`)}`,
		});
		const now = String(NOW.getTime() / 1000);
		const anHourAgo = String(NOW.getTime() / 1000 - 3600);
		expect(verdict(at(now), timed, 600)).toEqual({ verified: 'ok' });
		expect(verdict(at(NOW.toISOString()), timed, 600)).toEqual({ verified: 'ok' });
		expect(verdict(at(anHourAgo), timed)).toEqual({ verified: 'ok' });
		expect(verdict(at(anHourAgo), timed, 600)).toEqual({ verified: 'failed', reason: 'stale' });
		expect(verdict(at(now, anHourAgo), timed, 600)).toEqual(mismatch);
		expect(verdict({ 'x-hub-signature': `sha512=${hmac(body)}` }, timed)).toEqual(missing);
	});

	test('an old event among newer ones is no replay', () => {
		const aged = (...times: string[]) => {
			const events = times.map((created_at) => ({ type: 'message.read', created_at }));
			const bytes = Buffer.from(JSON.stringify({ events }));
			const headers = { 'x-signature': createHmac('sha256', secret).update(bytes).digest('hex') };
			const settings = { webhook: { secret, maxAgeSeconds: 600 } };
			return provider.webhook.verify(arrived(bytes, headers), settings, NOW).verified;
		};
		expect(aged('2029-01-01T00:00:00Z', NOW.toISOString())).toBe('ok');
		expect(aged('2029-01-01T00:00:00Z', '2029-01-02T00:00:00Z')).toBe('failed');
	});
});

test.each(['message.delivered', 'MESSAGE_DELIVERED', 'message:delivered', 'Message.Delivered'])(
	'an event may be written %s',
	(event) => {
		const body = JSON.stringify({ event, data: { message_id: 'out-1' } });
		expect(provider.webhook.parse(arrived(body))).toMatchObject([{ type: 'message.delivered' }]);
	},
);

test.each([
	[{ from: '+447700900123', to: 'DemoHub' }, '+447700900123'],
	[{ from: 'DemoHub', to: '447700900123' }, '+447700900123'],
	[{ from: '15550100123', to: '+447700900123' }, '+447700900123'],
	[{ contact: { phone: '+447700900123' }, to: '15550100123' }, '+447700900123'],
])('the person of %j', (data, user) => {
	const body = JSON.stringify({ type: 'message.read', data });
	expect(provider.webhook.parse(arrived(body))).toMatchObject([{ user }]);
});
