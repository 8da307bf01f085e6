import { createHmac } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import { asArray } from '../../core/json';
import { providerIds } from '../../core/providers';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { TestCredentials } from './credentials';
import { runWebhook } from './harness';
import { post, type TestRequest, TestResponse } from './webhookRequest';

const nodeType = new RcsTrigger();
const SECRET = 'webhook-signing-secret';

const conversation = { rcsConversationApi: { token: 't', webhookSecret: SECRET } };
const infobip = { rcsInfobipApi: { baseUrl: 'http://127.0.0.1:9', apiKey: 'k' } };
const registration = {
	id: 'n8n-workflow1-live-0',
	url: 'http://127.0.0.1:5678/webhook/hook-1/webhook',
	events: ['message.replied'],
	terms: '',
	secret: 'secret-of-the-registration',
};
const registered = { 'node:Node': { registration } };
const genuine = { 'x-rcs-trigger-secret': registration.secret };

interface Case {
	provider?: 'infobip' | 'conversation';
	events?: string[];
	options?: INodeParameters;
	credentials?: Parameters<typeof runWebhook>[0]['credentials'];
	staticData?: Parameters<typeof runWebhook>[0]['staticData'];
	workflowId?: string;
	isTest?: boolean;
}

async function receive(request: TestRequest, setup: Case = {}) {
	const { provider = 'infobip', events, options = {}, isTest = false } = setup;
	const response = new TestResponse();
	const { workflowData, noWebhookResponse } = await runWebhook(
		{
			nodeType,
			parameters: { provider, options, ...(events ? { events } : {}) },
			credentials: setup.credentials ?? (provider === 'infobip' ? infobip : conversation),
			staticData: setup.staticData ?? (provider === 'infobip' ? registered : {}),
			...(setup.workflowId ? { workflowId: setup.workflowId } : {}),
		},
		request,
		response,
		isTest,
	);
	expect(noWebhookResponse).toBe(true);
	expect(response.answers).toBe(1);
	return { response, workflowData, items: workflowData?.[0] ?? [] };
}

let next = 0;
/** A person's tap on a reply, as Infobip tells it; each has its own id. */
function tap(more: object = {}) {
	next += 1;
	return {
		sender: '447700900123',
		to: 'DemoShop',
		receivedAt: '2026-01-01T10:00:00.000+0000',
		messageId: `inbound-${next}`,
		pairedMessageId: 'ours-1',
		interactionType: 'SESSION',
		message: { type: 'SUGGESTION', text: 'Yes', postbackData: 'order:1:yes' },
		...more,
	};
}

const body = (...results: unknown[]) => JSON.stringify({ results, messageCount: results.length });

/** A status of the conversation API, signed. */
function signed(content: object, secret = SECRET): TestRequest {
	const text = JSON.stringify(content);
	const signature = createHmac('sha256', secret).update(text).digest('hex');
	return post(text, { 'x-signature': signature });
}
const reply = (more: object = {}) => {
	next += 1;
	return {
		conversationId: '+447700900123',
		messageId: `m-${next}`,
		messageStatus: 'INTERACTED',
		interactionType: 'REPLY_TAPPED',
		reply: { text: 'Yes', postbackData: 'yes' },
		timestamp: new Date().toISOString(),
		...more,
	};
};

describe('a text that may be an opt-out', () => {
	const typed = (text: string) => tap({ message: { type: 'TEXT', text } });
	const parameters = { events: ['possibleOptOut'], options: { postbackPrefix: 'order:' } };

	it('starts a workflow that listens to these, and says why', async () => {
		const { items } = await receive(
			post(body(typed('enough'), typed('ok'), tap()), genuine),
			parameters,
		);
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toMatchObject({
			type: 'message.replied',
			text: 'enough',
			optOut: { verdict: 'doubtful', why: expect.any(String) },
		});
	});

	it('is no opt-out; a clear wish in any words is', async () => {
		const { items } = await receive(
			post(body(typed('enough'), typed('text me no more messages')), genuine),
			{
				events: ['user.optedOut'],
			},
		);
		expect(items.map(({ json }) => json['text'])).toEqual(['text me no more messages']);
	});
});

describe('a genuine webhook', () => {
	it('starts one execution with an item for each of its events', async () => {
		const { response, workflowData, items } = await receive(
			post(body(tap(), tap(), tap()), genuine),
		);
		expect(response).toMatchObject({ statusCode: 200, body: { received: 3 } });
		expect(workflowData).toHaveLength(1);
		expect(items).toHaveLength(3);
		expect(items[0]?.json).toMatchObject({
			type: 'message.replied',
			provider: 'infobip',
			user: '+447700900123',
			agent: 'DemoShop',
			messageId: 'ours-1',
			postbackData: 'order:1:yes',
		});
		expect(items[0]?.json).not.toHaveProperty('raw');
	});

	it("holds the provider's own data where that is wanted", async () => {
		const told = tap();
		const { items } = await receive(post(body(told), genuine), { options: { output: 'raw' } });
		expect(items[0]?.json['raw']).toEqual(told);
	});

	it('is verified by its signature over the raw bytes', async () => {
		const { response, items } = await receive(signed(reply()), { provider: 'conversation' });
		expect(response.statusCode).toBe(200);
		expect(items[0]?.json).toMatchObject({ type: 'message.replied', text: 'Yes' });
	});

	it('has its bytes read when n8n has not read them', async () => {
		const { rawBody = Buffer.alloc(0), ...request } = signed(reply());
		const late: TestRequest = {
			...request,
			async readRawBody() {
				late.rawBody = rawBody;
			},
		};
		const { items } = await receive(late, { provider: 'conversation' });
		expect(items).toHaveLength(1);
	});

	it('costs one read of the credential', async () => {
		const credentials = new TestCredentials(structuredClone(infobip));
		await receive(post(body(tap()), genuine), { credentials });
		expect(credentials.reads).toBe(1);
	});
});

describe('what starts nothing', () => {
	const refused = async (request: TestRequest, setup?: Case) => {
		const { response, workflowData } = await receive(request, setup);
		expect(response.statusCode).toBe(401);
		expect(response.body).toEqual({ error: expect.any(String) as string });
		expect(workflowData).toBeUndefined();
	};
	const atConversation: Case = { provider: 'conversation' };

	it('is a webhook with a forged secret', () =>
		refused(post(body(tap()), { 'x-rcs-trigger-secret': 'guessed' })));
	it('is a webhook without the secret', () => refused(post(body(tap()))));
	it('is a webhook before anything is registered', () =>
		refused(post(body(tap()), genuine), { staticData: {} }));
	it('is a webhook without the Basic authentication that was registered too', () =>
		refused(post(body(tap()), genuine), {
			credentials: {
				rcsInfobipApi: { ...infobip.rcsInfobipApi, webhookUsername: 'u', webhookPassword: 'p' },
			},
		}));
	it('is a signature by another secret', () =>
		refused(signed(reply(), 'another-secret'), atConversation));
	it('is a webhook without a signature', () =>
		refused(post(JSON.stringify(reply())), atConversation));
	it('is a webhook with one byte changed', () => {
		const { rawBody, ...request } = signed(reply());
		const changed = Buffer.from(String(rawBody).replace('447700900123', '447700900124'));
		return refused({ ...request, rawBody: changed }, atConversation);
	});
	it('is a webhook that was recorded long ago', () =>
		refused(signed(reply({ timestamp: '2020-01-01T00:00:00Z' })), atConversation));
	it('is a webhook of a credential without a secret', () =>
		refused(signed(reply()), {
			provider: 'conversation',
			credentials: { rcsConversationApi: { token: 't' } },
		}));

	it('is an event nobody asked for', async () => {
		const { response, workflowData } = await receive(post(body(tap()), genuine), {
			events: ['message.read'],
		});
		expect(response).toMatchObject({ statusCode: 200, body: { received: 0 } });
		expect(workflowData).toBeUndefined();
	});

	it.each(['', '{', '[]', 'null', '"text"', '{"results":[null,1,{"message":{}}]}', '\u0000'])(
		'is a genuine webhook of %j',
		async (text) => {
			const { response, workflowData } = await receive(post(text, genuine));
			expect(response.statusCode).toBe(200);
			expect(workflowData).toBeUndefined();
		},
	);

	it('is a webhook while the credential is gone; the provider may try again', async () => {
		const { response, workflowData } = await receive(post(body(tap()), genuine), {
			credentials: {},
		});
		expect(response.statusCode).toBe(500);
		expect(workflowData).toBeUndefined();
	});
});

describe('Verify Webhooks, turned off', () => {
	it('lets everything in', async () => {
		const { items } = await receive(post(body(tap())), { options: { verify: false } });
		expect(items).toHaveLength(1);
	});
});

describe('duplicates', () => {
	const request = (...taps: unknown[]) => post(body(...taps), genuine);

	it('are dropped, alone and among new events', async () => {
		const [first, second] = [tap(), tap()];
		expect((await receive(request(first))).items).toHaveLength(1);
		const again = await receive(request(first));
		expect(again.workflowData).toBeUndefined();
		expect(again.response).toMatchObject({ statusCode: 200, body: { received: 0 } });
		expect((await receive(request(first, second, second))).items).toHaveLength(1);
	});

	it('are dropped when two come at the same moment', async () => {
		const one = tap();
		const both = await Promise.all([receive(request(one)), receive(request(one))]);
		expect(both.flatMap(({ items }) => items)).toHaveLength(1);
	});

	it('are counted for each workflow by itself', async () => {
		const one = tap();
		await receive(request(one));
		expect((await receive(request(one), { workflowId: 'another' })).items).toHaveLength(1);
	});

	it('are kept when that is wanted, and in a test', async () => {
		const one = tap();
		await receive(request(one));
		const kept = await receive(request(one), { options: { dropDuplicates: false } });
		expect(kept.items).toHaveLength(1);
		expect((await receive(request(one), { isTest: true })).items).toHaveLength(1);
	});

	it('of an event that was filtered out are not yet known', async () => {
		const one = tap();
		await receive(request(one), { events: ['message.read'] });
		expect((await receive(request(one))).items).toHaveLength(1);
	});
});

describe('filters', () => {
	const typed = () => tap({ message: { type: 'TEXT', text: 'hello' } });
	const stop = () => tap({ message: { type: 'TEXT', text: 'STOP' } });
	const texts = async (results: unknown[], options: INodeParameters) => {
		const { items } = await receive(post(body(...results), genuine), { options });
		return items.map(({ json }) => json['text']);
	};

	it('keep events of one agent', async () => {
		const other = tap({ to: 'OtherShop', message: { type: 'TEXT', text: 'other' } });
		expect(await texts([other, typed()], { agent: 'DemoShop' })).toEqual(['hello']);
		const chosen = { __rl: true, mode: 'list', value: 'DemoShop' };
		expect(await texts([other, typed()], { agent: chosen })).toEqual(['hello']);
	});

	it('keep events of one channel', async () => {
		expect(await texts([typed()], { channel: 'sms' })).toEqual([]);
		expect(await texts([typed()], { channel: 'rcs' })).toEqual(['hello']);
	});

	it('keep taps with some postback data, and every opt-out', async () => {
		const results = [tap(), typed(), stop()];
		expect(await texts(results, { postbackPrefix: 'order:' })).toEqual(['Yes', 'STOP']);
		expect(await texts([tap()], { postbackPrefix: 'other:' })).toEqual([]);
	});
});

describe('the description', () => {
	const { webhooks = [], properties } = nodeType.description;

	it('has no expressions in its webhook, which would cost an isolate for each request', () => {
		expect(JSON.stringify(webhooks)).not.toContain('={{');
		expect(webhooks).toEqual([
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		]);
	});

	it('offers, for each provider, only what it can tell', () => {
		const lists = properties.filter(({ name }) => name === 'events');
		expect(lists).toHaveLength(providerIds.length);
		for (const { options, default: chosen } of lists) {
			const values = asArray(options).map((option) => (option as { value: string }).value);
			expect(values).toEqual(expect.arrayContaining(chosen as string[]));
		}
	});
});
