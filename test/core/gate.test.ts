import type { KnownConsent } from '../../core/policy/consentRule';
import type { FrequencyCap } from '../../core/policy/frequencyCap';
import { gate, type GateRequest, type GateSettings } from '../../core/policy/gate';
import { GB, utc } from './quietHoursDecide';

const HOUR = 3_600_000;
const optedIn: KnownConsent = { state: 'optedIn' };
const noon = Date.parse('2026-11-23T12:00:00Z');
const evening = Date.parse('2026-11-23T19:30:00Z');
const once: FrequencyCap = { max: 1, periodMs: HOUR };

const promotion: GateRequest = { phone: GB, at: noon, consent: optedIn, traffic: 'promotion' };
const code: GateRequest = { ...promotion, traffic: 'authentication', consent: { state: 'none' } };

/** `send`, `hold` with its rule and end, or `refused` with its rule. */
function answer(request: GateRequest, settings?: GateSettings): string {
	const result = gate(request, settings);
	if (result.send) return 'send';
	const { outcome, rule } = result;
	return outcome === 'hold' ? `${outcome} ${rule} ${utc(result.holdUntil)}` : `${outcome} ${rule}`;
}

describe('consent', () => {
	test.each<[KnownConsent, promotion: string, transaction: string, strict: string]>([
		[optedIn, 'send', 'send', 'send'],
		[{ state: 'none' }, 'refused notOptedIn', 'send', 'refused notOptedIn'],
		[{ state: 'pending' }, 'refused pending', 'send', 'refused pending'],
		[{ state: 'optedOut' }, 'refused optedOut', 'refused optedOut', 'refused optedOut'],
		['unknown', 'refused consentUnknown', 'send', 'refused consentUnknown'],
	])('%j', (consent, ofPromotion, ofTransaction, strict) => {
		const transaction: GateRequest = { ...promotion, traffic: 'transaction', consent };
		expect(answer({ ...promotion, consent })).toBe(ofPromotion);
		expect(answer(transaction)).toBe(ofTransaction);
		expect(answer(transaction, { transactional: { consent: 'optIn' } })).toBe(strict);
		expect(answer(transaction, { transactional: { consent: 'nothing' } })).toBe('send');
	});

	test('comes first: who opted out is not held, but refused', () => {
		const night = { ...promotion, at: evening + HOUR, consent: { state: 'optedOut' as const } };
		expect(gate(night)).toMatchObject({
			outcome: 'refused',
			why: 'This person opted out of these messages',
			advice: expect.stringContaining('until the person opts in again'),
			checks: [{ rule: 'consent', result: 'refused' }],
		});
	});
});

describe('caps and quiet hours', () => {
	const sentTimes = [evening];
	test.each<[string, GateRequest, GateSettings, string]>([
		['neither', promotion, { caps: [once] }, 'send'],
		[
			'quiet hours',
			{ ...promotion, at: evening + HOUR },
			{},
			'hold quietHours 2026-11-24T08:00:00.000Z',
		],
		[
			'quiet hours switched off',
			{ ...promotion, at: evening + HOUR },
			{ quietHours: 'off' },
			'send',
		],
		[
			'own hours',
			promotion,
			{ quietHours: { own: { from: '15:00', to: '16:00' } } },
			'hold quietHours 2026-11-23T15:00:00.000Z',
		],
		[
			'a cap',
			{ ...promotion, sentTimes: [noon] },
			{ caps: [once] },
			'hold frequencyCap 2026-11-23T13:00:00.000Z',
		],
		[
			'the cap that holds longest',
			{ ...promotion, sentTimes: [noon] },
			{ caps: [{ max: 1, periodMs: 3 * HOUR }, once] },
			'hold frequencyCap 2026-11-23T15:00:00.000Z',
		],
		[
			'a cap that counts other messages',
			{ ...promotion, sentTimes: [noon] },
			{ caps: [{ ...once, sentTimes: [noon - HOUR / 2] }] },
			'hold frequencyCap 2026-11-23T12:30:00.000Z',
		],
		[
			'a cap that ends in quiet hours',
			{ ...promotion, at: evening, sentTimes },
			{ caps: [once] },
			'hold quietHours 2026-11-24T08:00:00.000Z',
		],
		[
			'quiet hours that end before the cap',
			{ ...promotion, at: evening + HOUR, sentTimes },
			{ caps: [{ max: 1, periodMs: 24 * HOUR }] },
			'hold frequencyCap 2026-11-24T19:30:00.000Z',
		],
		[
			'a code at night, over the cap',
			{ ...code, at: evening + 5 * HOUR, sentTimes },
			{ caps: [once] },
			'send',
		],
		[
			'a code held by the sender',
			{ ...code, at: evening + 5 * HOUR },
			{ transactional: { quietHours: true } },
			'hold quietHours 2026-11-24T08:00:00.000Z',
		],
		[
			'a code counted by the sender',
			{ ...code, sentTimes: [noon] },
			{ caps: [once], transactional: { caps: true } },
			'hold frequencyCap 2026-11-23T13:00:00.000Z',
		],
		[
			'a number of no country',
			{ ...promotion, phone: '+881600000000' },
			{},
			'refused placeUnknown',
		],
		[
			'a number of no country, its time zone known',
			{ ...promotion, phone: '+881600000000', timeZone: 'Europe/Rome' },
			{},
			'send',
		],
		[
			'a country the caller knows',
			{ ...promotion, country: 'NZ' },
			{},
			'hold quietHours 2026-11-23T19:00:00.000Z',
		],
	])('%s', (_name, request, settings, expected) => {
		expect(answer(request, settings)).toBe(expected);
	});

	test('both tell why, in order', () => {
		const held = gate({ ...promotion, at: evening, sentTimes }, { caps: [once] });
		expect(held).toMatchObject({
			rule: 'quietHours',
			why: 'This person got 1 message within 1 hour, and the frequency cap allows 1. It is Monday 20:30 (Europe/London), and the hours for United Kingdom allow 08:00-20:00 from Monday to Friday, 09:00-20:00 from Saturday to Sunday',
			checks: [
				{ rule: 'consent', result: 'passed' },
				{ rule: 'frequencyCap', result: 'held', why: expect.stringContaining('1 message') },
				{ rule: 'quietHours', result: 'held', why: expect.stringContaining('Monday 20:30') },
			],
		});
	});

	test('rules that do not hold are off', () => {
		const results = (request: GateRequest, settings: GateSettings) =>
			gate(request, settings).checks.map(({ result }) => result);
		expect(results(promotion, { quietHours: 'off' })).toEqual(['passed', 'off', 'off']);
		expect(results(code, { caps: [once], transactional: { consent: 'nothing' } })).toEqual([
			'off',
			'off',
			'off',
		]);
	});
});
