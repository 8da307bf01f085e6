import { askAll } from '../../core/askAll';
import { checkAll } from '../../core/checkAll';
import { providerError, RcsError } from '../../core/errors';
import type { Provider } from '../../core/provider';
import { providers } from '../../core/providers';

/** Time passes only when somebody waits. */
function waitingClock() {
	let now = 0;
	const waits: number[] = [];
	const wait = async (ms: number) => {
		waits.push(ms);
		now += ms;
	};
	return { now: () => now, wait, waits };
}
const fail = (category: Parameters<typeof providerError>[0], more = {}) =>
	new RcsError(providerError(category, category, more));
const one = { concurrency: 1, retries: 2 };

describe('requests that may be repeated', () => {
	it('are answered in their order, whichever ends first', async () => {
		const release: (() => void)[] = [];
		const ask = async (request: string) => {
			if (request === 'a') await new Promise<void>((done) => release.push(done));
			else release[0]?.();
			return request.toUpperCase();
		};
		const pace = { concurrency: 2, retries: 0 };
		expect(await askAll(['a', 'b'], ask, pace, waitingClock())).toEqual([
			{ ok: true, value: 'A' },
			{ ok: true, value: 'B' },
		]);
	});

	it('are made again after what may pass, as late as the provider asks, and not for ever', async () => {
		const clock = waitingClock();
		const ask = jest.fn(async () => Promise.reject(fail('rateLimit', { retryAfterMs: 7 })));
		expect(await askAll(['a'], ask, one, clock)).toMatchObject([
			{ ok: false, error: { category: 'rateLimit' } },
		]);
		expect([ask.mock.calls.length, clock.waits]).toEqual([3, [7, 7]]);
	});

	it('are not made again, nor any after them, when every one would fail', async () => {
		const ask = jest.fn(async () => Promise.reject(fail('auth')));
		const answers = await askAll(['a', 'b', 'c'], ask, one, waitingClock());
		expect(answers).toMatchObject(Array(3).fill({ ok: false, error: { category: 'auth' } }));
		expect(ask).toHaveBeenCalledTimes(1);
	});

	it('go on when one is refused for what it asks', async () => {
		const ask = async (request: string) =>
			request === 'a' ? Promise.reject(fail('notFound')) : request;
		expect(await askAll(['a', 'b'], ask, one, waitingClock())).toMatchObject([
			{ ok: false },
			{ ok: true, value: 'b' },
		]);
	});

	it('keep to the rate limit', async () => {
		const clock = waitingClock();
		await askAll([1, 2, 3], async () => clock.now(), { ...one, perSecond: 2 }, clock);
		expect(clock.now()).toBeGreaterThanOrEqual(1000);
	});

	it('do not hide a mistake of ours', async () => {
		const ask = async () => Promise.reject(new TypeError('ours'));
		await expect(askAll(['a'], ask, one, waitingClock())).rejects.toThrow('ours');
	});
});

describe('how many numbers go into one request', () => {
	const sizes = async (count: number, bulk: Provider['profile']['bulk']) => {
		const asked: number[] = [];
		const provider: Provider = {
			...providers.infobip,
			profile: { ...providers.infobip.profile, bulk },
			capability: async (_, numbers) => {
				asked.push(numbers.length);
				return [];
			},
		};
		const numbers = Array.from({ length: count }, (_, i) => `+${i}`);
		const http = () => Promise.reject(new Error('no request'));
		const call = { http, settings: {}, newId: () => '' };
		await checkAll(provider, call, numbers, one, waitingClock());
		return asked;
	};
	const some = { messages: 1, numbers: 500 };
	const least = { messages: 1, numbers: 10_000, numbersFrom: 500 };

	it.each([
		['as many as fit', 501, some, [500, 1]],
		['one, where a bulk call is not for so few', 3, least, [1, 1, 1]],
		['all, from the least number on', 500, least, [500]],
		['equal parts, so that no rest is too small', 10_002, least, [5001, 5001]],
	])('%s', async (_, count, bulk, wanted) => {
		expect(await sizes(count, bulk)).toEqual(wanted);
	});
});
