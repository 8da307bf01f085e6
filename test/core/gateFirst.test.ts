import fc from 'fast-check';
import { trafficTypes } from '../../core/message/types';
import type { KnownConsent } from '../../core/policy/consentRule';
import { frequencyCap } from '../../core/policy/frequencyCap';
import { gate, type GateRequest, type GateSettings } from '../../core/policy/gate';
import { isPromotional } from '../../core/policy/promotional';
import { FR, GB, NEW_YORK } from './quietHoursDecide';

const HOUR = 3_600_000;
const optedIn: KnownConsent = { state: 'optedIn' };
const noon = Date.parse('2026-11-23T12:00:00Z');

const anyRequest: fc.Arbitrary<GateRequest> = fc.record(
	{
		phone: fc.constantFrom(GB, FR, NEW_YORK),
		at: fc.integer({ min: noon, max: noon + 400 * 24 * HOUR }),
		consent: fc.constantFrom<KnownConsent>(
			'unknown',
			optedIn,
			{ state: 'none' },
			{ state: 'pending' },
			{ state: 'optedOut' },
		),
		traffic: fc.constantFrom(...trafficTypes),
		purpose: fc.constantFrom('marketing', 'transactional', 'news'),
		sentTimes: fc.array(fc.integer({ min: noon - 48 * HOUR, max: noon + 48 * HOUR }), {
			maxLength: 6,
		}),
	},
	{ requiredKeys: ['phone', 'at', 'consent'] },
);
const anyCap = fc.record({
	max: fc.integer({ min: 1, max: 3 }),
	periodMs: fc.integer({ min: 1, max: 72 * HOUR }),
});
const anySettings: fc.Arbitrary<GateSettings> = fc.record(
	{
		quietHours: fc.constantFrom<NonNullable<GateSettings['quietHours']>>(
			'off',
			{},
			{
				own: { from: '11:00', to: '11:30' },
			},
		),
		caps: fc.array(anyCap, { maxLength: 3 }),
		transactional: fc.record({
			consent: fc.constantFrom('nothing', 'noOptOut', 'optIn'),
			quietHours: fc.boolean(),
			caps: fc.boolean(),
		}),
	},
	{ requiredKeys: [] },
);

test('no promotion goes out or is held for later without an opt-in', () => {
	fc.assert(
		fc.property(anyRequest, anySettings, (request, settings) => {
			if (!isPromotional(request) || request.consent === optedIn) return;
			expect(gate(request, settings)).toMatchObject({ send: false, outcome: 'refused' });
		}),
	);
});

test('a hold ends at the first moment at which everything lets the message through', () => {
	fc.assert(
		fc.property(
			anyRequest,
			anySettings,
			fc.double({ min: 0, max: 1, noNaN: true }),
			(request, settings, share) => {
				const result = gate(request, settings);
				if (result.send || result.outcome === 'refused') return;
				const sendsAt = (at: number) => gate({ ...request, at }, settings).send;
				expect(sendsAt(result.holdUntil)).toBe(true);
				expect(sendsAt(result.holdUntil - 1)).toBe(false);
				expect(sendsAt(request.at + Math.floor(share * (result.holdUntil - request.at - 1)))).toBe(
					false,
				);
			},
		),
		{ numRuns: 500 },
	);
});

test('a cap that lets a message through at one time does so at any later time', () => {
	fc.assert(
		fc.property(
			anyCap,
			anyRequest,
			fc.nat({ max: 99 * HOUR }),
			(cap, { sentTimes = [], at }, later) => {
				if (!frequencyCap(sentTimes, cap, at).send) return;
				expect(frequencyCap(sentTimes, cap, at + later).send).toBe(true);
			},
		),
	);
});
