import { asArray, asObject } from '../../core/json';
import { recordingServer, type RecordingServer, type Reply } from './httpServer';
import { loadedAgain, nodeType, receive, wrote } from './rcsTriggerServiceWorld';
import { runHook } from './harness';

/** RCS Trigger with a connector service that is down, refuses, or loses its answer. */

const taken = (knownIndexes: number[] = [], underWayIndexes: number[] = []): Reply => ({
	body: { accepted: 1, duplicates: 0, knownIndexes, underWayIndexes, rejected: [] },
});

let server: RecordingServer;
let reply: Reply;
beforeAll(async () => {
	server = await recordingServer(() => reply);
});
afterAll(() => server.stop());
beforeEach(() => {
	server.requests.length = 0;
	reply = taken();
});

const at = (more = {}) => ({ service: { url: server.url, token: 'token' }, ...more });
const anyway = { parameters: { ifServiceDown: 'start' } };
const refused = (status: number): Reply => ({
	status,
	body: { error: { category: 'provider', message: 'No', advice: 'Wait' } },
});

const failures: [string, Reply][] = [
	['is down', { hangUp: true }],
	['has an error', refused(500)],
	['cannot reach its store', refused(503)],
	['does not know the token', refused(401)],
	['gives the token no permission', refused(403)],
	['is not there', { status: 404, body: {} }],
	['is another one', { body: { ok: true } }],
	['gives no JSON', { bytes: Buffer.from('<html>') }],
];

describe.each(failures)('when the service %s', (_, failure) => {
	it('the provider is let send again, and then the workflow starts once', async () => {
		const one = wrote('late');
		reply = failure;
		const first = await receive([one], at());
		expect(first).toMatchObject({ status: 503, texts: undefined });
		expect(JSON.stringify(first.body)).not.toMatch(/127\.0\.0\.1|token|\d{9}/);
		reply = taken();
		expect(await receive([one], at())).toMatchObject({ status: 200, texts: ['late'] });
		reply = taken([0]);
		expect(await receive([one], at())).toMatchObject({ status: 200, texts: undefined });
	});

	it('the workflow starts anyway where that is wanted, and the service gets the event later', async () => {
		const one = wrote('anyway');
		reply = failure;
		expect(await receive([one], at(anyway))).toMatchObject({ status: 503, texts: ['anyway'] });
		expect(await receive([one], at(anyway))).toMatchObject({ status: 503, texts: undefined });
		reply = taken();
		expect(await receive([one], at(anyway))).toMatchObject({ status: 200, texts: undefined });
	});
});

it('an event starts the workflow although the service took it when its answer was lost', async () => {
	const one = wrote('answer lost');
	reply = { hangUp: true };
	expect((await receive([one], at())).status).toBe(503);
	reply = taken([], [0]);
	expect(await receive([one], at())).toMatchObject({ status: 200, texts: ['answer lost'] });
	expect(await receive([one], at())).toMatchObject({ status: 200, texts: undefined });
});

it('an event that the service cannot read starts the workflow', async () => {
	const body = { accepted: 0, duplicates: 0, knownIndexes: [], underWayIndexes: [] };
	reply = { body: { ...body, rejected: [{ index: 0, problems: [] }] } };
	expect(await receive([wrote('odd')], at())).toMatchObject({ status: 200, texts: ['odd'] });
});

it('an event that another process is at work on comes again, whatever becomes of that one', async () => {
	const [one, other] = [wrote('at work'), wrote('beside it')];
	reply = taken([], [0]);
	const first = await receive([one, other], at());
	expect(first).toMatchObject({ status: 503, texts: ['beside it'] });
	reply = taken([], [0]);
	expect(await receive([one], at())).toMatchObject({ status: 503, texts: undefined });
	reply = taken([1]);
	expect(await receive([one, other], at())).toMatchObject({ status: 200, texts: ['at work'] });
});

it('the service is told what started after the provider has its answer, and what did not is not', async () => {
	await receive([wrote('a start')], at());
	const [events = {}, started = {}] = server.requests.map(({ json }) => asObject(json));
	const [event = {}] = asArray(events['events']).map(asObject);
	const { provider, eventId } = event;
	expect(server.requests.map(({ path }) => path)).toEqual(['/v1/events', '/v1/events/started']);
	expect(started).toEqual({ consumer: events['consumer'], events: [{ provider, eventId }] });
	server.requests.length = 0;
	await receive([wrote('of no interest')], at({ parameters: { events: ['message.read'] } }));
	await receive([wrote('a test')], at({ isTest: true }));
	expect(server.requests.map(({ path }) => path)).toEqual(['/v1/events', '/v1/events']);
});

it('a webhook costs one request before its answer, with the token, without what the provider sent', async () => {
	await receive([wrote('one'), wrote('two'), wrote('three')], at());
	expect(server.requests).toHaveLength(2);
	const [{ path, headers, json } = { path: '', headers: {}, json: {} }] = server.requests;
	expect([path, headers.authorization]).toEqual(['/v1/events', 'Bearer token']);
	const events = asArray(asObject(json)['events']).map(asObject);
	expect(events.map(({ text, type }) => [type, text])).toEqual([
		['message.received', 'one'],
		['message.received', 'two'],
		['message.received', 'three'],
	]);
	for (const event of events) expect(event).not.toHaveProperty('raw');
});

it('all processes of n8n go by one name, and each workflow by its own', async () => {
	await receive([wrote('a')], at());
	await receive([wrote('b')], at({ node: loadedAgain() }));
	await receive([wrote('c')], at({ workflowId: 'another' }));
	await receive([wrote('d')], at({ isTest: true }));
	const told = server.requests.filter(({ path }) => path === '/v1/events');
	const names = told.map(({ json }) => asObject(json)['consumer']);
	expect(names[0]).toMatch(/^n8n-workflow1-live-/);
	expect(names[1]).toBe(names[0]);
	expect(new Set(names).size).toBe(3);
});

describe('activating', () => {
	const setup = (options = {}, parameters = {}) => ({
		nodeType,
		parameters: { provider: 'conversation', handOn: true, options, ...parameters },
		credentials: {
			rcsConversationApi: { token: 't', webhookSecret: 'secret' },
			rcsConnectorsApi: { baseUrl: server.url, token: 'token' },
		},
	});

	it('goes well with a service that takes events', async () => {
		expect((await runHook(setup(), 'checkExists')).result).toBe(true);
		expect((await runHook(setup(), 'create')).result).toBe(true);
		const told = server.requests.flatMap(({ json }) => asArray(asObject(json)['events']));
		expect([server.requests.length, told]).toEqual([2, []]);
	});

	it('fails with what to do when the token may not tell events', async () => {
		const [message, advice] = ['The token "n8n" needs "events"', 'Add "events"'];
		reply = { status: 403, body: { error: { category: 'permission', message, advice } } };
		expect((await runHook(setup(), 'checkExists')).result).toBe(false);
		await expect(runHook(setup(), 'create')).rejects.toMatchObject({
			...{ message, description: advice },
		});
	});

	it('fails where webhooks are not verified: anyone could opt people in', async () => {
		const open = setup({ verify: false });
		expect((await runHook(open, 'checkExists')).result).toBe(false);
		await expect(runHook(open, 'create')).rejects.toMatchObject({
			message: expect.stringContaining('verified') as string,
			description: expect.stringContaining('Verify Webhooks') as string,
		});
		expect(server.requests).toHaveLength(0);
	});

	it('asks no service that is not wanted', async () => {
		await runHook(setup({}, { handOn: false }), 'create');
		expect(server.requests).toHaveLength(0);
	});
});
