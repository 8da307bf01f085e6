import { easter, fixed, type Holiday, sundayAndMonday } from '../holidays';
import { daily, type HoursRule } from './types';

/** Public Holidays Act 36 of 1994. */
const southAfricanHolidays: readonly Holiday[] = [
	fixed('01-01', sundayAndMonday),
	fixed('03-21', sundayAndMonday),
	easter(-2),
	easter(1),
	fixed('04-27', sundayAndMonday),
	fixed('05-01', sundayAndMonday),
	fixed('06-16', sundayAndMonday),
	fixed('08-09', sundayAndMonday),
	fixed('09-24', sundayAndMonday),
	fixed('12-16', sundayAndMonday),
	fixed('12-25', sundayAndMonday),
	fixed('12-26', sundayAndMonday),
];

/** Africa, Asia and Oceania. */
export const restOfWorld: readonly HoursRule[] = [
	{
		region: 'AE',
		name: 'United Arab Emirates',
		...daily('07:00-21:00'),
		certainty: 'law',
		source: {
			name: 'e& enterprise, Mobile spam policy: regulatory guidelines for marketing text SMS',
			url: 'https://www.eandenterprise.com/en/capabilities/customer-experience/engagex-campaign-manager/mobile-spam-policy.html',
		},
	},
	{
		region: 'AU',
		name: 'Australia',
		...daily('09:00-20:00'),
		certainty: 'common practice',
		source: {
			name: 'Lead LinQ, SMS marketing: legal',
			url: 'https://sms.leadlinq.io/post/sms-marketing--legal',
		},
		note: 'The Spam Act names no hours',
	},
	{
		region: 'IN',
		name: 'India',
		...daily('10:00-21:00'),
		certainty: 'law',
		source: {
			name: 'SMSGatewayHub, DLT update of October 2025 on a directive of TRAI',
			url: 'https://crm.smsgatewayhub.com/knowledge-base/article/important-update-new-service-explicit-message-restriction-time-10-am-to-9-pm',
		},
		note: 'People can choose narrower hours in their DND preferences',
	},
	{
		region: 'JO',
		name: 'Jordan',
		...daily('07:00-21:00'),
		certainty: 'law',
		source: {
			name: 'AMEinfo, Jordan restricts promotional SMSs at night',
			url: 'https://www.ameinfo.com/tech-and-mobility/jordan-restricts-promotional-smss-at-night/',
		},
	},
	{
		region: 'KR',
		name: 'South Korea',
		...daily('08:00-21:00'),
		certainty: 'law',
		source: {
			name: 'Dfinery, Informational vs advertising',
			url: 'https://docs.dfinery.ai/user-guide/en/action/off-site-campaign/info-vs-ads',
		},
		note: 'At night only with a consent given for the night',
	},
	{
		region: 'NG',
		name: 'Nigeria',
		...daily('08:00-20:00'),
		certainty: 'law',
		source: {
			name: "Africa's Talking, advisory on a rule of the NCC",
			url: 'https://status.africastalking.com/incident/538/',
		},
	},
	{
		region: 'NZ',
		name: 'New Zealand',
		...daily('08:00-20:00'),
		certainty: 'common practice',
		source: {
			name: 'Zap, A guide to SMS quiet hours',
			url: 'https://kb.zap.co.uk/docs/a-guide-to-sms-quiet-hours/',
		},
	},
	{
		region: 'PH',
		name: 'Philippines',
		...daily('07:00-21:00'),
		certainty: 'law',
		source: {
			name: 'NTC rules on broadcast messaging services, as reported in 2005',
			url: 'http://telecom-board.blogspot.com/2005/03/ntc-cracks-down-on-text-spammers.html',
		},
	},
	{
		region: 'SA',
		name: 'Saudi Arabia',
		...daily('09:00-22:00'),
		certainty: 'law',
		source: {
			name: 'Unifonic, SMS compliance, on the rules of the CST',
			url: 'https://docs.unifonic.com/docs/compliance-sms',
		},
		note: 'Only senders in the kingdom may send promotions',
	},
	{
		region: 'ZA',
		name: 'South Africa',
		weekdays: '08:00-20:00',
		saturday: '09:00-13:00',
		holidays: southAfricanHolidays,
		certainty: 'law',
		source: {
			name: 'Consumer Protection Act, notice R.293',
			url: 'https://www.acts.co.za/consumer-protection-act-2008/r293_prohibited_time_for_contacting_consumers',
		},
		note: 'Unless the person agreed to other hours',
	},
];
