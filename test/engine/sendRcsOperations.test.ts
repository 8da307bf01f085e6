import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { asArray, asObject, asString } from '../../core/json';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { runNode } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';

jest.mock('../../core/providers', () =>
	jest.requireActual<{ registryWithChatty(): unknown }>('./chatty').registryWithChatty(),
);

let server: RecordingServer;
let answer: (request: Recorded) => Reply;

beforeAll(async () => {
	server = await recordingServer((asked) => answer(asked));
});
afterAll(() => server.stop());
beforeEach(() => {
	server.requests.length = 0;
	answer = () => ({ body: {} });
});

const ids = ({ json }: Recorded) => asArray(asObject(json)['ids']).map(String);
const delivered = (id: string) => ({
	id,
	state: 'delivered',
	channel: 'rcs',
	doneAt: '2026-01-01T10:00:00.000Z',
	raw: { code: 3 },
});

async function run(
	operation: string,
	items: IDataObject[],
	parameters: INodeParameters = {},
	more: Partial<Parameters<typeof runNode>[0]> = {},
) {
	const [done = [], notDone = []] = await runNode({
		nodeType: new SendRcs(),
		parameters: {
			provider: 'conversation',
			operation,
			messageId: '={{ $json.id }}',
			to: '={{ $json.phone }}',
			...parameters,
		},
		items: items.map((json) => ({ json })),
		credentials: { rcsConversationApi: { baseUrl: server.url, token: 't' } },
		...more,
	});
	return { done, notDone };
}

const at = { id: 'm1', phone: '+447700900001' };

describe('the operations', () => {
	it('are offered for the providers that have them', () => {
		const { properties } = new SendRcs().description;
		const operation = properties.find(({ name }) => name === 'operation');
		expect(operation?.default).toBe('send');
		for (const value of ['getStatus', 'markAsRead', 'revoke', 'sendTyping']) {
			const option = asArray(operation?.options).find((one) => asObject(one)['value'] === value);
			expect(option).toMatchObject({
				displayOptions: { show: { provider: expect.arrayContaining(['conversation']) as unknown } },
			});
		}
	});

	it('are refused for a provider that lacks them, and by a name nobody knows, before any request', async () => {
		const credentials = { rcsInfobipApi: { baseUrl: server.url, apiKey: 'k', agent: 'DemoShop' } };
		const wrong = run('revoke', [at], { provider: 'infobip' }, { credentials });
		await expect(wrong).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: 'Infobip does not have this operation',
		});
		await expect(run('resend', [at])).rejects.toThrow("There is no operation 'resend'");
		expect(server.requests).toEqual([]);
	});
});

describe('Revoke', () => {
	it('asks for each message, and says that it was asked for', async () => {
		const { done } = await run('revoke', [at, { id: 'm2', phone: '' }], {
			options: { from: 'OtherShop' },
		});
		expect(server.requests.map(({ method, path, json }) => [method, path, json])).toEqual(
			expect.arrayContaining([
				['DELETE', '/messages/m1', { to: at.phone }],
				['DELETE', '/messages/m2', {}],
			]),
		);
		expect(server.requests[0]?.headers['x-agent']).toBe('OtherShop');
		expect(done).toEqual([
			{
				json: {
					status: 'revokeRequested',
					messageId: 'm1',
					to: at.phone,
					provider: 'conversation',
				},
				pairedItem: { item: 0 },
			},
			{
				json: { status: 'revokeRequested', messageId: 'm2', provider: 'conversation' },
				pairedItem: { item: 1 },
			},
		]);
	});

	it('lets what is wrong leave by Not Sent, on its item, and does the rest', async () => {
		answer = ({ path }) => (path.endsWith('m2') ? { status: 404, body: 'gone' } : { body: {} });
		const items = [
			{ id: ' ' },
			{ id: 'm1', phone: '07700 900001' },
			{ id: 'm2' },
			{ id: 'm3', name: 'kept' },
		];
		const { done, notDone } = await run('revoke', items, { options: { includeInput: true } });
		expect(done).toMatchObject([
			{ json: { name: 'kept', rcs: { messageId: 'm3' } }, pairedItem: { item: 3 } },
		]);
		expect(
			notDone.map(({ json, pairedItem }) => [asObject(json['rcs']), pairedItem]),
		).toMatchObject([
			[
				{ status: 'notDone', reason: { message: "The parameter 'Message ID' is empty" } },
				{ item: 0 },
			],
			[{ messageId: 'm1', reason: { category: 'validation' } }, { item: 1 }],
			[
				{ messageId: 'm2', reason: { category: 'notFound', message: 'Chatty: "gone"' } },
				{ item: 2 },
			],
		]);
		expect(server.requests.map(({ path }) => path)).toEqual(['/messages/m2', '/messages/m3']);
	});

	it('is tried again when the provider is busy, and no oftener than allowed', async () => {
		answer = () => ({ status: 503, headers: { 'retry-after': '0' }, body: {} });
		const { notDone } = await run('revoke', [at], { options: { retries: 2 } }, goOn);
		expect(server.requests).toHaveLength(3);
		expect(notDone).toMatchObject([{ json: { reason: { httpStatus: 503 } } }]);
	});
});

const goOn = { settings: { onError: 'continueRegularOutput' } } as const;

describe('Send Typing Indicator and Mark as Read', () => {
	it('name the person, the sender and the message that was read', async () => {
		await run('sendTyping', [{ phone: '07700 900001' }], {
			options: { defaultCountry: 'GB', from: 'OtherShop' },
		});
		await run('markAsRead', [at]);
		const { done } = await run('markAsRead', [{ phone: at.phone }]);
		expect(server.requests.map(({ json }) => json)).toEqual([
			{ type: 'typing', to: at.phone, from: 'OtherShop' },
			{ type: 'read', to: at.phone, messageId: 'm1' },
			{ type: 'read', to: at.phone },
		]);
		expect(done).toMatchObject([{ json: { status: 'markedAsRead', to: at.phone } }]);
	});

	it('need a phone number', async () => {
		const { notDone } = await run('sendTyping', [{ phone: '' }, { phone: 'x' }]);
		expect(server.requests).toEqual([]);
		expect(notDone.map(({ json }) => asString(asObject(json['reason'])['category']))).toEqual([
			'validation',
			'validation',
		]);
	});
});

describe('Get Status', () => {
	beforeEach(() => {
		answer = (asked) => ({ body: ids(asked).map(delivered) });
	});

	it('asks for many messages in few requests, those of one sender together', async () => {
		const items = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, shop: id === 'b' ? 'Two' : 'One' }));
		const { done } = await run('getStatus', items, { options: { from: '={{ $json.shop }}' } });
		expect(server.requests.map((asked) => [asked.headers['x-agent'], ids(asked)]).sort()).toEqual([
			['One', ['a', 'c', 'd']],
			['One', ['e']],
			['Two', ['b']],
		]);
		expect(done.map(({ json }) => json['messageId'])).toEqual(['a', 'b', 'c', 'd', 'e']);
	});

	it('gives the state, and the raw answer where it is wanted', async () => {
		const { done } = await run('getStatus', [at]);
		expect(done[0]?.json).toEqual({
			status: 'delivered',
			messageId: 'm1',
			to: at.phone,
			provider: 'conversation',
			channel: 'rcs',
			doneAt: '2026-01-01T10:00:00.000Z',
		});
		const raw = await run('getStatus', [at], { options: { includeRaw: true } });
		expect(raw.done[0]?.json).toHaveProperty('raw', { code: 3 });
	});

	it('gives why a message failed as its reason, not as an error, at which n8n would run the node again', async () => {
		const error = { category: 'notReachable', message: 'No RCS' };
		answer = (asked) => ({
			body: ids(asked).map((id) => ({ id, state: 'failed', error, raw: {} })),
		});
		const { done } = await run('getStatus', [at]);
		expect(done[0]?.json).toMatchObject({ status: 'failed', reason: error });
		expect(done[0]?.json).not.toHaveProperty('error');
	});

	it('tells a message that the provider does not know from one that it does', async () => {
		answer = (asked) => ({ body: ids(asked).slice(0, 1).map(delivered) });
		const { done, notDone } = await run('getStatus', [{ id: 'a' }, { id: 'b' }]);
		expect(done).toMatchObject([{ pairedItem: { item: 0 } }]);
		expect(notDone).toMatchObject([
			{ json: { messageId: 'b', reason: { category: 'notFound' } }, pairedItem: { item: 1 } },
		]);
	});

	it('asks one by one when one ID spoils the request of many', async () => {
		answer = (asked) =>
			ids(asked).includes('bad')
				? { status: 400, body: 'bad id' }
				: { body: ids(asked).map(delivered) };
		const { done, notDone } = await run('getStatus', [{ id: 'a' }, { id: 'bad' }, { id: 'c' }]);
		expect(done.map(({ json }) => json['messageId'])).toEqual(['a', 'c']);
		expect(notDone).toMatchObject([{ json: { messageId: 'bad', reason: { httpStatus: 400 } } }]);
	});

	it('fails the node when the credential is refused, and makes no more requests', async () => {
		answer = () => ({ status: 401, body: 'no' });
		const many = Array.from({ length: 30 }, (_, i) => ({ id: `m${i}` }));
		const options = { concurrency: 1 };
		await expect(run('getStatus', many, { options })).rejects.toMatchObject({
			name: 'NodeApiError',
			httpCode: '401',
		});
		expect(server.requests).toHaveLength(1);
		const { notDone } = await run('getStatus', many, { options }, goOn);
		expect(notDone).toHaveLength(30);
	});

	it('lets an expression that fails concern its own item only', async () => {
		const messageId = '={{ $json.at.toDateTime().toISO() }}';
		const { done, notDone } = await run('getStatus', [{ at: '2030-01-01' }, { at: 'never' }], {
			messageId,
		});
		expect(done).toHaveLength(1);
		expect(notDone).toMatchObject([
			{ json: { reason: { problems: [{ path: 'expression' }] } }, pairedItem: { item: 1 } },
		]);
	});
});

it('a workflow from before there were operations sends', async () => {
	answer = () => ({ body: { state: 'QUEUED', name: 'conversations/x' } });
	const [sent] = await runNode({
		nodeType: new SendRcs(),
		parameters: { provider: 'conversation', to: at.phone, messageType: 'text', text: 'Hi' },
		credentials: { rcsConversationApi: { baseUrl: server.url, token: 't' } },
	});
	expect(sent).toMatchObject([{ json: { status: 'accepted' } }]);
});
