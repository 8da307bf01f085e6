import type { INodeParameters, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { encodeReference } from '../../nodes/shared/replyReference';
import { waitMemory } from '../../nodes/shared/waitMemory';
import { runWebhook } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';
import { accept } from './sends';
import { post, TestResponse } from './webhookRequest';

/** RCS Trigger hands answers to the execution that waits, at its own n8n and nowhere else. */

const SECRET = 'secret-of-the-registration';
const PHONE = '+447700900123';
const SIGNATURE = 'a'.repeat(64);
const nodeType = new RcsTrigger();

/** The id that this n8n has, as a node is told it. */
let instanceId: string;
let n8n: RecordingServer;
let provider: RecordingServer;
let heard: (request: Recorded, count: number) => Reply;
beforeAll(async () => {
	n8n = await recordingServer((request, index) => heard(request, index + 1));
	provider = await recordingServer(accept);
	const { description } = nodeType;
	const asking = {
		description,
		async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
			instanceId = this.getInstanceId();
			return {};
		},
	};
	await runWebhook({ nodeType: asking }, post(''), new TestResponse());
});
afterAll(() => Promise.all([n8n.stop(), provider.stop()]));
beforeEach(() => {
	heard = () => ({ body: { rcsWait: 'resumed' } });
	n8n.requests.length = 0;
	provider.requests.length = 0;
});

let next = 0;
const inbound = (message: object, more: object = {}) => {
	next += 1;
	return {
		...{ sender: PHONE.slice(1), to: 'DemoShop', interactionType: 'SESSION' },
		...{ receivedAt: '2026-01-01T10:00:00.000+0000', messageId: `waits-${next}`, message },
		...more,
	};
};
const tap = (postbackData: string, more: object = {}) =>
	inbound({ type: 'SUGGESTION', text: 'Yes', postbackData }, { pairedMessageId: 'ours', ...more });
const text = (words: string) => inbound({ type: 'TEXT', text: words });

/** The reference of a question that nobody was asked before. */
function question(choice = 0): { wait: string; path: string; reference: string } {
	next += 1;
	const wait = `wait-${next}`;
	const path = `/webhook-waiting/231/5b0c3f0e-7a51-4f43-9d0d-3c0d2b9a6f11?wait=${wait}&signature=${SIGNATURE}`;
	return { wait, path, reference: encodeReference(instanceId, `${n8n.url}${path}`, choice) };
}

async function receive(
	results: readonly object[],
	options: INodeParameters = {},
	workflowId = 'workflow1',
) {
	const response = new TestResponse();
	const registration = {
		id: 'n8n-workflow1-live-0',
		url: '',
		events: [],
		terms: '',
		secret: SECRET,
	};
	const { workflowData } = await runWebhook(
		{
			nodeType,
			parameters: { provider: 'infobip', options },
			credentials: {
				rcsInfobipApi: { baseUrl: provider.url, apiKey: 'k', agent: 'DemoShop' },
			},
			staticData: { 'node:Node': { registration } },
			baseUrl: n8n.url,
			workflowId,
		},
		post(JSON.stringify({ results, messageCount: results.length }), {
			'x-rcs-trigger-secret': SECRET,
		}),
		response,
	);
	return { status: response.statusCode, items: workflowData?.[0]?.map(({ json }) => json) ?? [] };
}

const sentTexts = () => provider.requests.map(({ body }) => body);

describe('a tap on a chip', () => {
	it('is handed to the execution that waits, and starts nothing', async () => {
		const { path, reference } = question(2);
		expect(await receive([tap(reference)])).toEqual({ status: 200, items: [] });
		expect(n8n.requests).toMatchObject([
			{
				method: 'POST',
				path,
				json: {
					by: 'chip',
					choice: 2,
					event: { type: 'message.replied', user: PHONE, text: 'Yes' },
				},
			},
		]);
		expect(n8n.requests[0]?.body).not.toContain('"raw"');
		expect(provider.requests).toEqual([]);
	});

	it('is handed over once, however often the provider tells it', async () => {
		const { reference } = question();
		const again = tap(reference);
		await receive([again, again]);
		await receive([again]);
		expect(n8n.requests).toHaveLength(1);
		heard = () => ({ body: { rcsWait: 'closed' } });
		await receive([again], { dropDuplicates: false });
		expect(n8n.requests).toHaveLength(1);
		expect(provider.requests).toEqual([]);
	});

	it('that several triggers hear of at the same moment is handed over once, and is not late for the others', async () => {
		const { reference } = question();
		const told = tap(reference);
		heard = (_, count) =>
			count === 1 ? { body: { rcsWait: 'resumed' }, delayMs: 50 } : { body: { rcsWait: 'closed' } };
		const all = ['workflow1', 'workflow2'].map((id) => receive([told], {}, id));
		expect(await Promise.all(all)).toEqual(all.map(() => ({ status: 200, items: [] })));
		expect([n8n.requests.length, provider.requests.length]).toEqual([1, 0]);
	});

	it('that comes too late is answered once, and starts nothing', async () => {
		const { reference } = question();
		heard = () => ({ headers: { 'content-type': 'text/html' }, bytes: Buffer.from('<html>') });
		expect(await receive([tap(reference)])).toEqual({ status: 200, items: [] });
		expect(await receive([tap(reference), tap(reference)])).toEqual({ status: 200, items: [] });
		expect(sentTexts()).toEqual([expect.stringContaining('already closed')]);
		const other = question();
		await receive([tap(other.reference)], { lateAnswer: 'Too late.' });
		await receive([tap(question().reference)], { lateAnswer: '' });
		expect(sentTexts().slice(1)).toEqual([expect.stringContaining('"Too late."')]);
	});

	it.each([
		['an execution that is deleted', { status: 404 }],
		['one that failed', { status: 409, body: { message: 'has finished with error' } }],
		['one that goes on at this moment', { status: 500 }],
		['another question of the same execution', { body: { rcsWait: 'closed' } }],
	])('is late for %s', async (_, reply) => {
		heard = () => reply;
		expect(await receive([tap(question().reference)])).toEqual({ status: 200, items: [] });
		expect(provider.requests).toHaveLength(1);
	});

	it('that comes before n8n has noted that it waits is tried again', async () => {
		const running = { status: 409, body: { message: 'The execution "231" is running already.' } };
		heard = (_, count) => (count < 3 ? running : { body: { rcsWait: 'resumed' } });
		await receive([tap(question().reference)]);
		expect([n8n.requests.length, provider.requests.length]).toEqual([3, 0]);
	});

	it('is let come again while n8n cannot be reached', async () => {
		const { reference } = question();
		const told = tap(reference);
		heard = () => ({ hangUp: true });
		expect(await receive([told, text('Hello')])).toMatchObject({
			status: 503,
			items: [{ text: 'Hello' }],
		});
		heard = () => ({ body: { rcsWait: 'resumed' } });
		expect(await receive([told])).toEqual({ status: 200, items: [] });
		expect(n8n.requests).toHaveLength(2);
		expect(provider.requests).toEqual([]);
	});
});

describe('what merely looks like a reference', () => {
	const ours = () => encodeReference(instanceId, `${n8n.url}/`, 0).slice(0, -'0:/'.length);
	const forged: readonly (readonly [string, (path: string) => string])[] = [
		['another origin', (path) => `${ours()}0:https://evil.example.com${path}`],
		['another origin without a scheme', (path) => `${ours()}0://evil.example.com${path}`],
		['a user before the host', (path) => `${ours()}0:@evil.example.com${path}`],
		['a path that climbs', (path) => `${ours()}0:/a/..${path}`],
		['a path that climbs in disguise', (path) => `${ours()}0:/a/%2e%2e${path}`],
		['a backslash', (path) => `${ours()}0:\\evil.example.com${path}`],
		['another place', () => `${ours()}0:/rest/workflows?wait=a&signature=${SIGNATURE}`],
		['no execution', (path) => `${ours()}0:${path.replace('/231/', '/abc/')}`],
		['no signature', (path) => `${ours()}0:${path.split('&')[0] ?? ''}`],
		['a signature that is none', (path) => `${ours()}0:${path.replace(/a{64}/, 'short')}`],
		['more in the query', (path) => `${ours()}0:${path}&more=1`],
		['a fragment', (path) => `${ours()}0:${path}#x`],
		['no choice', (path) => `${ours()}${path}`],
		['a line more', (path) => `${ours()}0:${path}\n`],
		['nothing but the prefix', () => 'rcs-wait:'],
		['another n8n', (path) => encodeReference('another n8n', `${n8n.url}${path}`, 0)],
		['no n8n', (path) => `rcs-wait:0:${path}`],
		['the word', () => 'rcs-waiting for you'],
	];

	it.each(forged)('causes no request: %s', async (_, forge) => {
		const postbackData = forge(question().path);
		expect(await receive([tap(postbackData)])).toMatchObject({
			status: 200,
			items: [{ type: 'message.replied', postbackData }],
		});
		expect([...n8n.requests, ...provider.requests]).toEqual([]);
	});

	it('and n8n did not sign is an event as any other', async () => {
		heard = () => ({ status: 401 });
		const { reference } = question();
		expect((await receive([tap(reference)])).items).toMatchObject([{ postbackData: reference }]);
		expect(provider.requests).toEqual([]);
	});

	it.each<[string, INodeParameters]>([
		['the option is off', { resumeWaiting: false }],
		['webhooks are not verified', { verify: false }],
	])('is an event as any other where %s', async (_, options) => {
		const { reference } = question();
		expect((await receive([tap(reference)], options)).items).toHaveLength(1);
		expect(n8n.requests).toEqual([]);
	});
});

describe('a text', () => {
	const asked = async (more: object = {}) => {
		const { wait, path } = question();
		await waitMemory.add({
			wait,
			path,
			provider: 'infobip',
			phone: PHONE,
			agent: 'DemoShop',
			...more,
		});
		return { wait, path };
	};

	it('goes to the question that it answers; any other starts the workflow', async () => {
		const { path } = await asked({ words: ['another day'] });
		expect((await receive([text('Where are you?')])).items).toMatchObject([
			{ type: 'message.received' },
		]);
		expect(n8n.requests).toEqual([]);
		expect(await receive([text('Another day!')])).toEqual({ status: 200, items: [] });
		expect(n8n.requests).toMatchObject([
			{ path, json: { by: 'text', event: { text: 'Another day!' } } },
		]);
		expect(n8n.requests[0]?.json).not.toHaveProperty('choice');
	});

	it('that comes too late is answered, and starts the workflow: nobody else would read it', async () => {
		await asked({ until: '2020-01-01T00:00:00.000Z', words: ['yes'] });
		expect((await receive([text('Yes')])).items).toHaveLength(1);
		expect(provider.requests).toEqual([]);
		await asked({ until: new Date(Date.now() - 1000).toISOString(), words: ['yes'] });
		expect((await receive([text('Yes')])).items).toHaveLength(1);
		expect(sentTexts()).toHaveLength(1);
	});

	it('that says STOP is no answer, ends every question and starts the workflow', async () => {
		const paths = [await asked(), await asked({ words: ['yes'] })].map(({ path }) => path);
		expect((await receive([text('STOP')])).items).toMatchObject([{ type: 'user.optedOut' }]);
		expect(n8n.requests.map(({ path }) => path)).toEqual(paths.toReversed());
		expect(n8n.requests.map(({ json }) => json)).toMatchObject([
			{ by: 'optOut' },
			{ by: 'optOut' },
		]);
		expect(provider.requests).toEqual([]);
	});
});
