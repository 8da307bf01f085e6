import { fixed, type Holiday, nearestWeekday, nthWeekday } from '../holidays';
import { daily, type HoursRule } from './types';

const [MONDAY, THURSDAY] = [1, 4];

/** 5 U.S.C. 6103. The states have some more, which are not here. */
export const federalHolidays: readonly Holiday[] = [
	fixed('01-01', nearestWeekday),
	nthWeekday(3, MONDAY, 1),
	nthWeekday(3, MONDAY, 2),
	nthWeekday(-1, MONDAY, 5),
	fixed('06-19', nearestWeekday),
	fixed('07-04', nearestWeekday),
	nthWeekday(1, MONDAY, 9),
	nthWeekday(2, MONDAY, 10),
	fixed('11-11', nearestWeekday),
	nthWeekday(4, THURSDAY, 11),
	fixed('12-25', nearestWeekday),
];

const federal: Omit<HoursRule, 'region' | 'name'> = {
	...daily('08:00-21:00'),
	certainty: 'law',
	source: {
		name: '47 CFR 64.1200(c)(1)',
		url: 'http://edocket.access.gpo.gov/cfr_2008/octqtr/47cfr64.1200.htm',
	},
	note: 'Written for calls, and commonly read as covering texts',
};

/** The United States where no state is stricter, and the territories, which have country codes of their own. */
export const unitedStates: readonly HoursRule[] = [
	{ region: 'US', name: 'United States', ...federal },
	{ region: 'AS', name: 'American Samoa', ...federal },
	{ region: 'GU', name: 'Guam', ...federal },
	{ region: 'MP', name: 'Northern Mariana Islands', ...federal },
	{ region: 'PR', name: 'Puerto Rico', ...federal },
	{ region: 'VI', name: 'U.S. Virgin Islands', ...federal },
];
