import fc from 'fast-check';
import { RateLimit } from '../../core/rateLimit';

/** Sends messages of one request each, with timers as late as the test says, and gives their times. */
async function send(
	perSecond: number,
	latenesses: readonly number[],
	count = 1,
): Promise<number[]> {
	let now = 0;
	let waited = 0;
	const limit = new RateLimit(perSecond, {
		now: () => now,
		wait: async (ms) => {
			now += ms + (latenesses[waited] ?? 0);
			waited += 1;
			await Promise.resolve();
		},
	});
	const times: number[] = [];
	await Promise.all(latenesses.map(() => limit.room(count).then(() => times.push(now))));
	return times;
}

/** The most of some times that lie within one second. */
function mostInASecond(times: readonly number[]): number {
	return Math.max(
		...times.map((start) => times.filter((time) => time >= start && time < start + 1000).length),
	);
}

describe('the rate limit', () => {
	it('never lets a second hold more than it may, however late timers are', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 150 }),
				fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })), {
					minLength: 300,
					maxLength: 300,
				}),
				async (perSecond, latenesses) =>
					mostInASecond(await send(perSecond, latenesses)) <= perSecond,
			),
			{ numRuns: 30 },
		);
	});

	it('gives away little: 100 a second are 97 at least', async () => {
		const times = await send(100, new Array<number>(1000).fill(0));
		const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
		expect(999 / seconds).toBeGreaterThanOrEqual(97);
	});

	it('catches up with a timer that is a little late', async () => {
		const times = await send(100, [4, 0, 4, 0, 4, 0, 0]);
		expect(times.at(-1)).toBeCloseTo(6 * 10.2 - 10, 5);
	});

	it('waits no longer because the clock was put back', async () => {
		let now = 1_000_000;
		const waits: number[] = [];
		const limit = new RateLimit(10, {
			now: () => now,
			wait: (ms) => {
				waits.push(ms);
				now += ms;
				return Promise.resolve();
			},
		});
		await limit.room(1);
		now -= 600_000;
		await limit.room(1);
		await limit.room(1);
		expect(waits).toEqual([102, 102]);
	});

	it('takes rates below one', async () => {
		expect(await send(0.5, [0, 0, 0])).toEqual([0, 2030, 4070]);
	});

	it('counts the messages of a bulk call', async () => {
		expect(await send(100, [0, 0], 100)).toEqual([0, expect.closeTo(1010, 5)]);
	});
});
