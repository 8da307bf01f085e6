import { failureOf } from '../../core/http';

/** A Tuesday at noon: 1893499200 seconds after 1970. */
const NOON = 'Tue, 01 Jan 2030 12:00:00 GMT';
const NOON_SECONDS = 1_893_499_200;

const waitFor = (headers: Record<string, string>, status = 429) =>
	failureOf({ status, headers: { date: NOON, ...headers }, body: '' }).retryAfterMs;

describe('the wait of a rate limit', () => {
	test.each([
		['seconds', '7', 7000],
		['a part of a second', '0.5', 500],
		['a Unix time', String(NOON_SECONDS + 30), 30_000],
		['a Unix time in milliseconds', String((NOON_SECONDS + 30) * 1000), 30_000],
		['a time that has passed', String(NOON_SECONDS - 30), 0],
		['a word', 'soon', undefined],
		['nothing', '', undefined],
	])('is read from the reset header: %s', (_, reset, wait) => {
		expect(waitFor({ 'x-ratelimit-reset': reset })).toBe(wait);
		expect(waitFor({ 'ratelimit-reset': reset })).toBe(wait);
	});

	test('gives way to Retry-After', () => {
		expect(waitFor({ 'retry-after': '3', 'x-ratelimit-reset': '7' })).toBe(3000);
	});

	test('is another one while requests remain', () => {
		const reset = { 'x-ratelimit-reset': '7' };
		expect(waitFor({ ...reset, 'x-ratelimit-remaining': '0' })).toBe(7000);
		expect(waitFor({ ...reset, 'x-ratelimit-remaining': '12' })).toBeUndefined();
	});

	test('is none of an answer that is about something else', () => {
		for (const status of [400, 401, 500, 503])
			expect(waitFor({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '7' }, status)).toBe(
				undefined,
			);
	});

	test('cannot be told from a Unix time without the date of the answer', () => {
		const headers = { 'x-ratelimit-reset': String(NOON_SECONDS + 30) };
		expect(failureOf({ status: 429, headers, body: '' }).retryAfterMs).toBeUndefined();
	});
});
