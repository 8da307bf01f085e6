import { networkError, type Http, type HttpResponse } from '../../core/http';
import { asArray, asObject } from '../../core/json';
import type { ReadyMessage } from '../../core/message/types';
import { providers } from '../../core/providers';
import type { Clock } from '../../core/clock';
import { type Pace, sendAll } from '../../core/sendAll';

const settings = { baseUrl: 'https://api.example.com', agent: 'DemoShop' };

const messages = (count: number): ReadyMessage[] =>
	Array.from({ length: count }, (_, i) => ({
		to: `+4477009${String(i).padStart(5, '0')}`,
		id: `m${i}`,
		content: { kind: 'text', text: 'Hello' },
	}));

/** A clock that a test can read: waiting takes no time and is written down. */
function clock(): Clock & { waits: number[] } {
	const waits: number[] = [];
	let now = Date.parse('2030-01-01T00:00:00Z');
	return {
		waits,
		now: () => now,
		wait: async (ms) => {
			waits.push(ms);
			now += ms;
			await Promise.resolve();
		},
	};
}

/** A transport that answers as the test says; `count` is 1 for the first request. */
function transport(answer: (ids: string[], count: number) => HttpResponse) {
	const requests: string[][] = [];
	const http: Http = async ({ body }) => {
		const own = asObject(body);
		const ids = own['messageId']
			? [String(own['messageId'])]
			: asArray(own['messages']).map((message) =>
					String(asObject(asArray(asObject(message)['destinations'])[0])['messageId']),
				);
		requests.push(ids);
		await Promise.resolve();
		return answer(ids, requests.length);
	};
	return { http, requests };
}

const accepted = (ids: string[]): HttpResponse => {
	const status = { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
	const body = { messages: ids.map((messageId) => ({ messageId, status })), state: 'QUEUED' };
	return { status: 200, headers: {}, body: JSON.stringify(body) };
};
const refused = (status: number, headers = {}): HttpResponse => ({ status, headers, body: '' });

const pace: Pace = { concurrency: 3, retries: 2 };

async function run(
	provider: keyof typeof providers,
	count: number,
	answer: (ids: string[], count: number) => HttpResponse,
	how: Pace = pace,
) {
	const { http, requests } = transport(answer);
	const time = clock();
	const results = await sendAll(
		providers[provider],
		{ http, settings, newId: () => 'new-id' },
		messages(count),
		how,
		time,
	);
	return { requests, results, waits: time.waits };
}

describe('sending many messages', () => {
	it('gives a result for each, from as few requests as the provider takes', async () => {
		const { requests, results } = await run('infobip', 1100, accepted);
		expect(requests.map((ids) => ids.length)).toEqual([500, 500, 100]);
		expect(results.size).toBe(1100);
		expect([...results.values()].every(({ status }) => status === 'accepted')).toBe(true);
	});

	it('makes no request for no messages', async () => {
		const { requests, results } = await run('infobip', 0, accepted);
		expect(requests).toEqual([]);
		expect(results.size).toBe(0);
	});

	it('keeps bulk calls within the rate limit', async () => {
		const { requests } = await run('infobip', 250, accepted, { ...pace, perSecond: 100 });
		expect(requests.map((ids) => ids.length)).toEqual([100, 100, 50]);
	});

	it('waits as long as the provider asks, and no longer than the retries', async () => {
		const busy = () => refused(429, { 'retry-after': '7' });
		const { requests, results, waits } = await run('conversation', 1, busy);
		expect(requests).toHaveLength(3);
		expect(waits).toEqual([7000, 7000]);
		expect(results.get('m0')).toMatchObject({
			status: 'rejected',
			error: { category: 'rateLimit' },
		});
	});

	it('repeats a 500 with the same id only where the provider recognises ids', async () => {
		const once = (ids: string[], count: number) => (count === 1 ? refused(500) : accepted(ids));
		const infobip = await run('infobip', 1, once);
		expect(infobip.requests).toEqual([['m0'], ['m0']]);
		expect(infobip.results.get('m0')?.status).toBe('accepted');
		const conversation = await run('conversation', 1, once);
		expect(conversation.requests).toEqual([['m0']]);
		expect(conversation.results.get('m0')?.status).toBe('rejected');
	});

	it('repeats a request that never arrived everywhere', async () => {
		const { requests, results } = await run('conversation', 1, (ids, count) => {
			if (count === 1) throw networkError('api.example.com', 'ECONNREFUSED');
			return accepted(ids);
		});
		expect(requests).toHaveLength(2);
		expect(results.get('m0')?.status).toBe('accepted');
	});

	it('repeats a 503 everywhere: the provider turned the request away', async () => {
		const { requests, results } = await run('conversation', 1, (ids, count) =>
			count === 1 ? refused(503) : accepted(ids),
		);
		expect(requests).toHaveLength(2);
		expect(results.get('m0')?.status).toBe('accepted');
	});

	it('does not stand still when the provider asks for an hour', async () => {
		const { requests, waits } = await run('infobip', 1, () =>
			refused(429, { 'retry-after': '3600' }),
		);
		expect(requests).toHaveLength(1);
		expect(waits).toEqual([]);
	});

	it('gives up when one request after another fails for a reason that concerns all', async () => {
		const { requests, results } = await run('conversation', 200, () => refused(401));
		expect(requests.length).toBeLessThan(10);
		expect(results.size).toBe(200);
		expect(results.get('m199')).toMatchObject({
			status: 'rejected',
			error: { category: 'auth', message: expect.stringContaining('Not tried') },
		});
	});

	it('does not give up because of single messages', async () => {
		const { requests } = await run('conversation', 50, () => refused(400));
		expect(requests).toHaveLength(50);
	});

	it('finds the message that spoils a bulk call and sends the others', async () => {
		const { requests, results } = await run('infobip', 8, (ids) =>
			ids.includes('m5') ? refused(400) : accepted(ids),
		);
		expect(
			[...results].filter(([, { status }]) => status !== 'accepted').map(([id]) => id),
		).toEqual(['m5']);
		expect(requests.filter((ids) => ids.includes('m0'))).toHaveLength(2);
	});

	it('does not repeat a 400, nor a wrong key', async () => {
		for (const status of [400, 401, 403, 404]) {
			const { requests } = await run('infobip', 1, () => refused(status));
			expect(requests).toHaveLength(1);
		}
	});

	it('sends the first request alone, and then as many at once as it may', async () => {
		let inFlight = 0;
		const seen: number[] = [];
		const http: Http = async ({ body }) => {
			inFlight += 1;
			seen.push(inFlight);
			await new Promise((done) => setImmediate(done));
			inFlight -= 1;
			return accepted([String(asObject(body)['messageId'])]);
		};
		const how = { ...pace, concurrency: 4 };
		await sendAll(
			providers.conversation,
			{ http, settings, newId: () => 'new-id' },
			messages(20),
			how,
			clock(),
		);
		expect(seen.slice(0, 2)).toEqual([1, 1]);
		expect(Math.max(...seen)).toBe(4);
	});
});
