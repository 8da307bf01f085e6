import { hoursRules, otherCountries, ruleOf } from '../../core/policy/countries';
import type { HoursRule } from '../../core/policy/countries/types';
import { type Holiday, isHoliday } from '../../core/policy/holidays';
import { DAY, isTimeZone } from '../../core/localTime';
import { minuteOf } from '../../core/policy/openingHours';
import { latinAmerica } from '../../core/policy/places/latinAmerica';
import { northAmerica } from '../../core/policy/places/northAmerica';
import { zonesByCountry } from '../../core/policy/places/zones';

const everyRule = [...hoursRules, otherCountries].map((rule) => [rule.region, rule] as const);

function spansOf({ weekdays, saturday, sunday }: HoursRule): string[] {
	return [weekdays, saturday, sunday].filter((span) => span !== undefined);
}

test.each(everyRule)('%s opens before it closes, and says how sure that is', (_region, rule) => {
	for (const span of spansOf(rule)) {
		expect(span).toMatch(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/);
		const [from = '', to = ''] = span.split('-');
		expect(minuteOf(from)).toBeLessThan(minuteOf(to));
	}
	if (rule.certainty !== 'common practice') expect(rule.source).toBeDefined();
	if (rule.source) expect(new URL(rule.source.url).protocol).toMatch(/^https?:$/);
});

test('a region has one rule', () => {
	const regions = hoursRules.map(({ region }) => region);
	expect(new Set(regions).size).toBe(regions.length);
});

test('the rule of a state takes the place of the federal one, so it is never wider', () => {
	for (const rule of hoursRules.filter(({ region }) => region.startsWith('US-'))) {
		for (const span of spansOf(rule)) {
			expect(span.slice(0, 5) >= '08:00').toBe(true);
			expect(span.slice(6) <= '21:00').toBe(true);
		}
		expect(northAmerica.map(({ region }) => region)).toContain(rule.region);
	}
	expect(ruleOf('US-NY')).toBe(ruleOf('US'));
});

test('every country with a rule has a place on the clock', () => {
	const places = [
		...zonesByCountry.keys(),
		...northAmerica.map(({ region }) => region.slice(0, 2)),
	];
	for (const { region } of hoursRules) expect(places).toContain(region.slice(0, 2));
});

test('every time zone is one', () => {
	const zones = [...zonesByCountry.values(), ...northAmerica.map((area) => area.zones)].flat();
	const named = [...zones, ...latinAmerica.flatMap((area) => area.zones)];
	expect(named.filter((zone) => !isTimeZone(zone))).toEqual([]);
});

test('an area code lies in one place', () => {
	for (const areas of [northAmerica, latinAmerica]) {
		const codes = areas.flatMap(({ region, areaCodes }) =>
			areaCodes.split(' ').map((code) => `${region.slice(0, 2)} ${code}`),
		);
		expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
		expect(codes.filter((code) => !/^[A-Z]{2} [1-9]\d{1,2}$/.test(code))).toEqual([]);
	}
});

/** The holidays of a year as `MM-DD`. */
function daysOf(region: string, year: number): string {
	const holidays: readonly Holiday[] = ruleOf(region).holidays ?? [];
	const days: string[] = [];
	for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += DAY)
		if (isHoliday(holidays, day)) days.push(new Date(day).toISOString().slice(5, 10));
	return days.join(' ');
}

test.each([
	['FR', 2026, '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
	['FR', 2038, '01-01 04-26 05-01 05-08 06-03 06-14 07-14 08-15 11-01 11-11 12-25'],
	[
		'CO',
		2026,
		'01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25',
	],
	['ZA', 2026, '01-01 03-21 04-03 04-06 04-27 05-01 06-16 08-09 08-10 09-24 12-16 12-25 12-26'],
	['US-UT', 2026, '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25'],
	[
		'US-UT',
		2027,
		'01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31',
	],
])('the holidays of %s in %i', (region, year, days) => {
	expect(daysOf(region, year)).toBe(days);
});
