import { quietHours, type QuietHoursOptions } from '../../core/policy/quietHours';
import { decide, FR, GB, SOUTH_AFRICA, utc } from './quietHoursDecide';

describe('own hours', () => {
	const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
	test.each<[string, phone: string, at: string, own: QuietHoursOptions['own'], answer: string]>([
		[
			'narrow',
			GB,
			'2026-11-23T09:00:00Z',
			{ from: '10:00', to: '12:00' },
			utc('2026-11-23T10:00Z'),
		],
		[
			'cannot widen',
			FR,
			'2026-11-22T12:00:00Z',
			{ from: '00:00', to: '24:00' },
			utc('2026-11-23T08:00+01:00'),
		],
		[
			'on some days',
			GB,
			'2026-11-21T12:00:00Z',
			{ from: '10:00', to: '12:00', days: weekdays },
			utc('2026-11-23T10:00Z'),
		],
		['replace', FR, '2026-11-22T12:00:00Z', { from: '00:00', to: '24:00', replace: true }, 'send'],
		[
			'on Sunday only, in France',
			FR,
			'2026-11-22T12:00:00Z',
			{ from: '10:00', to: '12:00', days: ['sunday'] },
			'neverOpen',
		],
		['at night', GB, '2026-11-22T12:00:00Z', { from: '21:00', to: '23:00' }, 'neverOpen'],
		[
			'on Mondays only, over two that are holidays',
			SOUTH_AFRICA,
			'2028-12-20T12:00:00Z',
			{ from: '10:00', to: '12:00', days: ['monday'] },
			utc('2029-01-08T10:00+02:00'),
		],
		['over midnight', GB, '2026-11-22T12:00:00Z', { from: '22:00', to: '06:00' }, 'ownHours'],
		['that are no times', GB, '2026-11-22T12:00:00Z', { from: '9', to: '25:00' }, 'ownHours'],
		['on no day', GB, '2026-11-22T12:00:00Z', { from: '10:00', to: '12:00', days: [] }, 'ownHours'],
	])('%s', (_name, phone, at, own, answer) => {
		expect(decide(phone, at, own && { own })).toBe(answer);
	});
});

const night = Date.parse('2026-11-22T03:00:00Z');

test.each([
	[{ traffic: 'authentication' }, true],
	[{ traffic: 'transaction' }, true],
	[{ traffic: 'serviceRequest' }, true],
	[{ traffic: 'acknowledgement' }, true],
	[{ purpose: 'transactional' }, true],
	[{ traffic: 'promotion' }, false],
	[{ traffic: 'promotion', purpose: 'transactional' }, false],
	[{ traffic: 'transaction', purpose: 'marketing' }, false],
	[{ purpose: 'newsletter' }, false],
	[{}, false],
] as const)('%j at night: goes out = %s', (use, goesOut) => {
	expect(quietHours(GB, use, night).send).toBe(goesOut);
	expect(quietHours(GB, use, night, { transactional: true }).send).toBe(false);
});

test.each<[string, phone: string, at: string, options: QuietHoursOptions, why: string]>([
	[
		'a country',
		FR,
		'2026-11-22T12:00:00Z',
		{},
		'It is Sunday 13:00 (Europe/Paris), and the hours for France allow 08:00-22:00 from Monday to Saturday',
	],
	[
		'a holiday',
		FR,
		'2026-07-14T12:00:00Z',
		{},
		'It is Tuesday 14:00, a public holiday (Europe/Paris), and the hours for France allow 08:00-22:00 from Monday to Saturday',
	],
	[
		'own hours',
		GB,
		'2026-11-23T12:00:00Z',
		{ own: { from: '15:00', to: '16:00' } },
		'It is Monday 12:00 (Europe/London), and your own hours allow 15:00-16:00 every day',
	],
	[
		'days apart',
		SOUTH_AFRICA,
		'2026-11-22T12:00:00Z',
		{},
		'It is Sunday 14:00 (Africa/Johannesburg), and the hours for South Africa allow 08:00-20:00 from Monday to Friday, 09:00-13:00 on Saturday',
	],
])('says why: %s', (_name, phone, at, options, why) => {
	expect(quietHours(phone, {}, Date.parse(at), options)).toMatchObject({ rule: 'quietHours', why });
});
