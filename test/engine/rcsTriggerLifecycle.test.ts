import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { asArray, asObject, parseJson } from '../../core/json';
import { RcsInfobipApi } from '../../credentials/RcsInfobipApi.credentials';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { until } from '../until';
import { runHook, runWebhook } from './harness';
import { TestResponse } from './webhookRequest';

const nodeType = new RcsTrigger();
const PHONE = '+447700900001';
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ port: 0, speed: 50 });
});
afterAll(() => sandbox.stop());
beforeEach(() => fetch(`${sandbox.url}/sandbox/reset`, { method: 'POST' }));

const apiKey = 'sandbox-infobip-key';
const account = () => ({ baseUrl: `${sandbox.url}/infobip`, apiKey, agent: 'DemoShop' });

interface Change {
	events?: string[];
	options?: INodeParameters;
	staticData?: IDataObject;
	baseUrl?: string;
	credential?: IDataObject;
}

function setup({ events, options = {}, credential = {}, ...more }: Change = {}) {
	const parameters = { provider: 'infobip', options, ...(events ? { events } : {}) };
	const rcsInfobipApi = { ...account(), ...credential } as ReturnType<typeof account>;
	return { nodeType, parameters, credentials: { rcsInfobipApi }, ...more };
}

async function infobip(method: string, path: string, body?: object): Promise<unknown> {
	const response = await fetch(`${sandbox.url}/infobip${path}`, {
		method,
		headers: {
			authorization: `App ${apiKey}`,
			...(body ? { 'content-type': 'application/json' } : {}),
		},
		...(body ? { body: JSON.stringify(body) } : {}),
	});
	return parseJson(await response.text());
}

async function listed(what: string): Promise<readonly unknown[]> {
	return asArray(asObject(await infobip('GET', `/subscriptions/1/${what}`))['results']);
}
const subscriptions = () => listed('subscription/RCS');
const profiles = () => listed('profiles');

function registrationIn(staticData: IDataObject): IDataObject {
	return asObject(asObject(staticData['node:Node'])['registration']) as IDataObject;
}

describe('activating', () => {
	it('subscribes to the chosen events with a secret header and an id that fits a URL', async () => {
		expect((await runHook(setup(), 'checkExists')).result).toBe(false);
		const { result, staticData } = await runHook(setup(), 'create');
		expect(result).toBe(true);
		const made = registrationIn(staticData);
		expect(made['id']).toMatch(/^n8n-workflow1-live-[0-9a-f]{16}$/);
		expect(await subscriptions()).toMatchObject([
			{
				subscriptionId: made['id'],
				events: ['DELIVERY', 'INBOUND_MESSAGE', 'SUGGESTION', 'CLICK'],
			},
		]);
		expect(await profiles()).toMatchObject([
			{
				webhook: { notifyUrl: 'http://127.0.0.1:5678/webhook/hook-1/webhook' },
				headers: { 'X-Rcs-Trigger-Secret': made['secret'] },
			},
		]);
		expect(String(made['secret']).length).toBeGreaterThan(40);
		expect((await runHook(setup({ staticData }), 'checkExists')).result).toBe(true);
	});

	it.each<[string, Change]>([
		['the URL', { baseUrl: 'https://n8n.shop.example' }],
		['the events', { events: ['message.read'] }],
		['the agent', { options: { agent: 'OtherShop' } }],
		['the Basic password', { credential: { webhookUsername: 'u', webhookPassword: 'p' } }],
	])('again replaces the subscription when %s changed', async (_, change) => {
		const { staticData } = await runHook(setup(), 'create');
		const changed = setup({ staticData, ...change });
		expect((await runHook(changed, 'checkExists')).result).toBe(false);
		const again = await runHook(changed, 'create');
		expect(await subscriptions()).toHaveLength(1);
		const kept = setup({ ...change, staticData: again.staticData });
		expect((await runHook(kept, 'checkExists')).result).toBe(true);
	});

	it('notices that the subscription is gone, and that its secret is', async () => {
		const { staticData } = await runHook(setup(), 'create');
		expect((await runHook(setup({ staticData: {} }), 'checkExists')).result).toBe(false);
		const { id } = registrationIn(staticData);
		await infobip('DELETE', `/subscriptions/1/subscription/RCS/${String(id)}`);
		expect((await runHook(setup({ staticData }), 'checkExists')).result).toBe(false);
	});

	it('replaces what an earlier run left behind', async () => {
		await runHook(setup(), 'create');
		expect((await runHook(setup(), 'create')).result).toBe(true);
		expect(await subscriptions()).toHaveLength(1);
		const [left] = await subscriptions();
		const id = String(asObject(left)['subscriptionId']);
		await infobip('DELETE', `/subscriptions/1/subscription/RCS/${id}`);
		expect((await runHook(setup(), 'create')).result).toBe(true);
	});

	it('for a test registers the test URL beside that of production', async () => {
		const live = await runHook(setup(), 'create');
		const test = await runHook(setup(), 'create', true);
		expect(await subscriptions()).toHaveLength(2);
		expect(registrationIn(test.staticData)['url']).toContain('/webhook-test/');
		await runHook(setup({ staticData: test.staticData }), 'delete', true);
		expect(await subscriptions()).toMatchObject([
			{ subscriptionId: registrationIn(live.staticData)['id'] },
		]);
	});

	it('fails with what to do when the key may not subscribe', async () => {
		const wrong = setup({ credential: { apiKey: 'wrong' } });
		await expect(runHook(wrong, 'create')).rejects.toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
			description: expect.stringMatching(/\S/) as string,
		});
	});
});

describe('stopping', () => {
	it('removes the subscription with its profile and forgets it', async () => {
		const { staticData } = await runHook(setup(), 'create');
		const stopped = await runHook(setup({ staticData }), 'delete');
		expect(stopped).toEqual({ result: true, staticData: { 'node:Node': {} } });
		expect(await subscriptions()).toEqual([]);
		expect(await profiles()).toEqual([]);
	});

	it('removes what was registered before Register Webhook was turned off', async () => {
		const { staticData } = await runHook(setup(), 'create');
		const off = setup({ staticData, options: { register: false } });
		const stopped = await runHook(off, 'delete');
		expect(stopped).toEqual({ result: true, staticData: { 'node:Node': {} } });
		expect(await subscriptions()).toEqual([]);
	});

	it('is done when the subscription is gone already, or never was', async () => {
		const { staticData } = await runHook(setup(), 'create');
		await runHook(setup({ staticData }), 'delete');
		expect((await runHook(setup({ staticData }), 'delete')).result).toBe(true);
		expect((await runHook(setup(), 'delete')).result).toBe(true);
	});

	it('removes it without the static data too, and a test leaves that of production', async () => {
		const { staticData } = await runHook(setup(), 'create');
		await runHook(setup(), 'delete', true);
		expect(await subscriptions()).toMatchObject([
			{ subscriptionId: registrationIn(staticData)['id'] },
		]);
		expect((await runHook(setup(), 'delete')).result).toBe(true);
		expect([await subscriptions(), await profiles()]).toEqual([[], []]);
	});

	it('does not fail when the provider refuses, and keeps what is to be removed', async () => {
		const { staticData } = await runHook(setup(), 'create');
		const refused = setup({ staticData, credential: { apiKey: 'wrong' } });
		expect(await runHook(refused, 'delete')).toEqual({ result: false, staticData });
	});
});

describe('a provider whose webhooks are set up in its web interface', () => {
	const by = (credential: IDataObject, options: INodeParameters = {}) => ({
		nodeType,
		parameters: { provider: 'conversation', options },
		credentials: { rcsConversationApi: credential as { token: string } },
	});

	it('needs a webhook secret, and the error says where it goes', async () => {
		expect((await runHook(by({ token: 't' }), 'checkExists')).result).toBe(false);
		await expect(runHook(by({ token: 't' }), 'create')).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining('no webhook secret') as string,
			description: expect.stringContaining("'Webhook Secret'") as string,
		});
	});

	it('is set up with one, or without verification', async () => {
		const withSecret = by({ token: 't', webhookSecret: 's' });
		expect((await runHook(withSecret, 'checkExists')).result).toBe(true);
		const open = by({ token: 't' }, { verify: false });
		expect((await runHook(open, 'checkExists')).result).toBe(true);
		expect((await runHook(open, 'create')).result).toBe(true);
		expect((await runHook(open, 'delete')).result).toBe(true);
	});

	it('can be Infobip too, when Register Webhook is off', async () => {
		const off = setup({ options: { register: false } });
		await expect(runHook(off, 'create')).rejects.toMatchObject({
			description: expect.stringContaining("'Webhook Username'") as string,
		});
		const credential = { webhookUsername: 'u', webhookPassword: 'p' };
		const ready = setup({ options: { register: false }, credential });
		expect((await runHook(ready, 'create')).result).toBe(true);
		expect(await subscriptions()).toEqual([]);
	});
});

describe('a credential whose webhook fields are filled in by half', () => {
	const off = (credential: IDataObject, options: INodeParameters = {}) =>
		setup({ options: { register: false, ...options }, credential });

	it.each([
		['Webhook Password', 'Webhook Username', { webhookUsername: 'u' }],
		['Webhook Username', 'Webhook Password', { webhookPassword: 'p' }],
		['Webhook Header Value', 'Webhook Header Name', { webhookHeaderName: 'X-Secret' }],
		['Webhook Header Name', 'Webhook Header Value', { webhookHeaderSecret: 's' }],
		['Webhook HMAC Secret', 'Webhook HMAC Header', { hmacHeader: 'X-Signature' }],
		['Webhook HMAC Header', 'Webhook HMAC Secret', { webhookSecret: 's' }],
		[
			'Webhook Password',
			'Webhook Username',
			{ webhookUsername: 'u', webhookHeaderName: 'X-Secret', webhookHeaderSecret: 's' },
		],
	])('is not accepted, and the error names %s as empty', async (empty, set, credential) => {
		const labels = new RcsInfobipApi().properties.map(({ displayName }) => displayName);
		expect(labels).toEqual(expect.arrayContaining([empty, set]));
		expect((await runHook(off(credential), 'checkExists')).result).toBe(false);
		await expect(runHook(off(credential), 'create')).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining(`has '${set}', but '${empty}' is empty`) as string,
			description: expect.stringContaining(`fill in '${empty}'`) as string,
		});
	});

	it('does where nothing is verified, or n8n registers the webhook with a secret of its own', async () => {
		const half = { webhookHeaderName: 'X-Secret' };
		expect((await runHook(off(half, { verify: false }), 'create')).result).toBe(true);
		expect((await runHook(setup({ credential: half }), 'create')).result).toBe(true);
	});

	it('is another thing than one that is filled in', async () => {
		for (const credential of [
			{ webhookUsername: 'u', webhookPassword: 'p' },
			{ webhookHeaderName: 'X-Secret', webhookHeaderSecret: 's' },
			{ hmacHeader: 'X-Signature', webhookSecret: 's' },
		])
			expect((await runHook(off(credential), 'checkExists')).result).toBe(true);
	});
});

describe('from the phone to the workflow', () => {
	let server: Server;
	let baseUrl: string;
	let trigger: Parameters<typeof runWebhook>[0];
	const executions: INodeExecutionData[][] = [];
	const statuses: number[] = [];

	beforeEach(async () => {
		executions.length = 0;
		statuses.length = 0;
		server = createServer((incoming, answer) => {
			const parts: Buffer[] = [];
			incoming.on('data', (part: Buffer) => parts.push(part));
			incoming.on('end', () => {
				const { method = '', headers, url: originalUrl = '' } = incoming;
				const request = { method, headers, originalUrl, rawBody: Buffer.concat(parts) };
				const response = new TestResponse();
				void runWebhook(trigger, request, response).then(({ workflowData }) => {
					if (workflowData) executions.push(...workflowData);
					statuses.push(response.statusCode);
					answer.writeHead(response.statusCode).end(JSON.stringify(response.body));
				});
			});
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterEach(() => new Promise((done) => server.close(done)));

	it('a tap starts it, and the same tap told twice starts it once', async () => {
		const at = { baseUrl, credential: { webhookUsername: 'u', webhookPassword: 'p' } };
		const { staticData } = await runHook(setup(at), 'create');
		trigger = setup({ ...at, staticData });
		await infobip('POST', '/rcs/2/messages', {
			messages: [
				{
					sender: 'DemoShop',
					destinations: [{ to: PHONE.slice(1), messageId: 'm1' }],
					content: {
						type: 'TEXT',
						text: 'Well?',
						suggestions: [{ type: 'REPLY', text: 'Yes', postbackData: 'yes' }],
					},
				},
			],
		});
		// That it arrived is told as well, because a question may end by that it does not.
		await until(() => statuses.length === 1);
		await post('/sandbox/faults', { provider: 'infobip', kind: 'duplicateWebhook' });
		await until(async () => {
			const place = { messageId: 'm1', suggestionIndex: 0 };
			return (await post(`/sandbox/phones/${PHONE}/tap`, place)).ok;
		});
		await until(() => statuses.length === 3);
		expect(statuses).toEqual([200, 200, 200]);
		expect(executions).toHaveLength(1);
		expect(executions[0]).toMatchObject([
			{ json: { type: 'message.replied', user: PHONE, messageId: 'm1', postbackData: 'yes' } },
		]);
	});
});

function post(path: string, body: object): Promise<Response> {
	return fetch(`${sandbox.url}${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
}
