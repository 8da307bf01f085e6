import { ago, counted, duration, percent } from '../../service/web/lib/format';
import { rangeQuery } from '../../service/web/lib/ranges';

describe('the words of the page', () => {
	it.each([
		[0, 0, '–'],
		[0, 10, '0 %'],
		[1, 3, '33.3 %'],
		[10, 10, '100 %'],
		[1, 5000, '< 0.1 %'],
		[9999, 10_000, '100 %'],
	])('%d of %d is %s', (part, all, words) => {
		expect(percent(part, all)).toBe(words);
	});

	it.each([
		[0, 'None'],
		[59.9, '59 s'],
		[61, '1 min'],
		[3600, '1 h'],
		[7500, '2 h 5 min'],
		[90_000, '1 d 1 h'],
	])('%d seconds are %s', (seconds, words) => {
		expect(duration(seconds)).toBe(words);
	});

	it('say how many and how long ago', () => {
		expect([counted(1, 'message'), counted(1200, 'message')]).toEqual([
			'1 message',
			'1,200 messages',
		]);
		const now = Date.parse('2026-11-20T12:00:00Z');
		expect(ago('2026-11-20T11:59:55Z', now)).toBe('just now');
		expect(ago('2026-11-20T09:55:00Z', now)).toBe('2 h 5 min ago');
	});
});

describe('a range of time', () => {
	const now = new Date(2026, 10, 20, 12, 34, 56);
	const from = (query: string) => new Date(new URLSearchParams(query).get('from') ?? '');

	it('begins with a whole day or hour of the reader', () => {
		expect(from(rangeQuery('7d', now))).toEqual(new Date(2026, 10, 14));
		expect(from(rangeQuery('24h', now))).toEqual(new Date(2026, 10, 19, 13));
	});

	it('is asked for in the same words within the hour, so that an answer can be kept', () => {
		const later = new Date(2026, 10, 20, 12, 59);
		expect(rangeQuery('24h', later)).toBe(rangeQuery('24h', now));
		expect(rangeQuery('30d', later)).toBe(rangeQuery('30d', now));
	});
});
