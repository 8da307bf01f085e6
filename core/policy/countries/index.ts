import { americas } from './americas';
import { europe } from './europe';
import { restOfWorld } from './restOfWorld';
import { stricterStates } from './stricterStates';
import { daily, type HoursRule } from './types';
import { unitedStates } from './unitedStates';

/** Where no rule of its own was found: what careful senders keep to anywhere. */
export const otherCountries: HoursRule = {
	region: '*',
	name: 'other countries',
	...daily('09:00-20:00'),
	certainty: 'common practice',
	note: 'Nothing was found for Austria, Denmark, Finland, Japan, Norway, Poland, Portugal, Singapore, Sweden and Switzerland; others were not looked up',
};

/** Countries, and states that are stricter than their country. */
export const hoursRules: readonly HoursRule[] = [
	...europe,
	...americas,
	...unitedStates,
	...stricterStates,
	...restOfWorld,
];

const byRegion = new Map(hoursRules.map((rule) => [rule.region, rule]));

/** The rule of a region such as `FR` or `US-FL`: its own, else that of its country, else the usual one. */
export function ruleOf(region: string): HoursRule {
	return byRegion.get(region) ?? byRegion.get(region.replace(/-.*$/, '')) ?? otherCountries;
}
