import { prepare } from '../../core/send';
import { providers } from '../../core/providers';
import { encodeRequest } from '../../core/providers/infobip/encode';
import { asArray, asObject } from '../../core/json';
import { aMessage, NOW } from '../fixtures/messages';

/** The validity period Infobip is given, for NOW = 2030-01-01T00:00Z. */
function validityOf(expiresAt: string, at?: string): unknown {
	const message = aMessage({ expiresAt, ...(at ? { schedule: { at } } : {}) });
	const ready = prepare(providers.infobip, message, NOW);
	if (!ready.ok) return ready.problems.map(({ path }) => path);
	const [first] = asArray(encodeRequest([ready.message], {}, NOW)['messages']);
	return asObject(asObject(first)['options'])['validityPeriod'];
}

describe('the expiry of a message', () => {
	it('counts from now', () => {
		expect(validityOf('2030-01-01T03:00:00Z')).toEqual({ amount: 3, timeUnit: 'HOURS' });
	});

	it('counts from when the message is scheduled', () => {
		expect(validityOf('2030-01-01T03:00:00Z', '2030-01-01T02:00:00Z')).toEqual({
			amount: 1,
			timeUnit: 'HOURS',
		});
	});

	it('counts from now when the schedule has just passed', () => {
		expect(validityOf('2030-01-01T01:00:00Z', '2029-12-31T23:58:00Z')).toEqual({
			amount: 1,
			timeUnit: 'HOURS',
		});
	});

	it('lies after sending, and a schedule does not lie in the past', () => {
		expect(validityOf('2029-12-31T23:00:00Z')).toEqual(['expiresAt']);
		expect(validityOf('2020-01-01T01:00:00Z', '2020-01-01T00:00:00Z')).toEqual([
			'expiresAt',
			'schedule.at',
		]);
	});
});
