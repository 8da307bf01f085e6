import { countryCode, isE164, toE164, userNumber } from '../../core/message/phone';

test.each([
	['+447700900123', undefined, '+447700900123'],
	['+44 (0)7700 900123', undefined, '+447700900123'],
	['00447700900123', undefined, '+447700900123'],
	['447700900123', undefined, undefined],
	['2025550123', undefined, undefined],
	['2025550123', 'US', '+12025550123'],
	['tel:+1-555-010-0123', undefined, '+15550100123'],
	['rcs:+447700900123', undefined, '+447700900123'],
	['  +44 7700 900123\n', undefined, '+447700900123'],
	['07700 900123', 'GB', '+447700900123'],
	['07700 900123', 'gb', '+447700900123'],
	['447700900123', 'GB', '+447700900123'],
	['07700 900123', 'UK', '+447700900123'],
	['(555) 010-0123', 'US', '+15550100123'],
	['011 44 7700 900123', 'US', '+447700900123'],
	['٠٧٧٠٠٩٠٠١٢٣', 'GB', '+447700900123'],
	['07700 900123', undefined, undefined],
	['07700 900123', 'XX', undefined],
	['07700 900123', 'Britain', undefined],
	['+1', undefined, undefined],
	['+4477009001234567890', undefined, undefined],
	['hello', 'GB', undefined],
	['', 'GB', undefined],
])('%p in %p is %p', (input, country, expected) => {
	expect(toE164(input, country)).toBe(expected);
});

test.each([
	['GB', 'GB'],
	[' gb ', 'GB'],
	['uk', 'GB'],
	['XX', undefined],
	['GBR', undefined],
	['toString', undefined],
	['', undefined],
])('%p is the country %p', (written, code) => {
	expect(countryCode(written)).toBe(code);
});

test('only E.164 with + is E.164', () => {
	expect(['+447700900123', '+15550100123'].every(isE164)).toBe(true);
	expect(
		['447700900123', '+44 7700900123', '+0447700900123', '+44', '+44770090012a', ''].some(isE164),
	).toBe(false);
});

test('numbers of webhooks get their +, other ids stay', () => {
	expect(userNumber('447700900123')).toBe('+447700900123');
	expect(userNumber('+447700900123')).toBe('+447700900123');
	expect(userNumber('00447700900123')).toBe('+447700900123');
	expect(userNumber('+44 7700 900123')).toBe('+447700900123');
	expect(userNumber('44 (7700) 900-123')).toBe('+447700900123');
	expect(userNumber('07700900123')).toBe('07700900123');
	expect(userNumber('0123456')).toBe('0123456');
	expect(userNumber('user_123')).toBe('user_123');
	expect(userNumber('12345')).toBe('12345');
});
