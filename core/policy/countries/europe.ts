import { easter, fixed, type Holiday } from '../holidays';
import { daily, type HoursRule, notSunday } from './types';

/** Code du travail, article L3133-1. */
const frenchHolidays: readonly Holiday[] = [
	fixed('01-01'),
	easter(1),
	fixed('05-01'),
	fixed('05-08'),
	easter(39),
	easter(50),
	fixed('07-14'),
	fixed('08-15'),
	fixed('11-01'),
	fixed('11-11'),
	fixed('12-25'),
];

const zap = {
	name: 'Zap, A guide to SMS quiet hours',
	url: 'https://kb.zap.co.uk/docs/a-guide-to-sms-quiet-hours/',
};

export const europe: readonly HoursRule[] = [
	{
		region: 'BE',
		name: 'Belgium',
		...daily('09:00-20:00'),
		certainty: 'common practice',
		source: {
			name: 'Ometria, SMS country specific marketing compliance',
			url: 'https://support.ometria.com/hc/en-gb/articles/19820202385437-SMS-country-specific-marketing-compliance',
		},
	},
	{
		region: 'DE',
		name: 'Germany',
		...daily('08:00-20:00'),
		certainty: 'common practice',
		source: zap,
	},
	{
		region: 'ES',
		name: 'Spain',
		...daily('09:00-21:00'),
		certainty: 'common practice',
		source: {
			name: 'Ley General para la Defensa de los Consumidores, art. 96.2',
			url: 'https://www.consumoresponde.es/art%C3%ADculos/normativa_sobre_spam_telefonico_tanto_de_llamadas_como_de_mensajes',
		},
		note: 'The law is about calls, which it also forbids on weekends and holidays',
	},
	{
		region: 'FR',
		name: 'France',
		...notSunday('08:00-22:00'),
		holidays: frenchHolidays,
		certainty: 'industry code',
		source: {
			name: 'Brevo, Country specific guidelines and restrictions for SMS messages',
			url: 'https://help.brevo.com/hc/en-us/articles/11884482521234',
		},
		note: 'Some platforms stop at 20:00. Alsace-Moselle has two holidays more',
	},
	{
		region: 'GB',
		name: 'United Kingdom',
		weekdays: '08:00-20:00',
		saturday: '09:00-20:00',
		sunday: '09:00-20:00',
		certainty: 'common practice',
		source: zap,
		note: 'The DMA code asks to avoid antisocial hours and names none; weekends from 09:00 after SMSGlobal',
	},
	{
		region: 'IE',
		name: 'Ireland',
		...daily('08:00-20:00'),
		certainty: 'common practice',
		source: zap,
	},
	{
		region: 'IT',
		name: 'Italy',
		...notSunday('08:00-22:00'),
		certainty: 'industry code',
		source: {
			name: 'Twilio, SMS guidelines for Italy',
			url: 'https://www.twilio.com/en/guidelines/it/sms',
		},
	},
	{
		region: 'NL',
		name: 'Netherlands',
		...daily('08:00-20:00'),
		certainty: 'common practice',
		source: zap,
	},
];
