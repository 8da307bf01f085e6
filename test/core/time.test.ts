import { isoTime } from '../../core/event/event';
import { parseTime } from '../../core/message/time';

test.each([
	['2030-05-01T09:00:00Z', '2030-05-01T09:00:00.000Z'],
	['2030-05-01T09:00:00+02:00', '2030-05-01T07:00:00.000Z'],
	['2030-05-01T09:00:00.250+0200', '2030-05-01T07:00:00.250Z'],
	['2030-05-01T09:00:00-05', '2030-05-01T14:00:00.000Z'],
	['2030-05-01T09:00+05:30', '2030-05-01T03:30:00.000Z'],
	['2030-05-01 09:00:00+0000', '2030-05-01T09:00:00.000Z'],
	['2000-01-01T00:00:00Z', '2000-01-01T00:00:00.000Z'],
	['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
])('%p is %p', (text, expected) => {
	expect(new Date(parseTime(text) ?? Number.NaN).toISOString()).toBe(expected);
});

test.each([
	'2030-02-30T09:00:00Z',
	'2030-13-01T09:00:00Z',
	'2030-05-01T25:00:00Z',
	'0001-01-01T00:00:00Z',
	'1970-01-01T00:00:00Z',
	'1999-12-31T23:59:59Z',
	'2030-05-01',
	'2030-05-01T09:00:00',
	'1 May 2030 09:00 UTC',
	'5',
	'tomorrow',
	'',
])('%p is no time', (text) => {
	expect(parseTime(text)).toBeUndefined();
});

test("a provider's time without an offset is UTC, wherever this machine stands", () => {
	expect(isoTime('2030-05-01 09:00:00')).toBe('2030-05-01T09:00:00.000Z');
	expect(isoTime('5')).toBeUndefined();
	expect(isoTime(undefined)).toBeUndefined();
});
