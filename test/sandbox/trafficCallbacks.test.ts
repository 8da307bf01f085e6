import { until } from '../until';
import { AGILE_KEY, request as agileRequest, SEND } from './agileTelecomWorld';
import { BEARER, phonePath, text as googleText, uuid } from './googleRbmWorld';
import { request as sevenRequest, SEVEN_KEY } from './sevenWorld';
import { ANDROID, API_KEY, object, objects, text, TOKEN, useReceiver, useSandbox } from './world';

/** An address that a provider is to call may hold a token: it is in no request, answer or webhook that is shown. */

const { call } = useSandbox();
const receiver = useReceiver();

const DOOR = 'token-of-the-door';
const hook = (): string => receiver.url(`/hook?door=${DOOR}`);
const restV1 = { authorization: 'Bearer sandbox-rest-v1-key' };

/** The requests to a provider with all that is told of them, once its webhook was taken. */
async function told(provider: string): Promise<string> {
	const entries = await until(async () => {
		const { body } = await call('GET', `/sandbox/traffic?provider=${provider}&limit=500`);
		const all = objects(body['traffic']);
		return all.some(({ kind, status }) => kind === 'webhook' && status === 200) && all;
	});
	const whole = entries.map(({ id }) => call('GET', `/sandbox/traffic/${String(id)}`));
	return JSON.stringify((await Promise.all(whole)).map(({ body }) => body));
}

const ok = async (answer: ReturnType<typeof call>): Promise<void> => {
	const { status, body } = await answer;
	if (status > 299) throw new Error(`${status}: ${JSON.stringify(body)}`);
};

const seven = (body: URLSearchParams | object) =>
	ok(call('POST', '/seven/api/hooks', body, SEVEN_KEY));
const sevenHook = (): Record<string, string> => ({
	...{ target_url: hook(), event_type: 'all', request_method: 'JSON' },
	headers: `X-Door: ${DOOR}`,
});

it.each<[string, string, () => Promise<void>]>([
	[
		'of a message',
		'infobip',
		() => {
			const webhooks = { delivery: { url: hook() }, seen: { url: hook() } };
			const messages = [text({ webhooks })];
			return ok(call('POST', '/infobip/rcs/2/messages', { messages }, API_KEY));
		},
	],
	[
		'of a capability check',
		'infobip',
		() => {
			const body = { sender: 'DemoShop', phoneNumbers: ['447700900001'], notifyUrl: hook() };
			return ok(call('POST', '/infobip/rcs/2/capability-check/notify', body, API_KEY));
		},
	],
	[
		'of an account, and of a message',
		'rest-v1',
		async () => {
			const events = ['message.delivered'];
			const body = { url: hook(), events, secret: 'a-secret-of-sixteen' };
			await ok(call('POST', '/rest-v1/v1/webhooks', body, restV1));
			await ok(call('GET', '/rest-v1/v1/webhooks', undefined, restV1));
			const message = { message_id: 'm1', to: ANDROID, content: { text: 'Hi' } };
			const sent = { ...message, status_url: hook() };
			await ok(call('POST', '/rest-v1/v1/messages', sent, restV1));
		},
	],
	[
		'as JSON',
		'seven',
		async () => {
			await seven(sevenHook());
			await ok(call('GET', '/seven/api/hooks', undefined, SEVEN_KEY));
			await ok(call('POST', '/seven/api/rcs/messages', sevenRequest(), SEVEN_KEY));
		},
	],
	[
		'as a form',
		'seven',
		async () => {
			await seven(new URLSearchParams(sevenHook()));
			await ok(call('POST', '/seven/api/rcs/messages', sevenRequest(), SEVEN_KEY));
		},
	],
	[
		'of the dashboard',
		'agile-telecom',
		async () => {
			const callback = { url: hook(), headers: { 'X-Door': DOOR } };
			await ok(call('PUT', '/sandbox/console/agile-telecom/webhook', callback));
			await ok(call('POST', SEND, agileRequest(), AGILE_KEY));
		},
	],
	[
		'of the console',
		'conversation',
		async () => {
			const body = { url: hook(), secret: DOOR };
			await ok(call('PUT', '/sandbox/console/conversation/webhook', body));
			const message = { conversationId: ANDROID, messageId: 'm1', message: { text: 'Hi' } };
			await ok(call('POST', '/conversation/v1/messages', message, TOKEN));
		},
	],
])('a callback %s (%s)', async (_which, provider, connect) => {
	await connect();
	const all = await told(provider);
	expect(all).not.toContain(DOOR);
	expect(all).toContain('/hook?door=***');
});

it('a message of Google has no address to call, and links in messages stay readable', async () => {
	const path = `${phonePath('agentMessages')}?messageId=${uuid()}&agentId=demo-bakery-agent`;
	const words = 'See https://shop.example.com/orders?id=1042';
	await ok(call('POST', path, googleText(words), BEARER));
	const { body } = await call('GET', '/sandbox/traffic?provider=google-rbm');
	const [entry] = objects(body['traffic']);
	const whole = await call('GET', `/sandbox/traffic/${String(entry?.['id'])}`);
	expect(object(whole.body['body'])['text']).toContain(words);
	expect(JSON.stringify(whole.body)).not.toContain(BEARER.authorization.slice(7));
});
