import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { runHook, runWebhook } from './harness';
import { post, TestResponse } from './webhookRequest';

const nodeType = new RcsTrigger();
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ port: 0, speed: 50 });
});
afterAll(() => sandbox.stop());
beforeEach(() => fetch(`${sandbox.url}/sandbox/reset`, { method: 'POST' }));

const apiKey = 'sandbox-rest-v1-key';

function setup(credential: object = {}, staticData?: IDataObject) {
	const account = { baseUrl: `${sandbox.url}/rest-v1`, authentication: 'apiKey', apiKey };
	return {
		nodeType,
		parameters: { provider: 'rest-v1', events: ['message.read'] },
		credentials: { rcsRestV1Api: { ...account, ...credential } },
		...(staticData ? { staticData } : {}),
	};
}

async function registered(): Promise<readonly unknown[]> {
	const headers = { authorization: `Bearer ${apiKey}` };
	const answer = await fetch(`${sandbox.url}/rest-v1/v1/webhooks`, { headers });
	return asArray(asObject(await answer.json())['webhooks']);
}

const secretIn = (staticData: IDataObject) =>
	String(asObject(asObject(staticData['node:Node'])['registration'])['secret']);

it('registers with the service, which chooses the id, and removes what it registered', async () => {
	const { staticData } = await runHook(setup(), 'create');
	expect(await registered()).toMatchObject([
		{ events: ['message.read'], url: 'http://127.0.0.1:5678/webhook/hook-1/webhook' },
	]);
	expect((await runHook(setup({}, staticData), 'checkExists')).result).toBe(true);
	await runHook(setup({}, staticData), 'create');
	expect(await registered()).toHaveLength(1);
	const again = await runHook(setup({}, staticData), 'create');
	await runHook(setup({}, again.staticData), 'delete');
	expect(await registered()).toEqual([]);
});

const event = {
	id: 'evt-1',
	type: 'message.read',
	created_at: new Date().toISOString(),
	data: { message_id: 'out-1', to: '+447700900001' },
};

/** What the trigger answers to a webhook signed with a secret. */
async function answerTo(
	credential: object,
	staticData: IDataObject,
	headers: Record<string, string>,
) {
	const response = new TestResponse();
	await runWebhook(setup(credential, staticData), post(JSON.stringify(event), headers), response);
	return response.statusCode;
}

const hmac = (secret: string, algorithm: string, encoding: 'hex' | 'base64') =>
	createHmac(algorithm, secret).update(JSON.stringify(event)).digest(encoding);

it('believes webhooks that are signed with the registered secret', async () => {
	const { staticData } = await runHook(setup(), 'create');
	const signed = (secret: string) => ({ 'x-signature': hmac(secret, 'sha256', 'hex') });
	expect(await answerTo({}, staticData, signed(secretIn(staticData)))).toBe(200);
	expect(await answerTo({}, staticData, signed('other'))).toBe(401);
	const withSecret = { webhookSecret: 'of the credential' };
	expect(await answerTo(withSecret, staticData, signed('of the credential'))).toBe(401);
});

it('believes them in the scheme that the credential describes', async () => {
	const scheme = {
		signatureHeader: 'X-Hub-Signature',
		signatureAlgorithm: 'sha512',
		signatureEncoding: 'base64',
		signaturePrefix: 'sha512=',
	};
	const { staticData } = await runHook(setup(scheme), 'create');
	const secret = secretIn(staticData);
	const right = { 'x-hub-signature': `sha512=${hmac(secret, 'sha512', 'base64')}` };
	expect(await answerTo(scheme, staticData, right)).toBe(200);
	const usual = { 'x-signature': hmac(secret, 'sha256', 'hex') };
	expect(await answerTo(scheme, staticData, usual)).toBe(401);
});
