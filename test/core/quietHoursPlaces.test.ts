import { getCountries } from 'libphonenumber-js/min';
import { placesOf } from '../../core/policy/places';
import type { QuietHoursOptions } from '../../core/policy/quietHours';
import { decide, FR, GB, NEW_YORK, UNKNOWN_US, utc } from './quietHoursDecide';

describe('in the United States, by area code', () => {
	test.each<[string, phone: string, at: string, answer: string]>([
		['New York until 21:00', NEW_YORK, '2026-11-23T20:59:00-05:00', 'send'],
		[
			'Florida until 20:00',
			'+13055550100',
			'2026-11-23T20:00:00-05:00',
			utc('2026-11-24T08:00-05:00'),
		],
		[
			'Pensacola has the clocks of both its zones',
			'+18505550100',
			'2026-11-23T08:30:00-05:00',
			utc('2026-11-23T08:00-06:00'),
		],
		[
			'Washington until 20:00',
			'+12065550100',
			'2026-11-23T20:00:00-08:00',
			utc('2026-11-24T08:00-08:00'),
		],
		[
			'Texas from noon on Sunday',
			'+12145550100',
			'2026-11-22T11:59:00-06:00',
			utc('2026-11-22T12:00-06:00'),
		],
		[
			'Texas from 9:00 on Monday',
			'+12145550100',
			'2026-11-23T08:59:00-06:00',
			utc('2026-11-23T09:00-06:00'),
		],
		['Arizona keeps no summer time', '+16025550100', '2026-07-01T20:59:00-07:00', 'send'],
		['Hawaii', '+18085550100', '2026-11-23T07:59:00-10:00', utc('2026-11-23T08:00-10:00')],
		[
			'Louisiana on Thanksgiving',
			'+15045550100',
			'2026-11-26T12:00:00-06:00',
			utc('2026-11-27T08:00-06:00'),
		],
		[
			'Utah on 3 July 2026, as the 4th is a Saturday',
			'+18015550100',
			'2026-07-03T12:00:00-06:00',
			utc('2026-07-06T08:00-06:00'),
		],
		[
			'Utah on New Year kept on 31 December',
			'+18015550100',
			'2027-12-31T12:00:00-07:00',
			utc('2028-01-03T08:00-07:00'),
		],
		['Puerto Rico', '+17875550100', '2026-11-23T20:59:00-04:00', 'send'],
		[
			'an unknown code: every state has to allow it',
			UNKNOWN_US,
			'2026-11-23T09:00:00-05:00',
			utc('2026-11-23T08:00-10:00'),
		],
		[
			'an unknown code, in the evening of the strictest state',
			UNKNOWN_US,
			'2026-11-23T18:00:00-05:00',
			utc('2026-11-24T08:00-10:00'),
		],
		[
			'an unknown code on a weekend',
			UNKNOWN_US,
			'2026-11-21T14:00:00-05:00',
			utc('2026-11-23T08:00-10:00'),
		],
	])('%s', (_name, phone, at, answer) => {
		expect(decide(phone, at)).toBe(answer);
	});
});

describe('elsewhere with several time zones', () => {
	test.each<[string, phone: string, at: string, answer: string]>([
		[
			'an Australian mobile: morning in Perth',
			'+61491570006',
			'2026-11-23T09:00:00+11:00',
			utc('2026-11-23T09:00+08:00'),
		],
		[
			'an Australian mobile: evening in Sydney',
			'+61491570006',
			'2026-11-23T20:00:00+11:00',
			utc('2026-11-24T09:00+08:00'),
		],
		['São Paulo', '+5511900000000', '2026-11-23T09:00:00-03:00', 'send'],
		['Manaus', '+5592900000000', '2026-11-23T09:00:00-03:00', utc('2026-11-23T09:00-04:00')],
		['Mexico City', '+525500000000', '2026-11-23T08:00:00-06:00', 'send'],
		[
			'elsewhere in Mexico',
			'+526640000000',
			'2026-11-23T08:00:00-06:00',
			utc('2026-11-23T08:00-08:00'),
		],
		['Newfoundland', '+17095550100', '2026-11-23T09:00:00-03:30', utc('2026-11-23T09:00-04:00')],
		['Russia', '+79000000000', '2026-11-23T12:00:00+03:00', utc('2026-11-24T09:00+02:00')],
	])('%s', (_name, phone, at, answer) => {
		expect(decide(phone, at)).toBe(answer);
	});
});

describe('what the caller knows wins', () => {
	test.each<[string, phone: string, at: string, options: QuietHoursOptions, answer: string]>([
		['a time zone', UNKNOWN_US, '2026-11-23T17:00:00Z', { timeZone: 'America/New_York' }, 'send'],
		[
			'a time zone, with the hours of the country of the number',
			FR,
			'2026-11-22T12:00:00Z',
			{ timeZone: 'Asia/Tokyo' },
			utc('2026-11-23T08:00+09:00'),
		],
		['a country', GB, '2026-11-22T12:00:00Z', { country: 'fr' }, utc('2026-11-23T08:00+01:00')],
		[
			'a country of area codes',
			GB,
			'2026-11-23T12:00:00Z',
			{ country: 'US' },
			utc('2026-11-23T08:00-10:00'),
		],
		['the country of the number', NEW_YORK, '2026-11-23T09:00:00-05:00', { country: 'US' }, 'send'],
		[
			'a time zone for a number of no country',
			'+881600000000',
			'2026-11-23T09:00:00Z',
			{ timeZone: 'Europe/Berlin' },
			'send',
		],
		[
			'nothing for a number of no country',
			'+881600000000',
			'2026-11-23T09:00:00Z',
			{},
			'placeUnknown',
		],
		['a country nobody knows', GB, '2026-11-23T09:00:00Z', { country: 'ZZ' }, 'placeUnknown'],
		[
			'a time zone that is none',
			GB,
			'2026-11-23T09:00:00Z',
			{ timeZone: 'Europe/Nowhere' },
			'timeZone',
		],
	])('%s', (_name, phone, at, options, answer) => {
		expect(decide(phone, at, options)).toBe(answer);
	});
});

describe('every country that has phone numbers', () => {
	it.each(getCountries())('%s has clocks', (country) => {
		expect(placesOf('', { country })).not.toEqual([]);
	});

	it('Kosovo, by its numbers', () => {
		expect(decide('+38344000000', '2026-11-23T12:00:00+01:00')).toBe('send');
	});
});

test('where numbers do not tell the place, few hours are left, or none with narrow hours of your own', () => {
	const own = { from: '09:00', to: '12:00' };
	expect(decide('+61491570006', '2026-11-23T09:00:00+11:00', { own })).toBe('neverOpen');
	expect(
		decide('+61491570006', '2026-11-23T09:00:00+11:00', { own, timeZone: 'Australia/Sydney' }),
	).toBe('send');
	expect(decide('+79000000000', '2026-11-24T09:59:00+02:00')).toBe('send');
	expect(decide('+79000000000', '2026-11-24T10:00:00+02:00')).toBe(utc('2026-11-25T09:00+02:00'));
});
