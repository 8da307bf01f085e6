import type { CapabilityResult } from '../../core/capability';
import { CapabilityCache } from '../../nodes/CheckCapability/cache';
import { SeenEvents } from '../../nodes/RcsTrigger/seenEvents';

const result = (reachable: CapabilityResult['reachable']): CapabilityResult => ({
	to: '+447700900001',
	reachable,
	checkedAt: '2026-01-01T00:00:00.000Z',
});

describe('the memory of seen events', () => {
	it('knows a key once', () => {
		const seen = new SeenEvents();
		expect([seen.isNew('a', 0), seen.isNew('a', 0), seen.isNew('b', 0)]).toEqual([
			true,
			false,
			true,
		]);
	});

	it('knows it for its time at the least, and forgets it after twice its time', () => {
		const seen = new SeenEvents(10, 1000);
		expect(seen.isNew('a', 0)).toBe(true);
		expect(seen.isNew('a', 999)).toBe(false);
		expect(seen.isNew('b', 1000)).toBe(true);
		expect(seen.isNew('a', 1001)).toBe(false);
		expect(seen.isNew('a', 2000)).toBe(true);
	});

	it('never holds more than its size, and forgets the oldest first', () => {
		const seen = new SeenEvents(4, 1000);
		for (const key of ['a', 'b', 'c', 'd', 'e']) seen.isNew(key, 0);
		expect([seen.isNew('e', 0), seen.isNew('c', 0), seen.isNew('a', 0)]).toEqual([
			false,
			false,
			true,
		]);
	});

	it('takes keys and forgets them when it is told so, the older ones as well', () => {
		const seen = new SeenEvents(10, 1000);
		seen.add('a', 0);
		seen.add('b', 1000);
		expect([seen.forget('a'), seen.forget('a'), seen.forget('b'), seen.forget('c')]).toEqual([
			...[true, false, true, false],
		]);
		expect(seen.isNew('a', 1001)).toBe(true);
	});

	it('takes very many when it is full, which no test would live to see if each cost more than the last', () => {
		const seen = new SeenEvents();
		for (let i = 0; i < 500_000; i += 1) seen.isNew(String(i), i);
		expect(seen.isNew('499999', 500_000)).toBe(false);
	});
});

describe('the cache of capabilities', () => {
	it('gives what is not too old', () => {
		const cache = new CapabilityCache();
		cache.set('a', result('yes'), 0);
		expect(cache.get('a', 999, 1000)).toEqual({ result: result('yes'), at: 0 });
		expect(cache.get('a', 1000, 1000)).toBeUndefined();
		expect(cache.get('a', 0, 0)).toBeUndefined();
	});

	it('does not keep what is not known', () => {
		const cache = new CapabilityCache();
		cache.set('a', result('unknown'), 0);
		expect(cache.get('a', 0, 1000)).toBeUndefined();
	});

	it('never holds more than its size, and what is new stays', () => {
		const cache = new CapabilityCache(10);
		const keys = [...'abcdefghija', 'new'];
		for (const key of keys) cache.set(key, result('no'), 0);
		const kept = [...new Set(keys)].filter((key) => cache.get(key, 0, 1));
		expect(kept).toEqual(['a', ...'defghij', 'new']);
	});

	it('takes very many when it is full, which no test would live to see if each cost more than the last', () => {
		const cache = new CapabilityCache();
		for (let i = 0; i < 500_000; i += 1) cache.set(String(i), result('no'), i);
		expect(cache.get('499999', 500_000, 1000)).toEqual({ result: result('no'), at: 499_999 });
	});
});
