import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { otherCountries, ruleOf } from '../countries';
import type { HoursRule } from '../countries/types';
import { latinAmerica } from './latinAmerica';
import { type Area, northAmerica } from './northAmerica';
import { zonesByCountry } from './zones';

/** Somewhere a person may be: whose hours hold there, and which clocks show them. */
export interface Place {
	rule: HoursRule;
	timeZone: string;
}

/** What the caller knows better than the number tells. */
export interface Whereabouts {
	/** ISO 3166-1 alpha-2. */
	country?: string;
	/** An IANA name such as `America/Denver`. */
	timeZone?: string;
}

/**
 * Everywhere the person with a number may be. A number with an area code is where that is; another one
 * may be anywhere in its country. None when neither the number nor the caller tells the country.
 */
export function placesOf(phone: string, { country, timeZone }: Whereabouts): readonly Place[] {
	const number = parsePhoneNumberFromString(phone);
	const own = number?.country ?? number?.getPossibleCountries()[0];
	const there = country?.toUpperCase() ?? own;
	const areas = areasOf(there ?? '', there === own ? number?.nationalNumber : undefined);
	if (areas.length === 0 && timeZone !== undefined) return [{ rule: otherCountries, timeZone }];
	return areas.flatMap(({ region, zones }) =>
		(timeZone === undefined ? zones : [timeZone]).map((zone) => ({
			rule: ruleOf(region),
			timeZone: zone,
		})),
	);
}

const areasWithCodes = [...northAmerica, ...latinAmerica];

/** Areas by country and area code, e.g. `US212`. */
const byCode = new Map(
	areasWithCodes.flatMap((area) =>
		area.areaCodes.split(' ').map((code) => [`${countryOf(area)}${code}`, area] as const),
	),
);

function areasOf(country: string, national = ''): readonly Pick<Area, 'region' | 'zones'>[] {
	const area =
		byCode.get(country + national.slice(0, 3)) ?? byCode.get(country + national.slice(0, 2));
	if (area) return [area];
	const zones = zonesByCountry.get(country);
	return zones
		? [{ region: country, zones }]
		: northAmerica.filter((one) => countryOf(one) === country);
}

function countryOf({ region }: Area): string {
	return region.slice(0, 2);
}
