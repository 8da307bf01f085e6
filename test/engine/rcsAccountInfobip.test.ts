import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { RcsAccount } from '../../nodes/RcsAccount/RcsAccount.node';
import { runNode, runSearch, type Setup } from './harness';
import { type Recorded, type RecordingServer, recordingServer, type Reply } from './httpServer';

const nodeType = new RcsAccount();
let server: RecordingServer;
let answer: (request: Recorded) => Reply;

beforeAll(async () => {
	server = await recordingServer((request) => answer(request));
});
afterAll(() => server.stop());
beforeEach(() => {
	server.requests.length = 0;
	answer = () => ({ body: {} });
});

const credentials = () => ({
	rcsInfobipApi: { baseUrl: server.url, apiKey: 'key', agent: 'DemoShop' },
});

type More = Partial<Setup> & { items?: INodeExecutionData[] };

async function account(
	[resource, operation]: readonly [string, string],
	parameters: INodeParameters = {},
	more: More = {},
): Promise<INodeExecutionData[]> {
	const [items = []] = await runNode({
		nodeType,
		credentials: credentials(),
		...more,
		parameters: { provider: 'infobip', resource, operation, ...parameters },
	});
	return items;
}

const asked = () => server.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`);
const query = (n = 0) =>
	Object.fromEntries(new URL(server.requests[n]?.path ?? '', server.url).searchParams);
const page = (results: object[]) => ({ results, paging: { totalPages: 1 } });

describe('agents', () => {
	const senders = ['DemoShop', 'DemoBank', 'DemoTaxi'].map((senderName) => ({
		senderName,
		displayName: senderName.replace('Demo', 'Demo '),
		senderStatus: 'LAUNCHED',
	}));

	it('are listed and searched', async () => {
		answer = () => ({ body: page(senders) });
		const out = await account(['agent', 'getAll'], { limit: 2 });
		expect(asked()).toEqual(['GET /rcs/1/senders']);
		expect(out.map(({ json }) => json)).toEqual([
			{ id: 'DemoShop', name: 'Demo Shop', status: 'LAUNCHED' },
			{ id: 'DemoBank', name: 'Demo Bank', status: 'LAUNCHED' },
		]);
		const parameters = { provider: 'infobip', resource: 'agent', operation: 'get' };
		const setup = { nodeType, credentials: credentials(), parameters };
		const { results } = await runSearch(setup, 'searchAgents', 'bank');
		expect(results).toEqual([{ name: 'Demo Bank (LAUNCHED)', value: 'DemoBank' }]);
	});

	it('are told with where they are launched', async () => {
		const coverage = [{ countryCode: 'GBR', providers: [{ name: 'VODAFONE', status: 'LIVE' }] }];
		answer = ({ path }) => ({
			body: path.endsWith('/launch-status') ? { coverage } : senders[0],
		});
		const agent = { __rl: true, mode: 'id', value: ' DemoShop ' };
		const [out] = await account(['agent', 'get'], { agent });
		expect(out?.json).toEqual({
			id: 'DemoShop',
			name: 'Demo Shop',
			status: 'LAUNCHED',
			launches: [{ country: 'GBR', carrier: 'VODAFONE', status: 'LIVE' }],
		});
	});
});

describe('test numbers', () => {
	const number = { testNumber: '447700900001', status: 'PENDING', primary: false };

	it('are added to the chosen sender, and one that is refused does not stop the others', async () => {
		answer = ({ json }) =>
			JSON.stringify(json).includes('900002')
				? { status: 400, body: { errorCode: 'E400', description: 'Too many test numbers' } }
				: { body: number };
		const items = [1, 2, 3].map((n) => ({ json: { phone: `+44 7700 90000${n}` } }));
		const out = await account(
			['testNumber', 'add'],
			{ phoneNumber: '={{ $json.phone }}', sender: 'Other Shop' },
			{ items, settings: { onError: 'continueRegularOutput' } },
		);
		expect(asked()).toEqual(Array(3).fill('POST /rcs/1/senders/Other%20Shop/test-numbers'));
		expect(out).toMatchObject([
			{ json: { number: '+447700900001', status: 'PENDING' }, pairedItem: { item: 0 } },
			{ json: { error: expect.any(String) as string }, pairedItem: { item: 1 } },
			{ json: { number: '+447700900003' }, pairedItem: { item: 2 } },
		]);
	});

	it.each([
		[
			'get',
			{},
			'GET /447700900001',
			{ number: '+447700900001', status: 'PENDING', primary: false },
		],
		['getAll', { returnAll: true }, 'GET ', { number: '+447700900001', status: 'PENDING' }],
		['refresh', {}, 'PUT /447700900001/refresh', { number: '+447700900001', refreshed: true }],
		['setPrimary', { primary: true }, 'PATCH /447700900001', { number: '+447700900001' }],
	])('%s', async (operation, parameters, request, expected) => {
		answer = () => ({ body: operation === 'getAll' ? page([number]) : number });
		const testNumber = { __rl: true, mode: 'number', value: '+447700900001' };
		const out = await account(['testNumber', operation], { testNumber, ...parameters });
		const base = '/rcs/1/senders/DemoShop/test-numbers';
		expect(asked()).toEqual([request.replace(' ', ` ${base}`)]);
		expect(out).toMatchObject([{ json: expected, pairedItem: { item: 0 } }]);
	});
});

describe('logs', () => {
	const entry = {
		messageId: 'm-1',
		destination: '447700900001',
		sender: 'DemoShop',
		sentAt: '2026-11-21T10:00:00.000+0000',
		doneAt: '2026-11-21T10:00:01.000+0000',
		status: { groupId: 3, groupName: 'DELIVERED', id: 5, name: 'DELIVERED_TO_HANDSET' },
	};

	it('are filtered by what is filled in', async () => {
		answer = () => ({ body: { results: [entry, { ...entry, messageId: 'm-2' }] } });
		const filters = {
			messageIds: 'm-1, m-2',
			bulkId: 'b-1',
			campaignId: 'spring',
			since: '2026-11-20T00:00:00+01:00',
			until: '',
		};
		const [first, second, ...others] = await account(['log', 'getAll'], { filters, limit: 2 });
		expect(asked()).toEqual(['GET /rcs/2/logs']);
		expect(query()).toMatchObject({
			messageId: 'm-1,m-2',
			bulkId: 'b-1',
			campaignReferenceId: 'spring',
			limit: '2',
		});
		expect(new Date(query()['sentSince'] ?? '').toISOString()).toBe('2026-11-19T23:00:00.000Z');
		expect(query()).not.toHaveProperty('sentUntil');
		expect(first).toEqual({
			json: {
				id: 'm-1',
				state: 'delivered',
				to: '+447700900001',
				agent: 'DemoShop',
				sentAt: '2026-11-21T10:00:00.000Z',
				doneAt: '2026-11-21T10:00:01.000Z',
			},
			pairedItem: { item: 0 },
		});
		expect([second?.json['id'], others]).toEqual(['m-2', []]);
	});
});

describe('reports', () => {
	const report = (messageId: string) => ({
		messageId,
		to: '447700900001',
		sender: 'DemoShop',
		sentAt: '2026-11-21T10:00:00.000+0000',
		doneAt: '2026-11-21T10:00:01.000+0000',
		status: { groupId: 3, groupName: 'DELIVERED', id: 5, name: 'DELIVERED_TO_HANDSET' },
	});

	it('are events as RCS Trigger gives them, and none that was fetched is lost', async () => {
		const all = ['m-1', 'm-2', 'm-3'].map(report);
		answer = (_, index = server.requests.length) => ({ body: { results: index > 1 ? [] : all } });
		const out = await account(['report', 'getAll'], { limit: 2 });
		expect(query()).toMatchObject({ limit: '2' });
		expect(out.map(({ json }) => json['messageId'])).toEqual(['m-1', 'm-2', 'm-3']);
		expect(out[0]?.json).toMatchObject({
			eventId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
			provider: 'infobip',
			type: 'message.delivered',
			occurredAt: expect.stringMatching(/^2026-11-21T10:00:0/) as string,
			messageId: 'm-1',
		});
		expect(out[0]?.json).not.toHaveProperty('raw');
	});

	it('can be summarized', async () => {
		answer = () => ({ body: { results: [report('m-1')] } });
		const items = await account(['report', 'getAll'], { returnAll: true });
		const [summary] = await account(['report', 'summarizeAdoption'], {}, { items });
		expect(summary?.json).toMatchObject({ people: 1, rcs: 1, rate: 1 });
	});
});
