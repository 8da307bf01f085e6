import fc from 'fast-check';
import { type FrequencyCap, frequencyCap } from '../../core/policy/frequencyCap';

const HOUR = 3_600_000;
const cap: FrequencyCap = { max: 2, periodMs: 24 * HOUR };
const at = Date.parse('2030-01-02T12:00:00Z');
const ago = (hours: number) => at - hours * HOUR;

test.each<[string, number[], number | undefined]>([
	['nobody wrote yet', [], undefined],
	['one of two', [ago(1)], undefined],
	['two of two: until the older one is a day old', [ago(1), ago(20)], ago(20) + 24 * HOUR],
	['in any order', [ago(20), ago(1)], ago(20) + 24 * HOUR],
	['three of two, as after a smaller cap was set', [ago(3), ago(2), ago(1)], ago(2) + 24 * HOUR],
	['a day ago to the millisecond is past', [ago(24), ago(1)], undefined],
	['a millisecond less is not', [ago(24) + 1, ago(1)], at + 1],
	['one that is scheduled for later counts', [ago(1), at + HOUR], ago(1) + 24 * HOUR],
])('%s', (_name, times, holdUntil) => {
	const decision = frequencyCap(times, cap, at);
	expect(decision.send ? undefined : decision.holdUntil).toBe(holdUntil);
});

test.each([
	[{ max: 1, periodMs: HOUR }, [at], '1 message within 1 hour, and the frequency cap allows 1'],
	[cap, [at, at, at], '3 messages within 24 hours, and the frequency cap allows 2'],
	[{ max: 1, periodMs: HOUR / 2 }, [at], '1 message within 0.5 hours'],
])('says why: %j', (one, times, words) => {
	expect(frequencyCap(times, one, at)).toMatchObject({ why: expect.stringContaining(words) });
});

const anyCap = fc.record({
	max: fc.integer({ min: 1, max: 4 }),
	periodMs: fc.integer({ min: 1, max: 50 }),
});
const anyTimes = fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 });

test('holdUntil is the first moment at which it may be sent, and not later', () => {
	fc.assert(
		fc.property(anyCap, anyTimes, (one, times) => {
			const decision = frequencyCap(times, one, 100);
			if (decision.send) return;
			expect(decision.holdUntil).toBeGreaterThan(100);
			expect(frequencyCap(times, one, decision.holdUntil)).toEqual({ send: true });
			expect(frequencyCap(times, one, decision.holdUntil - 1).send).toBe(false);
		}),
	);
});

test('whoever obeys it never sends more than the cap in any period', () => {
	fc.assert(
		fc.property(anyCap, fc.array(fc.nat({ max: 30 }), { maxLength: 40 }), (one, waits) => {
			const sent: number[] = [];
			let now = 0;
			for (const wait of waits) {
				now += wait;
				if (frequencyCap(sent, one, now).send) sent.push(now);
			}
			for (const end of sent) {
				const inPeriod = sent.filter((time) => time <= end && time > end - one.periodMs);
				expect(inPeriod.length).toBeLessThanOrEqual(one.max);
			}
		}),
	);
});
