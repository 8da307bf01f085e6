import fc from 'fast-check';
import { type Weekday, weekdays } from '../../core/message/types';
import { quietHours, type QuietHoursOptions } from '../../core/policy/quietHours';
import { FR, GB, NEW_YORK, SOUTH_AFRICA, UNKNOWN_US } from './quietHoursDecide';

const HOUR = 3_600_000;

const anyPhone = fc.constantFrom(GB, FR, NEW_YORK, UNKNOWN_US, SOUTH_AFRICA, '+61491570006');
/** Around changes of the clocks, and anywhere. */
const anyMoment = fc.oneof(
	fc.date({ min: new Date('2026-01-01'), max: new Date('2031-01-01'), noInvalidDate: true }),
	fc
		.constantFrom(
			'2026-03-29T01:00Z',
			'2026-10-25T01:00Z',
			'2026-04-04T15:00Z',
			'2026-09-06T04:00Z',
		)
		.chain((change) =>
			fc.integer({ min: -6 * HOUR, max: 6 * HOUR }).map((ms) => new Date(Date.parse(change) + ms)),
		),
);
/** Zones with changes of an hour, of half an hour, at midnight, and with none. */
const anyZone = fc.constantFrom(
	'Europe/London',
	'Australia/Lord_Howe',
	'America/Santiago',
	'Africa/Cairo',
	'Asia/Kathmandu',
);
const anyTime = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
	.map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const anyOwn = fc
	.record({
		times: fc.tuple(anyTime, anyTime).filter(([a, b]) => a !== b),
		days: fc.subarray<Weekday>([...weekdays], { minLength: 1 }),
		replace: fc.boolean(),
	})
	.map(({ times, days, replace }) => {
		const [from = '', to = ''] = [...times].sort();
		return { from, to, days, replace };
	});
const anyOptions: fc.Arbitrary<QuietHoursOptions> = fc.record(
	{ timeZone: anyZone, own: anyOwn },
	{ requiredKeys: [] },
);

test('a hold ends at the first moment at which the message may go out', () => {
	fc.assert(
		fc.property(
			anyPhone,
			anyMoment,
			anyOptions,
			fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
				minLength: 5,
				maxLength: 20,
			}),
			(phone, moment, options, samples) => {
				const at = moment.getTime();
				const goesOut = (when: number) => quietHours(phone, {}, when, options).send;
				const decision = quietHours(phone, {}, at, options);
				if (decision.send || !('holdUntil' in decision)) return;
				const { holdUntil } = decision;
				expect(holdUntil).toBeGreaterThan(at);
				expect(goesOut(holdUntil)).toBe(true);
				expect(goesOut(holdUntil - 1)).toBe(false);
				for (const share of samples)
					expect(goesOut(at + Math.floor(share * (holdUntil - at)))).toBe(false);
			},
		),
		{ numRuns: 150 },
	);
});

test('what is called never open is closed at any time', () => {
	fc.assert(
		fc.property(
			anyPhone,
			anyMoment,
			anyOptions,
			fc.nat({ max: 60 * 24 }),
			(phone, moment, options, hours) => {
				const decision = quietHours(phone, {}, moment.getTime(), options);
				if (decision.send || decision.rule !== 'neverOpen') return;
				expect(quietHours(phone, {}, moment.getTime() + hours * HOUR, options).send).toBe(false);
			},
		),
	);
});
