import { createPrivateKey, sign } from 'node:crypto';

import { isObject, type JsonObject } from '../../sandbox/json';
import { demoAccount } from '../../sandbox/providers/google-rbm/demoAccount';
import { until } from '../until';
import { AGILE_KEY, request as agileRequest, SEND } from './agileTelecomWorld';
import {
	BEARER,
	CLIENT_TOKEN,
	CONSOLE,
	phonePath,
	text as googleText,
	uuid,
} from './googleRbmWorld';
import { useAnsweringReceiver } from './googleRbmReceiver';
import { request as sevenRequest, SEVEN_KEY, SIGNING_KEY } from './sevenWorld';
import { ANDROID, API_KEY, objects, text, TOKEN, useReceiver, useSandbox } from './world';

/** No way of signing in, and no way of protecting a webhook, leaves its secret in the traffic log. */

const { call, url } = useSandbox();
const receiver = useReceiver();
const handshaken = useAnsweringReceiver();

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

/** All that is told of everything. */
async function everything(): Promise<string> {
	const { body } = await call('GET', '/sandbox/traffic?limit=500');
	const entries = objects(body['traffic']).map(({ id }) =>
		call('GET', `/sandbox/traffic/${String(id)}`),
	);
	return JSON.stringify([body, (await Promise.all(entries)).map((answer) => answer.body)]);
}

function assertion(): string {
	const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
	const iat = Math.floor(Date.now() / 1000);
	const claims = {
		...{ iss: demoAccount.clientEmail, aud: `${url()}/google-rbm/token` },
		...{ scope: 'https://www.googleapis.com/auth/rcsbusinessmessaging', iat, exp: iat + 3600 },
	};
	const input = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
	const key = createPrivateKey(demoAccount.privateKey);
	return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

type Try = () => Promise<string[]>;

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const senders = (authorization: string) =>
	call('GET', '/infobip/rcs/1/senders', undefined, { authorization });

describe('signing in', () => {
	it.each<[string, Try]>([
		[
			'Infobip with an API key',
			async () => [(await senders(API_KEY.authorization)) && 'sandbox-infobip-key'],
		],
		[
			'Infobip with a user name and password',
			async () => {
				await senders(basic('someone:a-password'));
				return [basic('someone:a-password').slice(6)];
			},
		],
		[
			'Infobip with OAuth',
			async () => {
				const { body } = await call(
					'POST',
					'/infobip/auth/1/oauth2/token',
					form({
						client_id: 'sandbox',
						client_secret: 'sandbox',
						grant_type: 'client_credentials',
					}),
				);
				await senders(`Bearer ${String(body['access_token'])}`);
				return [String(body['access_token']), 'client_secret=sandbox'];
			},
		],
		[
			'Agile Telecom with an API key',
			async () => {
				await call('POST', SEND, agileRequest(), AGILE_KEY);
				return [AGILE_KEY['x-api-key']];
			},
		],
		[
			'seven with an API key, and signed requests',
			async () => {
				await call('POST', '/seven/api/rcs/messages', sevenRequest(), SEVEN_KEY);
				await call('POST', '/seven/api/rcs/messages?p=legacy-key', sevenRequest(), {
					authorization: 'Bearer sandbox-seven-key',
				});
				return [SEVEN_KEY['x-api-key'], 'legacy-key'];
			},
		],
		[
			'Google with a service account',
			async () => {
				const jwt = assertion();
				const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
				const { body } = await call(
					'POST',
					'/google-rbm/token',
					form({ grant_type, assertion: jwt }),
				);
				await call(
					'POST',
					`${phonePath('agentMessages')}?messageId=${uuid()}&agentId=x`,
					googleText(),
					BEARER,
				);
				return [jwt, String(body['access_token']), BEARER.authorization.slice(7)];
			},
		],
		[
			'the generic API with a client, and with refreshed tokens',
			async () => {
				const login = { client_id: 'sandbox', client_secret: 'a-client-secret' };
				await call('POST', '/rest-v1/v1/auth/login', login);
				const authorization = basic('sandbox:sandbox');
				const { body } = await call('GET', '/rest-v1/v1/auth/token', undefined, { authorization });
				const refresh_token = String(body['refresh_token']);
				const again = await call('POST', '/rest-v1/v1/auth/refresh', { refresh_token });
				const tokens = [body, again.body].flatMap((answer) => [
					answer['access_token'],
					answer['refresh_token'],
				]);
				return [login.client_secret, authorization.slice(6), ...tokens.map(String)];
			},
		],
		[
			'the conversation API with a token',
			async () => {
				await call('GET', '/conversation/v1/messages', undefined, TOKEN);
				return [TOKEN.authorization.slice(7)];
			},
		],
	])('%s', async (_name, signIn) => {
		const secrets = await signIn();
		const told = await everything();
		expect(told).toContain('***');
		for (const secret of secrets) {
			expect(secret.length).toBeGreaterThan(5);
			expect(told).not.toContain(secret);
		}
	});
});

describe('webhooks', () => {
	const subscribe = (profile: JsonObject) =>
		call(
			'POST',
			'/infobip/subscriptions/1/subscription/RCS',
			{
				...{ subscriptionId: 'all', events: ['DELIVERY', 'SEEN'] },
				profile: {
					profileId: 'p',
					webhook: { notifyUrl: receiver.url('/?door=in-the-address') },
					...profile,
				},
			},
			API_KEY,
		);
	const sendInfobip = () =>
		call('POST', '/infobip/rcs/2/messages', { messages: [text()] }, API_KEY);

	it.each<[string, Try]>([
		[
			"Infobip with a user name, a password and headers of one's own",
			async () => {
				const credentials = { username: 'hook', password: 'a-hook-password' };
				const headers = { 'X-Shared': 'shared-with-us' };
				await subscribe({ headers, security: { authId: 'a', type: 'BASIC', credentials } });
				await sendInfobip();
				return [
					'a-hook-password',
					'shared-with-us',
					'in-the-address',
					basic('hook:a-hook-password').slice(6),
				];
			},
		],
		[
			'Infobip with a signature',
			async () => {
				const credentials = { secretKey: 'a-signing-key', algorithm: 'HMAC_SHA_512' };
				await subscribe({ security: { authId: 'a', type: 'HMAC', credentials } });
				await sendInfobip();
				return ['a-signing-key', 'in-the-address'];
			},
		],
		[
			'Agile Telecom with a token and headers',
			async () => {
				const callback = {
					url: receiver.url('/hook?token=url-token'),
					headers: { 'X-Door': 'a-door-key' },
				};
				await call('PUT', '/sandbox/console/agile-telecom/webhook', callback);
				await call('POST', SEND, agileRequest(), AGILE_KEY);
				return ['url-token', 'a-door-key'];
			},
		],
		[
			'seven with headers, signed',
			async () => {
				const hook = {
					target_url: receiver.url('/?t=in-the-address'),
					event_type: 'all',
					request_method: 'JSON',
				};
				await call(
					'POST',
					'/seven/api/hooks',
					{ ...hook, headers: 'X-Door: a-door-key' },
					SEVEN_KEY,
				);
				await call('POST', '/seven/api/rcs/messages', sevenRequest(), SEVEN_KEY);
				return ['a-door-key', SIGNING_KEY];
			},
		],
		[
			'Google, signed',
			async () => {
				handshaken.answer = ({ body }) => {
					const asked: unknown = JSON.parse(body.toString());
					const secret = isObject(asked) ? asked['secret'] : undefined;
					return secret === undefined ? undefined : { status: 200, body: String(secret) };
				};
				await call('PUT', `${CONSOLE}/webhook`, {
					url: handshaken.url(),
					clientToken: CLIENT_TOKEN,
				});
				const path = `${phonePath('agentMessages')}?messageId=${uuid()}&agentId=demo-bakery-agent`;
				await call('POST', path, googleText(), BEARER);
				return [CLIENT_TOKEN];
			},
		],
		[
			'the generic API, signed, with an address that has a password',
			async () => {
				const address = receiver.url().replace('http://', 'http://someone:hook-password@');
				const hook = { url: address, events: ['message.delivered'], secret: 'a-secret-of-sixteen' };
				const authorization = 'Bearer sandbox-rest-v1-key';
				await call('POST', '/rest-v1/v1/webhooks', hook, { authorization });
				const message = { message_id: 'm1', to: ANDROID, content: { text: 'Hi' } };
				await call('POST', '/rest-v1/v1/messages', message, { authorization });
				return ['a-secret-of-sixteen', 'hook-password', 'sandbox-rest-v1-key'];
			},
		],
	])('%s', async (_name, connect) => {
		const secrets = await connect();
		const told = await until(async () => {
			const all = await everything();
			return all.includes('"kind":"webhook"') && all.includes('"status":200') && all;
		});
		for (const secret of secrets) expect(told).not.toContain(secret);
	});
});
