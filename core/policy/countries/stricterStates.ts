import { daily, type HoursRule, notSunday } from './types';
import { federalHolidays } from './unitedStates';

type Hours = Pick<HoursRule, 'weekdays' | 'saturday' | 'sunday' | 'holidays'>;
type Source = NonNullable<HoursRule['source']>;

const eightToEight = daily('08:00-20:00');
const nineToNine = daily('09:00-21:00');

/** Laws that cover messages, or that are enforced on them. */
const onMessages: readonly [state: string, name: string, Hours, Source, note?: string][] = [
	[
		'CT',
		'Connecticut',
		daily('09:00-20:00'),
		{
			name: 'Conn. Gen. Stat. 42-288a',
			url: 'https://www.lawserver.com/law/state/connecticut/ct-laws/connecticut_statutes_42-288a',
		},
	],
	[
		'FL',
		'Florida',
		eightToEight,
		{
			name: 'Fla. Stat. 501.616(6)',
			url: 'http://www.lawserver.com/law/state/florida/statutes/florida_statutes_501-616',
		},
	],
	[
		'LA',
		'Louisiana',
		{ ...notSunday('08:00-20:00'), holidays: federalHolidays },
		{
			name: 'La. Public Service Commission, General Order R-29617',
			url: 'https://dnc.com/holiday-alerts?year=2023',
		},
		'Also closed in a state of emergency, which nobody tells this table',
	],
	[
		'MD',
		'Maryland',
		eightToEight,
		{
			name: 'Md. Code, Commercial Law 14-4502',
			url: 'https://lexace.ai/us/statute/maryland/CL-14-4502',
		},
	],
	[
		'OK',
		'Oklahoma',
		eightToEight,
		{
			name: 'Telephone Solicitation Act of 2022',
			url: 'https://www.dinsmore.com/publications/more-states-adding-tougher-telephone-consumer-protection-act-statutes/',
		},
	],
	[
		'OR',
		'Oregon',
		eightToEight,
		{
			name: 'HB 3865, in force since 2026',
			url: 'https://production.jdsupra.com/legalnews/oregon-passes-new-telephone-8210765',
		},
	],
	[
		'TX',
		'Texas',
		{ ...notSunday('09:00-21:00'), sunday: '12:00-21:00' },
		{
			name: 'SB 140, in force since September 2025',
			url: 'https://www.foster.com/newsroom-alerts-texas-expands-telemarketing-law-to-cover-text-messagesms-marketing-what-companies-need-to-know',
		},
	],
];

const dropCowboy: Source = {
	name: 'Drop Cowboy, State calling restrictions guide',
	url: 'https://www.dropcowboy.com/state-compliance',
};
const stello: Source = {
	name: 'Stello, SMS compliance by state',
	url: 'https://usestello.com/compliance',
};

/** Laws on calls, which many senders of messages keep to as well. */
const onCalls: readonly [state: string, name: string, Hours, Source][] = [
	['AL', 'Alabama', { ...notSunday('08:00-20:00'), holidays: federalHolidays }, dropCowboy],
	['CA', 'California', nineToNine, stello],
	['IL', 'Illinois', nineToNine, stello],
	['KY', 'Kentucky', daily('10:00-21:00'), dropCowboy],
	['MA', 'Massachusetts', eightToEight, dropCowboy],
	['MI', 'Michigan', nineToNine, dropCowboy],
	['MN', 'Minnesota', nineToNine, dropCowboy],
	['MS', 'Mississippi', notSunday('08:00-20:00'), dropCowboy],
	[
		'NJ',
		'New Jersey',
		eightToEight,
		{
			name: 'Referrizer, TCPA quiet hours and state-specific rules',
			url: 'https://support.referrizer.com/en/category/text-campaigns/article/tcpa-quiet-hours-and-state-specific-rules-for-text-campaigns',
		},
	],
	['NM', 'New Mexico', nineToNine, dropCowboy],
	['NV', 'Nevada', daily('09:00-20:00'), dropCowboy],
	[
		'RI',
		'Rhode Island',
		{
			weekdays: '09:00-18:00',
			saturday: '10:00-17:00',
			sunday: '10:00-17:00',
			holidays: federalHolidays,
		},
		{
			name: 'R.I. Gen. Laws 5-61-3.6',
			url: 'http://webserver.rilin.state.ri.us/Statutes/TITLE5/5-61/5-61-3.6.HTM',
		},
	],
	[
		'SD',
		'South Dakota',
		{ weekdays: '09:00-21:00' },
		{
			name: 'S.D. Codified Laws 37-30-28',
			url: 'http://legis.state.sd.us/statutes/DisplayStatute.aspx?Type=Statute&Statute=37-30-28',
		},
	],
	[
		'UT',
		'Utah',
		{ ...notSunday('08:00-21:00'), holidays: federalHolidays },
		{
			name: 'Utah Code 13-25a-103',
			url: 'https://codes.findlaw.com/ut/title-13-commerce-and-trade/ut-code-sect-13-25a-103/',
		},
	],
	[
		'WA',
		'Washington',
		eightToEight,
		{
			name: 'RCW 19.158.040',
			url: 'https://app.leg.wa.gov/RCW/default.aspx?cite=19.158.040',
		},
	],
];

/** The states that are stricter than federal law. */
export const stricterStates: readonly HoursRule[] = [
	...onMessages.map(([state, name, hours, source, note]): HoursRule => ({
		region: `US-${state}`,
		name,
		...hours,
		certainty: 'law',
		source,
		...(note !== undefined && { note }),
	})),
	...onCalls.map(([state, name, hours, source]): HoursRule => ({
		region: `US-${state}`,
		name,
		...hours,
		certainty: 'common practice',
		source,
		note: 'The law is about calls, or about calls by machines',
	})),
].sort((a, b) => (a.region < b.region ? -1 : 1));
