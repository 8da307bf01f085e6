import { createHmac } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { runHook, runWebhook } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';
import { post, TestResponse } from './webhookRequest';

/** A provider that chooses the ids of subscriptions itself, and shows where they lead. */
jest.mock('../../core/providers', () =>
	jest.requireActual<{ registryWithChatty(): unknown }>('./chatty').registryWithChatty(),
);

const nodeType = new RcsTrigger();
let server: RecordingServer;
let hooks: Map<string, IDataObject>;
let next: number;

beforeAll(async () => {
	server = await recordingServer(answer);
});
afterAll(() => server.stop());
beforeEach(() => {
	server.requests.length = 0;
	hooks = new Map();
	next = 0;
});

function answer({ method, path, json }: Recorded): Reply {
	const id = path.replace('/hooks/', '');
	if (method === 'GET') return { body: [...hooks.values()] };
	if (method === 'POST') return { body: { id: add(asObject(json) as IDataObject) } };
	return hooks.delete(id) ? { body: {} } : { status: 404, body: 'gone' };
}

function add(hook: IDataObject): string {
	next += 1;
	hooks.set(`hook-${next}`, { ...hook, id: `hook-${next}` });
	return `hook-${next}`;
}

const live = 'http://127.0.0.1:5678/webhook/hook-1/webhook';
const events = ['message.replied', 'user.optedOut'];

function setup(
	more: {
		staticData?: IDataObject;
		baseUrl?: string;
		options?: INodeParameters;
		chosen?: string[];
	} = {},
) {
	const { options = {}, chosen = events, ...rest } = more;
	return {
		nodeType,
		parameters: { provider: 'conversation', events: chosen, options },
		credentials: { rcsConversationApi: { baseUrl: server.url, token: 't' } },
		...rest,
	};
}
const urls = () => [...hooks.values()].map(({ url }) => url);
const eventsOf = (id: string) => asArray(hooks.get(id)?.['events']).map(String).sort();
const secretOf = (id: string) => String(hooks.get(id)?.['secret']);

it('activating registers the URL with a secret, and is found again by the id the provider chose', async () => {
	expect((await runHook(setup(), 'checkExists')).result).toBe(false);
	const { staticData } = await runHook(setup(), 'create');
	expect([...hooks.keys()]).toEqual(['hook-1']);
	expect(hooks.get('hook-1')).toMatchObject({ url: live });
	expect(eventsOf('hook-1')).toEqual(['message.failed', 'message.received', ...events]);
	expect(secretOf('hook-1').length).toBeGreaterThan(40);
	expect((await runHook(setup({ staticData }), 'checkExists')).result).toBe(true);
});

const endsWait = ['message.failed', 'message.received', 'message.replied', 'user.optedOut'];

it.each<[string, string[], INodeParameters, string[]]>([
	['answers', ['user.optedOut'], {}, endsWait],
	['nothing from people', ['message.failed'], {}, ['message.failed']],
	['answers, and resumes nothing', ['user.optedOut'], { resumeWaiting: false }, ['user.optedOut']],
	['answers, and verifies nothing', ['user.optedOut'], { verify: false }, ['user.optedOut']],
])(
	'listening to %s, it is told of what may answer a question only if it can use it',
	async (_, chosen, options, told) => {
		await runHook(setup({ chosen, options }), 'create');
		expect(eventsOf('hook-1')).toEqual(told);
	},
);

it('activating again replaces what leads to the same URL, and leaves what leads elsewhere', async () => {
	const others = add({ url: 'https://other.example.com/hook', events });
	add({ url: live, events, secret: 'lost' });
	add({ url: live, events, secret: 'lost too' });
	await runHook(setup(), 'create');
	expect([...hooks.keys()]).toEqual([others, 'hook-4']);
});

it('a URL that changed while n8n was down leaves nothing behind', async () => {
	const { staticData } = await runHook(setup(), 'create');
	const moved = setup({ staticData, baseUrl: 'https://n8n.example.com' });
	expect((await runHook(moved, 'checkExists')).result).toBe(false);
	await runHook(moved, 'create');
	expect(urls()).toEqual(['https://n8n.example.com/webhook/hook-1/webhook']);
});

it.each<[string, IDataObject]>([
	['leads elsewhere by now', { url: 'https://other.example.com/hook' }],
	['tells less by now', { events: ['message.replied'] }],
])('a subscription that %s is made anew', async (_, change) => {
	const { staticData } = await runHook(setup(), 'create');
	hooks.set('hook-1', { ...hooks.get('hook-1'), ...change });
	expect((await runHook(setup({ staticData }), 'checkExists')).result).toBe(false);
});

it('a test registers beside production, and takes only its own away', async () => {
	const { staticData } = await runHook(setup(), 'create');
	const tested = await runHook(setup({ staticData }), 'create', true);
	expect(urls()).toEqual([live, expect.stringContaining('/webhook-test/')]);
	await runHook(setup({ staticData: tested.staticData }), 'delete', true);
	expect(urls()).toEqual([live]);
	expect((await runHook(setup({ staticData }), 'checkExists')).result).toBe(true);
});

it('deactivating removes it, also when somebody else did before', async () => {
	const { staticData } = await runHook(setup(), 'create');
	hooks.clear();
	expect(await runHook(setup({ staticData }), 'delete')).toMatchObject({ result: true });
	expect(server.requests.at(-1)).toMatchObject({ method: 'DELETE', path: '/hooks/hook-1' });
});

it('webhooks are believed with the secret that was registered, and with no other', async () => {
	const { staticData } = await runHook(setup(), 'create');
	const body = JSON.stringify({
		conversationId: '+447700900123',
		messageId: 'm1',
		messageStatus: 'INTERACTED',
		interactionType: 'REPLY_TAPPED',
		reply: { text: 'Yes', postbackData: 'yes' },
		timestamp: new Date().toISOString(),
	});
	const statusFor = async (secret: string) => {
		const response = new TestResponse();
		const signature = createHmac('sha256', secret).update(body).digest('hex');
		await runWebhook(setup({ staticData }), post(body, { 'x-signature': signature }), response);
		return response.statusCode;
	};
	expect([await statusFor(secretOf('hook-1')), await statusFor('guessed')]).toEqual([200, 401]);
});
