import { easter, fixed, type Holiday, onMonday } from '../holidays';
import { daily, type HoursRule, notSunday } from './types';

/** Ley 51 de 1983. */
const colombianHolidays: readonly Holiday[] = [
	fixed('01-01'),
	fixed('01-06', onMonday),
	fixed('03-19', onMonday),
	easter(-3),
	easter(-2),
	fixed('05-01'),
	easter(43),
	easter(64),
	easter(71),
	fixed('06-29', onMonday),
	fixed('07-20'),
	fixed('08-07'),
	fixed('08-15', onMonday),
	fixed('10-12', onMonday),
	fixed('11-01', onMonday),
	fixed('11-11', onMonday),
	fixed('12-08'),
	fixed('12-25'),
];

/** All but the United States, which have rules for each state. */
export const americas: readonly HoursRule[] = [
	{
		region: 'BR',
		name: 'Brazil',
		...notSunday('09:00-22:00'),
		certainty: 'industry code',
		source: {
			name: 'Twilio, SMS guidelines for Brazil',
			url: 'https://www.twilio.com/en/guidelines/br/sms',
		},
	},
	{
		region: 'CA',
		name: 'Canada',
		weekdays: '09:00-21:30',
		saturday: '10:00-18:00',
		sunday: '10:00-18:00',
		certainty: 'common practice',
		source: {
			name: 'CRTC, Unsolicited Telecommunications Rules, part III',
			url: 'http://www.crtc.gc.ca/eng/trules-reglest.htm',
		},
		note: 'The rules are about calls; the law on messages names no hours',
	},
	{
		region: 'CO',
		name: 'Colombia',
		weekdays: '07:00-19:00',
		saturday: '08:00-15:00',
		holidays: colombianHolidays,
		certainty: 'law',
		source: {
			name: 'Ley 2300 de 2023, art. 3 and 5',
			url: 'https://leyonline.co/laws/ley-2300-de-2023/articulo-5o',
		},
	},
	{
		region: 'MX',
		name: 'Mexico',
		...daily('08:00-20:00'),
		certainty: 'common practice',
		source: {
			name: 'Vero, SMS quiet hours compliance',
			url: 'https://help.getvero.com/vero-2/articles/sms-quiet-hours-compliance',
		},
		note: 'The carrier Telcel keeps hours for promotions as well, which are not public',
	},
];
