import {
	getGlobalState,
	type INodeExecutionData,
	type INodeParameters,
	setGlobalState,
} from 'n8n-workflow';
import { RcsAccount } from '../../nodes/RcsAccount/RcsAccount.node';
import { runNode } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';
import type { Setup } from './workflow';

const TOKEN = 'a-token-of-the-service';
const HOUR = 3_600_000;

const span = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-08T00:00:00.000Z' };
const sale = { sent: 40, delivered: 36, deliveredRate: 0.9, causes: [] };

let server: RecordingServer;
let answer: (request: Recorded, index: number) => Reply;

beforeAll(async () => {
	server = await recordingServer((request, index) => answer(request, index));
});
afterAll(() => server.stop());
beforeEach(() => {
	server.requests.length = 0;
	answer = () => ({ body: { ...span, figures: [sale] } });
});

type More = Partial<Setup> & { items?: INodeExecutionData[] };

async function figures(
	parameters: INodeParameters = {},
	more: More = {},
): Promise<INodeExecutionData[]> {
	const [items = []] = await runNode({
		nodeType: new RcsAccount(),
		credentials: { rcsConnectorsApi: { baseUrl: `${server.url}/`, token: TOKEN } },
		...more,
		parameters: {
			...{ provider: 'infobip', resource: 'report', operation: 'getFigures', period: 'custom' },
			...{ from: span.from, to: span.to, ...parameters },
		},
	});
	return items;
}

const queries = () => server.requests.map(({ path }) => new URL(path, server.url).searchParams);
const spans = () => queries().map((query) => [query.get('from'), query.get('to')]);

it('asks the service with its token, and gives an item of all together', async () => {
	expect(await figures()).toEqual([{ json: { ...span, ...sale }, pairedItem: { item: 0 } }]);
	const [request] = server.requests;
	expect(request).toMatchObject({
		method: 'GET',
		headers: { authorization: `Bearer ${TOKEN}` },
		path: '/v1/figures?from=2026-11-01T00%3A00%3A00.000Z&to=2026-11-08T00%3A00%3A00.000Z&by=total',
	});
});

it('gives an item for each campaign that is asked for, beside the same of the time before', async () => {
	const campaign = (name: string, sent: number) => ({ campaign: name, ...sale, sent });
	const [a, b] = [campaign('sale/A', 40), campaign('sale/B', 50)];
	const before = { from: '2026-10-25T00:00:00.000Z', to: span.from };
	answer = (_, index) => ({
		body:
			index === 0 ? { ...span, figures: [a, b] } : { ...before, figures: [campaign('sale/B', 7)] },
	});
	const parameters = {
		...{ figuresOf: 'campaign', compare: true },
		filters: { campaignIds: 'sale/A, sale/B' },
	};
	expect(await figures(parameters)).toEqual([
		{ json: { ...span, ...a }, pairedItem: { item: 0 } },
		{
			json: { ...span, ...b, before: { ...before, sent: 7, delivered: 36, deliveredRate: 0.9 } },
			pairedItem: { item: 0 },
		},
	]);
	expect(spans()).toEqual([Object.values(span), Object.values(before)]);
	expect(queries().map((query) => query.getAll('campaign'))).toEqual([
		['sale/A', 'sale/B'],
		['sale/A', 'sale/B'],
	]);
});

describe('the period', () => {
	const usual = getGlobalState();
	beforeAll(() => setGlobalState({ defaultTimezone: 'Europe/Berlin' }));
	afterAll(() => setGlobalState(usual));

	const asked = async (period: string) => {
		await figures({ period, compare: true });
		const [now, before] = spans().map((times) => times.map((time) => Date.parse(time ?? '')));
		const [from = NaN, to = NaN] = now ?? [];
		const [earlier = NaN, end] = before ?? [];
		expect(end).toBe(from);
		return { from, to, hours: (to - from) / HOUR, hoursBefore: (from - earlier) / HOUR };
	};
	const hourInBerlin = (at: number) =>
		Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', timeStyle: 'short' }).format(at);

	it('is up to now', async () => {
		expect(await asked('last24Hours')).toMatchObject({ hours: 24, hoursBefore: 24 });
		const [to = ''] = queries().map((query) => query.get('to'));
		expect(Math.abs(Date.parse(to ?? '') - Date.now())).toBeLessThan(HOUR);
	});

	it.each(['yesterday', 'lastWeek', 'lastMonth'])(
		'%s is of whole days in the time zone of the workflow',
		async (period) => {
			const { from, to } = await asked(period);
			expect([from, to].map(hourInBerlin)).toEqual(['00:00', '00:00']);
			expect(to).toBeLessThanOrEqual(Date.now());
		},
	);

	it('of its own is in that zone too, and ends now without an end', async () => {
		await figures({ from: '2026-07-01T00:00:00', to: '2026-07-02T00:00:00' });
		expect(spans()).toEqual([['2026-06-30T22:00:00.000Z', '2026-07-01T22:00:00.000Z']]);
	});

	it.each([
		[{ from: 'soon' }, "The field 'From' does not hold a time"],
		[{ from: '' }, "The field 'From' does not hold a time"],
		[{ to: span.from }, "The time in the field 'To' must be after the one in 'From'"],
	])('that cannot be understood is told: %j', async (parameters, message) => {
		await expect(figures(parameters)).rejects.toMatchObject({ message });
		expect(server.requests).toEqual([]);
	});
});

describe('failures', () => {
	const error = {
		...{ category: 'permission', message: 'The token "n8n" may not do this' },
		advice: 'Add "page" to "may" of this token.',
	};

	it('are told in the words of the service', async () => {
		answer = () => ({ status: 403, body: { error } });
		await expect(figures()).rejects.toMatchObject({
			message: error.message,
			description: error.advice,
		});
	});

	it('of one item leave the others alone, where the node goes on', async () => {
		answer = (_, index) =>
			index === 1 ? { status: 403, body: { error } } : { body: { ...span, figures: [sale] } };
		const items = [{ json: {} }, { json: {} }, { json: {} }];
		const out = await figures({}, { items, settings: { onError: 'continueRegularOutput' } });
		expect(out.map(({ json, pairedItem }) => [json['error'] ?? json['sent'], pairedItem])).toEqual([
			[40, { item: 0 }],
			[error.message, { item: 1 }],
			[40, { item: 2 }],
		]);
	});

	it.each([{ body: { hello: 'there' } }, { status: 404, body: {} }])(
		'are also what is not the service: %j',
		async (reply) => {
			answer = () => reply;
			await expect(figures()).rejects.toMatchObject({
				description: expect.stringContaining(
					"base URL of the credential 'RCS: Connector Service API'",
				) as string,
			});
		},
	);
});
