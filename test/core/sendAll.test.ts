import type { Http } from '../../core/http';
import { asObject } from '../../core/json';
import { providers } from '../../core/providers';
import { sendAll } from '../../core/sendAll';
import { accepted, clock, messages, pace, refused, run, settings } from './sending';

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
