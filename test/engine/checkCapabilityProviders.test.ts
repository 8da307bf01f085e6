import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { CheckCapability } from '../../nodes/CheckCapability/CheckCapability.node';
import { runNode } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';

jest.mock('../../core/providers', () =>
	jest.requireActual<{ registryWithChatty(): unknown }>('./chatty').registryWithChatty(),
);

let server: RecordingServer;
let answer: (request: Recorded) => Reply;

const numbers = ({ json }: Recorded) => asArray(asObject(json)['numbers']).map(String);
const reachable = (to: string) => ({
	to,
	reachable: 'yes',
	features: ['RICHCARD_CAROUSEL'],
	checkedAt: '2026-01-01T10:00:00.000Z',
});

beforeAll(async () => {
	server = await recordingServer((asked) => answer(asked));
});
afterAll(() => server.stop());
beforeEach(() => {
	server.requests.length = 0;
	answer = (asked) => ({ body: numbers(asked).map(reachable) });
});

const number = (i: number) => `+4477009${String(i).padStart(5, '0')}`;
const phones = (count: number) => Array.from({ length: count }, (_, i) => ({ phone: number(i) }));

async function check(items: IDataObject[], parameters: INodeParameters = {}) {
	const [yes = [], no = [], unknown = []] = await runNode({
		nodeType: new CheckCapability(),
		parameters: { provider: 'conversation', phoneNumber: '={{ $json.phone }}', ...parameters },
		items: items.map((json) => ({ json })),
		credentials: { rcsConversationApi: { baseUrl: server.url, token: 't' } },
	});
	return { yes, no, unknown };
}

describe('a provider whose bulk call is for many', () => {
	it('is asked for fewer one by one, never more in flight than the setting', async () => {
		let inFlight = 0;
		let most = 0;
		answer = (asked) => {
			most = Math.max(most, (inFlight += 1));
			setImmediate(() => (inFlight -= 1));
			return { body: numbers(asked).map(reachable), delayMs: 5 };
		};
		const { yes } = await check(phones(20), { options: { concurrency: 3 } });
		expect(yes).toHaveLength(20);
		expect(server.requests.map((asked) => numbers(asked).length)).toEqual(Array(20).fill(1));
		expect(most).toBeLessThanOrEqual(3);
	});

	it('is asked for 500 at once', async () => {
		const { yes } = await check(phones(500));
		expect(server.requests.map((asked) => numbers(asked).length)).toEqual([500]);
		expect(yes.map(({ pairedItem }) => pairedItem)).toEqual(
			phones(500).map((_, item) => ({ item })),
		);
	});
});

it('the features of a device come out, where the provider names them', async () => {
	const { yes } = await check(phones(1), { options: { includeInput: false } });
	expect(yes[0]?.json).toMatchObject({ to: number(0), features: ['RICHCARD_CAROUSEL'] });
});

describe('answers by webhook', () => {
	const webhookUrl = 'https://n8n.example.com/webhook/1';

	it('are asked for in bulk, once a number, and the items leave by Unknown, with why', async () => {
		answer = () => ({ body: {} });
		const items = [...phones(2), ...phones(1), { phone: 'x' }];
		const { yes, no, unknown } = await check(items, { answer: 'webhook', webhookUrl });
		expect(server.requests.map(({ path, json }) => [path, json]).sort()).toEqual([
			['/capability/later', { numbers: [number(0)], url: webhookUrl }],
			['/capability/later', { numbers: [number(1)], url: webhookUrl }],
		]);
		expect([yes.length, no.length, unknown.length]).toEqual([0, 0, 4]);
		expect(unknown[0]?.json['capability']).toMatchObject({
			reachable: 'unknown',
			reason: 'The provider sends the answer by webhook',
		});
	});

	it('are asked for although an answer is in the cache', async () => {
		const options = { cacheMinutes: 5 };
		await check([{ phone: number(9900) }], { options });
		await check([{ phone: number(9900) }], { options, answer: 'webhook', webhookUrl });
		expect(server.requests.map(({ path }) => path)).toEqual(['/capability', '/capability/later']);
	});

	it.each(['n8n.example.com', 'ftp://example.com'])(
		'go to a web address, and not to %j',
		async (url) => {
			const asked = check(phones(1), { answer: 'webhook', webhookUrl: url });
			await expect(asked).rejects.toThrow(/^Webhook URL /);
			expect(server.requests).toEqual([]);
		},
	);

	it.each([
		['where its webhooks go', '', undefined],
		['to the URL', webhookUrl, webhookUrl],
	])('are sent %s by Infobip', async (_, url, notifyUrl) => {
		answer = () => ({ body: { capabilityCheckRequestStates: [] } });
		const [, , unknown = []] = await runNode({
			nodeType: new CheckCapability(),
			parameters: {
				provider: 'infobip',
				phoneNumber: number(1),
				answer: 'webhook',
				webhookUrl: url,
			},
			credentials: { rcsInfobipApi: { baseUrl: server.url, apiKey: 'k', agent: 'DemoShop' } },
		});
		expect(unknown).toHaveLength(1);
		expect(server.requests).toMatchObject([{ path: '/rcs/2/capability-check/notify' }]);
		expect(asObject(server.requests[0]?.json)['notifyUrl']).toBe(notifyUrl);
	});

	it('fail the node when the provider refuses all', async () => {
		answer = () => ({ status: 403, body: 'no' });
		const asked = check(phones(2), { answer: 'webhook', webhookUrl });
		await expect(asked).rejects.toMatchObject({ httpCode: '403' });
	});

	it('are offered where the provider gives them', () => {
		const { properties } = new CheckCapability().description;
		for (const name of ['answer', 'webhookUrl']) {
			const [field] = properties.filter((one) => one.name === name);
			expect(field?.displayOptions?.show?.['provider']).toContain('conversation');
		}
	});
});
