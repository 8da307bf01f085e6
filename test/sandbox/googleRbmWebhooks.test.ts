import type { JsonObject } from '../../sandbox/json';
import { useAnsweringReceiver } from './googleRbmReceiver';
import { AGENT, CLIENT_TOKEN, CONSOLE, opened, sender, text, uuid } from './googleRbmWorld';
import { ANDROID, BLOCKED, object, OFFLINE, useSandbox } from './world';
import { until } from '../until';

const { call } = useSandbox(200);
const send = sender(call);
const receiver = useAnsweringReceiver();

/** Answers the handshake as the guide wants it. */
const secretOf = ({ body }: { body: Buffer }) => {
	const { secret } = object(JSON.parse(body.toString()));
	return typeof secret === 'string' ? { status: 200, body: secret } : undefined;
};

const configure = () =>
	call('PUT', `${CONSOLE}/webhook`, { url: receiver.url(), clientToken: CLIENT_TOKEN });

const payloads = (): JsonObject[] => receiver.got.map((delivery) => opened(delivery).payload);
const types = () => payloads().map(({ eventType }) => eventType);
const came = (count: number) => until(() => receiver.got.length >= count, `${count} webhooks`);
const phone = (rest: string) => `/sandbox/phones/${ANDROID}/${rest}`;

describe('the handshake', () => {
	it('accepts an address that gives the secret back', async () => {
		receiver.answer = secretOf;
		expect(await configure()).toMatchObject({ status: 200, body: { url: receiver.url() } });
		await send(text());
		await came(2);
	});

	it.each([
		['another secret', { status: 200, body: '42' }, 'did not answer with the secret'],
		['nothing', undefined, 'did not answer with the secret'],
		['a refusal', { status: 401, body: 'no' }, 'HTTP 401'],
		['a redirect', { status: 302, body: 'moved' }, 'HTTP 302'],
	])('refuses one that answers with %s, and sends it nothing', async (_name, answer, words) => {
		receiver.answer = () => answer;
		expect(await configure()).toMatchObject({
			status: 400,
			body: { error: expect.stringContaining(words) },
		});
		receiver.got.length = 0;
		receiver.answer = null;
		await send(text());
		await until(async () => {
			const { body } = await call('GET', phone('messages'));
			return JSON.stringify(body).includes('"read"');
		});
		expect(receiver.got).toEqual([]);
	});
});

describe('webhooks', () => {
	beforeEach(async () => {
		receiver.answer = secretOf;
		await configure();
	});

	it('tell delivery and reading, signed over what is in the envelope', async () => {
		await send(text());
		await came(2);
		const head = { senderPhoneNumber: ANDROID, agentId: `${AGENT}@rbm.goog`, messageId: uuid() };
		expect(payloads()).toMatchObject([
			{ ...head, eventType: 'DELIVERED', eventId: expect.any(String) },
			{ ...head, eventType: 'READ' },
		]);
		expect(receiver.got.every((delivery) => opened(delivery).isSigned)).toBe(true);
	});

	it('tell what a person does', async () => {
		const suggestions = [
			{ reply: { text: 'Yes', postbackData: 'yes' } },
			{ action: { text: 'Where?', postbackData: 'where', shareLocationAction: {} } },
		];
		await send({ contentMessage: { text: 'Well?', suggestions } });
		await came(2);
		await call('POST', phone('tap'), { messageId: uuid(), suggestionIndex: 0 });
		await call('POST', phone('tap'), { messageId: uuid(), suggestionIndex: 1 });
		await call('POST', phone('text'), { text: 'Hello' });
		await call('POST', phone('typing'), {});
		const file = { url: 'https://cdn.example.com/a.png', name: 'a.png', mimeType: 'image/png' };
		await call('POST', phone('file'), { ...file, bytes: 5 });
		await came(8);
		expect(payloads().slice(2)).toMatchObject([
			{ suggestionResponse: { postbackData: 'yes', text: 'Yes', type: 'REPLY' } },
			{ suggestionResponse: { postbackData: 'where', text: 'Where?', type: 'ACTION' } },
			{ location: { latitude: expect.any(Number), longitude: expect.any(Number) } },
			{ text: 'Hello', messageId: expect.any(String), sendTime: expect.any(String) },
			{ eventType: 'IS_TYPING' },
			{ userFile: { payload: { fileName: 'a.png', mimeType: 'image/png', fileSizeBytes: 5 } } },
		]);
	});

	it('tell unsubscribing twice: as a text and as an event', async () => {
		await send(text());
		await call('POST', phone('subscription'), { subscribed: false });
		await call('POST', phone('subscription'), { subscribed: true });
		await came(6);
		expect(payloads()).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ text: 'STOP' }),
				expect.objectContaining({ eventType: 'UNSUBSCRIBE' }),
				expect.objectContaining({ text: 'START' }),
				expect.objectContaining({ eventType: 'SUBSCRIBE' }),
			]),
		);
	});

	it.each([
		[false, 'TTL_EXPIRATION_REVOKED'],
		[true, 'TTL_EXPIRATION_REVOKE_FAILED'],
	])('tell that time is up (revoking fails: %p)', async (revokeFails, eventType) => {
		await call('PUT', `${CONSOLE}/expiry`, { revokeFails });
		await send({ ...text(), ttl: '2s' }, { to: OFFLINE });
		await came(1);
		expect(payloads()).toMatchObject([{ phoneNumber: OFFLINE, messageId: uuid(), eventType }]);
	});

	it('tell nothing of a message that is blocked, until its time is up', async () => {
		await send(text(), { to: BLOCKED, id: uuid(1) });
		await send({ ...text(), ttl: '3s' }, { to: BLOCKED, id: uuid(2) });
		await came(1);
		expect(payloads()).toMatchObject([{ messageId: uuid(2), eventType: 'TTL_EXPIRATION_REVOKED' }]);
	});

	it('tell of launches', async () => {
		await call('PUT', `${CONSOLE}/launch`, { state: 'SUSPENDED' });
		await came(1);
		expect(payloads()).toMatchObject([
			{ oldLaunchState: 'LAUNCHED', newLaunchState: 'SUSPENDED', agentId: `${AGENT}@rbm.goog` },
		]);
	});

	it('are repeated until they are taken', async () => {
		let refusals = 2;
		receiver.answer = (delivery) => {
			refusals -= 1;
			return refusals >= 0 ? { status: 500, body: '' } : secretOf(delivery);
		};
		await send(text());
		await until(() => types().includes('READ'));
		expect(types()).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED', 'READ']);
		expect(receiver.got[0]?.body).toEqual(receiver.got[2]?.body);
	});
});
