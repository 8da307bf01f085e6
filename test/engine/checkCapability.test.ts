import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { CheckCapability } from '../../nodes/CheckCapability/CheckCapability.node';
import { type Setup, runNode } from './harness';
import { type Recorded, type RecordingServer, recordingServer, type Reply } from './httpServer';

const nodeType = new CheckCapability();
let provider: RecordingServer;
let answer: (request: Recorded) => Reply;

beforeAll(async () => {
	provider = await recordingServer((request) => answer(request));
});
afterAll(() => provider.stop());
beforeEach(() => {
	provider.requests.length = 0;
	answer = byLastDigit;
});

function numbersIn({ json }: Recorded): string[] {
	return asArray(asObject(json)['phoneNumbers']).map(String);
}

/** An odd number has RCS, an even one has not, a number ending in 0 cannot be checked. */
function byLastDigit(request: Recorded): Reply {
	const capabilityCheckResults = numbersIn(request).map((phoneNumber) => {
		const digit = Number(phoneNumber.at(-1));
		const known = digit % 2 === 1 ? 'ENABLED' : 'UNREACHABLE';
		return { phoneNumber, code: digit === 0 ? 'REQUEST_FAILED' : known };
	});
	return { body: { capabilityCheckResults } };
}

const number = (i: number) => `+4477009${String(i).padStart(5, '0')}`;

function check(
	phones: unknown[],
	options: INodeParameters = {},
	more: Partial<Setup> & { baseUrl?: string } = {},
) {
	const items = phones.map((phone, i) => ({ json: { phone, order: i } as IDataObject }));
	const baseUrl = more.baseUrl ?? provider.url;
	const rcsInfobipApi = { baseUrl, apiKey: 'secret-key', agent: 'DemoShop' };
	const parameters = { provider: 'infobip', phoneNumber: '={{ $json.phone }}', options };
	return runNode({ nodeType, parameters, items, credentials: { rcsInfobipApi }, ...more });
}

const flat = { includeInput: false };

describe('what arrives at the provider', () => {
	it('is one bulk call for all items, each number once, with the key and the sender', async () => {
		await check([number(1), number(2), '0044 7700 900001']);
		expect(provider.requests).toHaveLength(1);
		expect(provider.requests[0]).toMatchObject({
			method: 'POST',
			path: '/rcs/2/capability-check/query',
			json: { sender: 'DemoShop', phoneNumbers: ['447700900001', '447700900002'] },
		});
		expect(provider.requests[0]?.headers.authorization).toBe('App secret-key');
	});

	it('is as many calls as the size of a bulk call asks for', async () => {
		const phones = Array.from({ length: 1201 }, (_, i) => number(i));
		const outputs = await check(phones);
		expect(provider.requests.map((request) => numbersIn(request).length)).toEqual([500, 500, 201]);
		expect(outputs.flat()).toHaveLength(1201);
	});

	it.each<[string, INodeParameters[string]]>([
		['chosen by ID', { __rl: true, mode: 'id', value: '={{ "Shop" + $json.order }}' }],
		['written, as before there was a list', '={{ "Shop" + $json.order }}'],
	])('is a call for each sender that items name, %s', async (_, sender) => {
		await check([number(1), number(2)], { sender });
		expect(provider.requests.map(({ json }) => json)).toMatchObject([
			{ sender: 'Shop0', phoneNumbers: ['447700900001'] },
			{ sender: 'Shop1', phoneNumbers: ['447700900002'] },
		]);
	});

	it('is nothing for numbers that are none', async () => {
		const [, no, unknown = []] = await check(['', 'abc', '+1', '2025550123', null], flat);
		const none = expect.stringContaining('Write it with + and its country code') as string;
		expect([provider.requests, no]).toEqual([[], []]);
		expect(unknown.every(({ json }) => json['retryable'] === false)).toBe(true);
		expect(unknown.map(({ json }) => json['reason'])).toEqual([
			'The number is empty',
			...[none, none, none],
			'The number is empty',
		]);
	});
});

describe('what comes out', () => {
	it('is three outputs, each in the order of the items, with the item each came from', async () => {
		const outputs = await check([2, 1, 10, 4, 3, 1].map(number));
		expect(nodeType.description.outputNames).toEqual(['RCS', 'Not RCS', 'Unknown']);
		const paired = outputs.map((output) => output.map(({ pairedItem }) => pairedItem));
		expect(paired).toEqual([
			[{ item: 1 }, { item: 4 }, { item: 5 }],
			[{ item: 0 }, { item: 3 }],
			[{ item: 2 }],
		]);
	});

	it('keeps the fields of the item beside the answer', async () => {
		const [[yes] = []] = await check([number(1)]);
		expect(yes?.json).toEqual({
			phone: number(1),
			order: 0,
			capability: {
				to: number(1),
				reachable: 'yes',
				code: 'ENABLED',
				provider: 'infobip',
				checkedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
			},
		});
	});

	it('is the answer alone when that is wanted', async () => {
		const [, [no] = [], [unknown] = []] = await check([number(2), number(10)], flat);
		expect(no?.json).toMatchObject({ to: number(2), reachable: 'no', code: 'UNREACHABLE' });
		expect(no?.json).not.toHaveProperty('order');
		expect(unknown?.json).toMatchObject({ reachable: 'unknown', retryable: true });
	});

	it('reads numbers with a default country', async () => {
		const [[yes] = []] = await check(['07700 900001'], { ...flat, defaultCountry: 'GB' });
		expect(yes?.json['to']).toBe('+447700900001');
	});

	it('is unknown for a number the provider says nothing about', async () => {
		answer = () => ({ body: { capabilityCheckResults: [] } });
		const [, , [unknown] = []] = await check([number(1)], flat);
		expect(unknown?.json).toMatchObject({ to: number(1), reachable: 'unknown' });
	});
});

describe('the cache', () => {
	it('answers again without asking, says how old the answer is, and ends', async () => {
		const phones = [number(99991), number(99992), number(99990)];
		const cached = { ...flat, cacheMinutes: 5 };
		await check(phones, cached);
		const [[yes] = [], [no] = []] = await check(phones, cached);
		expect(provider.requests.map(numbersIn)).toEqual([
			['447700999991', '447700999992', '447700999990'],
			['447700999990'],
		]);
		expect([yes, no].map((item) => item?.json['cachedSecondsAgo'])).toEqual([0, 0]);
		await check(phones, flat);
		expect(provider.requests).toHaveLength(3);
	});

	it('is another one for another sender', async () => {
		const cached = { cacheMinutes: 5 };
		await check([number(81)], { ...cached, sender: 'One' });
		await check([number(81)], { ...cached, sender: 'Two' });
		expect(provider.requests).toHaveLength(2);
	});
});

describe('what goes wrong', () => {
	const words = { description: 'No access.', action: 'Check the key.', errorCode: 'E401' };

	it('fails at the first item that was to be checked, with words and advice', async () => {
		answer = () => ({ status: 401, body: words });
		await expect(check(['', number(1)])).rejects.toMatchObject({
			name: 'NodeApiError',
			message: 'Infobip: No access.',
			description: expect.stringContaining('Open the credential') as string,
			httpCode: '401',
			context: { itemIndex: 1 },
		});
	});

	it('makes no more requests than are in flight once one was refused for all', async () => {
		answer = () => ({ status: 403, body: words });
		const phones = Array.from({ length: 5000 }, (_, i) => number(i));
		await expect(check(phones, { concurrency: 3 })).rejects.toMatchObject({ httpCode: '403' });
		expect(provider.requests.length).toBeLessThanOrEqual(3);
	});

	it('waits as long as Retry-After says and asks again', async () => {
		answer = (request) =>
			provider.requests.length === 1
				? { status: 429, headers: { 'retry-after': '1' }, body: {} }
				: byLastDigit(request);
		const started = performance.now();
		const [yes] = await check([number(1)]);
		expect(yes).toHaveLength(1);
		expect(performance.now() - started).toBeGreaterThanOrEqual(990);
	});

	it('gives up on a provider that stays down', async () => {
		answer = () => ({ status: 500, headers: { 'retry-after': '0' }, body: {} });
		await expect(check([number(1)])).rejects.toMatchObject({ httpCode: '500' });
		expect(provider.requests).toHaveLength(3);
	});

	it('names the host nobody answers at', async () => {
		const gone = check([number(1)], {}, { baseUrl: 'http://127.0.0.1:1' });
		await expect(gone).rejects.toMatchObject({
			message: 'No connection to 127.0.0.1:1 (ECONNREFUSED)',
		});
	});

	it('keeps what is known when only a part could not be checked', async () => {
		answer = (request) =>
			numbersIn(request).length === 500
				? byLastDigit(request)
				: { status: 400, body: { ...words, description: 'Wrong.' } };
		const [yes = [], no = [], unknown = []] = await check(
			Array.from({ length: 501 }, (_, i) => number(i)),
			flat,
		);
		expect([yes.length, no.length, unknown.length]).toEqual([250, 200, 51]);
		expect(unknown.at(-1)?.json).toMatchObject({ to: number(500), reason: 'Infobip: Wrong.' });
	});

	it('sends everything out as unknown when the workflow is to go on', async () => {
		answer = () => ({ status: 401, body: words });
		const settings = { onError: 'continueRegularOutput' as const };
		const [, , unknown = []] = await check([number(1), number(2)], flat, { settings });
		expect(unknown.map(({ json }) => json['reason'])).toEqual([
			'Infobip: No access.',
			'Infobip: No access.',
		]);
		expect(unknown.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('needs a sender, and says where to set it', async () => {
		const credentials = { rcsInfobipApi: { baseUrl: provider.url, apiKey: 'k' } };
		await expect(check([number(1)], {}, { credentials })).rejects.toMatchObject({
			name: 'NodeOperationError',
			description: expect.stringContaining("'Default Sender'") as string,
		});
		expect(provider.requests).toEqual([]);
	});
});
