import { createHmac } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { asObject } from '../../core/json';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { runHook, runWebhook } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';
import { post, TestResponse } from './webhookRequest';

/**
 * A worker of n8n in queue mode that writes static data takes what the trigger keeps there away: the webhook that
 * is registered has to go on without it.
 */

/** A provider that chooses the ids of subscriptions itself, and signs with the secret it was given. */
jest.mock('../../core/providers', () =>
	jest.requireActual<{ registryWithChatty(): unknown }>('./chatty').registryWithChatty(),
);

const nodeType = new RcsTrigger();
const LIVE = 'http://127.0.0.1:5678/webhook/hook-1/webhook';
const OTHERS = { url: 'https://other.example.com/hook', events: ['message.replied'] };
let server: RecordingServer;
let hooks: Map<string, IDataObject>;
let next: number;

beforeAll(async () => {
	server = await recordingServer(answer);
});
afterAll(() => server.stop());
beforeEach(() => {
	hooks = new Map();
	next = 0;
});

function answer({ method, path, json }: Recorded): Reply {
	if (method === 'GET') return { body: [...hooks.values()] };
	if (method === 'POST') return { body: { id: add(asObject(json) as IDataObject) } };
	return hooks.delete(path.replace('/hooks/', '')) ? { body: {} } : { status: 404, body: 'gone' };
}

function add(hook: IDataObject): string {
	next += 1;
	hooks.set(`hook-${next}`, { ...hook, id: `hook-${next}` });
	return `hook-${next}`;
}

interface Change {
	staticData?: IDataObject;
	options?: INodeParameters;
	credential?: IDataObject;
	workflowId?: string;
}

/** The static data is lost, unless it is given. */
function setup({ options = {}, credential = {}, ...more }: Change = {}) {
	const account = { baseUrl: server.url, token: 'the-token', ...credential };
	return {
		nodeType,
		parameters: { provider: 'conversation', events: ['message.replied'], options },
		credentials: { rcsConversationApi: account as { token: string } },
		...more,
	};
}

const registered = () => [...hooks.values()].map(({ url }) => url);
const secretOf = (id: string) => String(hooks.get(id)?.['secret']);

function tapped(): string {
	return JSON.stringify({
		conversationId: '+447700900123',
		messageId: 'm1',
		messageStatus: 'INTERACTED',
		interactionType: 'REPLY_TAPPED',
		reply: { text: 'Yes', postbackData: 'yes' },
		timestamp: new Date().toISOString(),
	});
}

/** What a webhook that is signed with a secret is answered; undefined: it is not signed. */
async function told(secret: string | undefined, change: Change = {}, isTest = false) {
	const body = tapped();
	const signature = secret && createHmac('sha256', secret).update(body).digest('hex');
	const headers = signature ? { 'x-signature': signature } : {};
	const response = new TestResponse();
	await runWebhook(setup(change), post(body, headers), response, isTest);
	return response.statusCode;
}

describe('a webhook of a trigger that lost its static data', () => {
	beforeEach(() => runHook(setup(), 'create'));

	it('is believed with the secret that was registered', async () => {
		expect(await told(secretOf('hook-1'))).toBe(200);
	});

	it.each([
		['of somebody who guesses', 'guessed'],
		['with the token itself', 'the-token'],
		['with an empty secret', ''],
		['without a signature', undefined],
	])('is refused: one %s', async (_, secret) => {
		expect(await told(secret)).toBe(401);
	});

	it('is refused with the secret of another trigger, and of a test', async () => {
		await runHook(setup(), 'create', true);
		await runHook(setup({ workflowId: 'workflow2' }), 'create');
		const [test, another] = [...hooks.keys()].map(secretOf);
		expect([await told(test), await told(test, {}, true)]).toEqual([401, 200]);
		expect([await told(another), await told(another, { workflowId: 'workflow2' })]).toEqual([
			401, 200,
		]);
	});

	it('is refused where the account has no key to derive a secret from', async () => {
		const keyless = { credential: { token: '' } };
		expect(await told(secretOf('hook-1'), keyless)).toBe(401);
		const { staticData } = await runHook(setup(keyless), 'create');
		const secret = secretOf('hook-2');
		expect(await told(secret, { ...keyless, staticData })).toBe(200);
		expect(await told(secret, keyless)).toBe(401);
	});

	it('is believed with the secret that the credential names, as one registered by hand', async () => {
		const credential = { webhookSecret: 'of the account' };
		expect(await told('of the account', { credential })).toBe(200);
		expect(await told('of another', { credential })).toBe(401);
	});

	it('is refused once the token is another one, until the trigger is published again', async () => {
		const before = secretOf('hook-1');
		const rotated = { credential: { token: 'the-next-token' } };
		expect(await told(before, rotated)).toBe(401);
		expect((await runHook(setup(rotated), 'checkExists')).result).toBe(false);
		await runHook(setup(rotated), 'create');
		expect(registered()).toEqual([LIVE]);
		expect(await told(secretOf('hook-2'), rotated)).toBe(200);
		expect(await told(before, rotated)).toBe(401);
	});
});

describe('a webhook of a trigger that kept its static data', () => {
	const random = { id: 'n8n-workflow1-live-0', subscriptionId: 'hook-1', secret: 'made at random' };
	const staticData = { 'node:Node': { registration: { ...random, url: LIVE, events: [] } } };

	it('is believed with the random secret of an older version, and with no other', async () => {
		await runHook(setup(), 'create');
		expect(await told('made at random', { staticData })).toBe(200);
		expect(await told(secretOf('hook-1'), { staticData })).toBe(401);
		const credential = { webhookSecret: 'of the account' };
		expect(await told('of the account', { staticData, credential })).toBe(401);
	});

	it('is believed when the token is another one by now; publishing registers it anew', async () => {
		const made = await runHook(setup(), 'create');
		const rotated = { credential: { token: 'the-next-token' }, staticData: made.staticData };
		expect(await told(secretOf('hook-1'), rotated)).toBe(200);
		expect((await runHook(setup(rotated), 'checkExists')).result).toBe(false);
		await runHook(setup(rotated), 'create');
		expect(registered()).toEqual([LIVE]);
	});
});

describe('publishing a trigger that lost its static data', () => {
	it('replaces its subscription, and leaves what leads elsewhere', async () => {
		const others = add(OTHERS);
		await runHook(setup(), 'create');
		expect((await runHook(setup(), 'checkExists')).result).toBe(false);
		const { staticData } = await runHook(setup(), 'create');
		expect([...hooks.keys()]).toEqual([others, 'hook-3']);
		expect((await runHook(setup({ staticData }), 'checkExists')).result).toBe(true);
	});
});

describe('stopping a trigger that lost its static data', () => {
	it('removes its subscription, and leaves what leads elsewhere', async () => {
		const others = add(OTHERS);
		await runHook(setup(), 'create');
		expect((await runHook(setup(), 'delete')).result).toBe(true);
		expect([...hooks.keys()]).toEqual([others]);
	});

	it('leaves what was registered by hand, where it registers nothing', async () => {
		add({ ...OTHERS, url: LIVE });
		const byHand = setup({ options: { register: false } });
		expect((await runHook(byHand, 'delete')).result).toBe(true);
		expect(registered()).toEqual([LIVE]);
	});

	it('does not take production away when only a test ends', async () => {
		await runHook(setup(), 'create');
		await runHook(setup(), 'delete', true);
		expect(registered()).toEqual([LIVE]);
	});
});
