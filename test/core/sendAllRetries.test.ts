import { networkError } from '../../core/http';
import { providers } from '../../core/providers';
import { sendAll } from '../../core/sendAll';
import { accepted, clock, messages, pace, refused, run, settings } from './sending';

describe('repeating', () => {
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
		expect(conversation.results.get('m0')?.status).toBe('unknown');
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

	it.each([
		['turned away', () => refused(503)],
		['limited', () => refused(429)],
		['refused for its key', () => refused(401)],
		[
			'not let in',
			() => {
				throw networkError('api.example.com', 'ECONNREFUSED');
			},
		],
	])('does not forget a lost answer when the repetition is %s', async (_, then) => {
		const { results } = await run('infobip', 1, (_ids, count) => {
			if (count === 1) throw networkError('api.example.com', 'ECONNRESET');
			return then();
		});
		expect(results.get('m0')).toMatchObject({
			status: 'unknown',
			error: { category: 'unknownOutcome' },
			needsReview: true,
		});
	});

	it('takes a refused repetition for the answer to the lost one', async () => {
		const { results } = await run('infobip', 1, (_ids, count) => {
			if (count === 1) throw networkError('api.example.com', 'ECONNRESET');
			return refused(400);
		});
		expect(results.get('m0')).toMatchObject({ status: 'rejected' });
	});

	it('does not stand still when the provider asks for an hour', async () => {
		const { requests, waits, results } = await run('infobip', 1, () =>
			refused(429, { 'retry-after': '3600' }),
		);
		expect(requests).toHaveLength(1);
		expect(waits).toEqual([]);
		expect(results.get('m0')).toMatchObject({ status: 'rejected', needsReview: true });
	});

	it('does not repeat a 400, nor a wrong key', async () => {
		for (const status of [400, 401, 403, 404]) {
			const { requests } = await run('infobip', 1, () => refused(status));
			expect(requests).toHaveLength(1);
		}
	});
});

describe('the waits of a guide: 5 seconds, 30 seconds, 5 minutes', () => {
	const patient = { concurrency: 1, retries: 3 };
	const busy = () => refused(503);

	it('are kept, and then the message is flagged for a person to look at', async () => {
		const { requests, results, waits } = await run('conversation', 1, busy, patient);
		expect(waits).toEqual([5000, 30_000, 300_000]);
		expect(requests).toEqual([['m0'], ['m0'], ['m0'], ['m0']]);
		expect(results.get('m0')).toMatchObject({ status: 'rejected', needsReview: true });
	});

	it('end with the first answer that takes the message, which needs no review', async () => {
		const third = (ids: string[], count: number) => (count < 3 ? busy() : accepted(ids));
		const { results, waits } = await run('conversation', 1, third, patient);
		expect(waits).toEqual([5000, 30_000]);
		expect(results.get('m0')).not.toHaveProperty('needsReview');
	});

	it('go on as the last one when more retries are asked for', async () => {
		const { waits } = await run('conversation', 1, busy, { ...patient, retries: 5 });
		expect(waits).toEqual([5000, 30_000, 300_000, 300_000, 300_000]);
	});

	it('give way to Retry-After, answer by answer', async () => {
		const named = (_ids: string[], count: number) =>
			count === 2 ? refused(429, { 'retry-after': '2' }) : busy();
		const { waits } = await run('conversation', 1, named, patient);
		expect(waits).toEqual([5000, 2000, 300_000]);
	});

	it('hold for a FAILED that says it passes', async () => {
		const body = JSON.stringify({ state: 'FAILED', error: { code: 503, message: 'Busy' } });
		const failed = () => ({ status: 200, headers: {}, body });
		const { waits, results } = await run('conversation', 1, failed, patient);
		expect(waits).toEqual([5000, 30_000, 300_000]);
		expect(results.get('m0')).toMatchObject({ needsReview: true, error: { message: 'Busy' } });
	});

	it.each<[string, () => ReturnType<typeof refused>]>([
		['a refusal', () => refused(400)],
		['a wrong token', () => refused(401)],
		['an error that may have come after the message went out', () => refused(500)],
		['an answer that says nothing', () => ({ status: 200, headers: {}, body: '{}' })],
		['FAILED for the device', () => ({ status: 200, headers: {}, body: '{"state":"FAILED"}' })],
		[
			'a connection that was cut',
			() => {
				throw networkError('api.example.com', 'ECONNRESET');
			},
		],
	])('are not for %s', async (_name, answer) => {
		const { requests, results, waits } = await run('conversation', 1, answer, patient);
		expect(requests).toHaveLength(1);
		expect(waits).toEqual([]);
		const result = results.get('m0');
		// What may have been sent needs somebody to look, all the same.
		expect(result && 'needsReview' in result).toBe(result?.status === 'unknown');
	});

	it('are those of the provider alone: others wait 1, 2 and 4 seconds', async () => {
		const { waits } = await run('infobip', 1, busy, patient);
		expect(waits).toEqual([1000, 2000, 4000]);
	});
});

test('a first request that waits for its retry holds up nobody behind it', async () => {
	let goOn: () => void = () => undefined;
	const held = new Promise<void>((resolve) => {
		goOn = resolve;
	});
	const order: string[] = [];
	const http = ({ body }: { body?: unknown }) => {
		const id = JSON.stringify(body).includes('"m0"') ? 'm0' : 'other';
		order.push(id);
		if (order.length === 4) goOn();
		return Promise.resolve(order.length === 1 ? refused(503) : accepted([id]));
	};
	const results = await sendAll(
		providers.conversation,
		{ http, settings, newId: () => 'new-id' },
		messages(4),
		pace,
		{ ...clock(), wait: () => held },
	);
	expect(order).toEqual(['m0', 'other', 'other', 'other', 'm0']);
	expect([...results.values()].every(({ status }) => status === 'accepted')).toBe(true);
});

test('with one request at a time, a retry keeps its place', async () => {
	const once = (ids: string[], count: number) => (count === 1 ? refused(503) : accepted(ids));
	const { requests } = await run('conversation', 3, once, { concurrency: 1, retries: 3 });
	expect(requests).toEqual([['m0'], ['m0'], ['m1'], ['m2']]);
});
