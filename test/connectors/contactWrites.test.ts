import fc from 'fast-check';
import { consentVersion, readVersion } from '../../connectors/consentVersion';
import { consentValues, contactWrites } from '../../connectors/contactWrites';
import { changedValues, inSteps, mergeValues } from '../../connectors/values';
import { providerError } from '../../core/errors';
import { type EventType, eventTypes, type RcsEvent } from '../../core/event/types';

const phone = '+447700900123';
let made = 0;

const time = (second: number) => new Date(Date.UTC(2030, 0, 1, 0, 0, second)).toISOString();

function event(type: EventType, second: number, more: Partial<RcsEvent> = {}): RcsEvent {
	made += 1;
	return {
		eventId: `event-${made}`,
		provider: 'infobip',
		type,
		occurredAt: time(second),
		user: phone,
		channel: 'rcs',
		raw: null,
		...more,
	};
}

test('the life of a message becomes one write', () => {
	const events = [
		event('message.read', 3),
		event('message.sent', 1, { campaignId: 'spring' }),
		event('message.delivered', 2),
	];
	expect(contactWrites(events)).toEqual([
		{
			phone,
			urgent: false,
			values: {
				reachable: true,
				reachableAt: time(3),
				lastEvent: 'message_read',
				lastEventAt: time(3),
				lastSentAt: time(1),
				lastDeliveredAt: time(2),
				lastReadAt: time(3),
				lastCampaign: 'spring',
			},
		},
	]);
});

test('an opt-out is urgent, and carries the consent with its version', () => {
	const [write] = contactWrites([event('user.optedOut', 5, { keyword: 'STOP' })]);
	expect(write).toMatchObject({
		urgent: true,
		values: {
			consentStatus: 'opted_out',
			consentUpdatedAt: time(5),
			consentSource: 'keyword STOP',
			consentVersion: consentVersion('optedOut', time(5)),
		},
	});
});

test('a failure says why; a failed SMS says nothing of RCS', () => {
	const error = providerError('notReachable', 'No RCS here');
	expect(contactWrites([event('message.fallback', 1, { error })])[0]?.values).toMatchObject({
		reachable: false,
		lastFailedAt: time(1),
		lastFailureReason: 'No RCS here',
	});
	const sms = contactWrites([event('message.delivered', 1, { channel: 'sms' })]);
	expect(sms[0]?.values).not.toHaveProperty('reachable');
});

test('a newer message without a campaign clears that of the older', () => {
	const events = [event('message.sent', 1, { campaignId: 'spring' }), event('message.sent', 2)];
	expect(contactWrites(events)[0]?.values).toMatchObject({ lastCampaign: '' });
});

test('typing, what nobody understood, and what has no phone is not written', () => {
	const ofNobody = event('message.sent', 1);
	delete ofNobody.user;
	expect(contactWrites([ofNobody, event('user.typing', 1), event('unknown', 1)])).toEqual([]);
});

test('only what changes is written', () => {
	const known = { lastEvent: 'message_sent', lastEventAt: time(1), lastSentAt: time(1) };
	expect(changedValues(known, mergeValues(known, { ...known }))).toEqual({});
	const later = mergeValues(known, { lastEvent: 'message_read', lastEventAt: time(2) });
	expect(changedValues(known, later)).toEqual({ lastEvent: 'message_read', lastEventAt: time(2) });
	const earlier = mergeValues(known, { lastEvent: 'message_queued', lastEventAt: time(0) });
	expect(changedValues(known, earlier)).toEqual({});
});

const anyEvent = fc
	.record({
		type: fc.constantFrom(...eventTypes),
		second: fc.integer({ min: 0, max: 6 }),
		channel: fc.constantFrom<NonNullable<RcsEvent['channel']>[]>('rcs', 'sms'),
		campaignId: fc.constantFrom('', 'a', 'b'),
		failed: fc.boolean(),
	})
	.map(({ type, second, failed, campaignId, channel }) =>
		event(type, second, {
			channel,
			...(campaignId ? { campaignId } : {}),
			...(failed ? { error: providerError('provider', `error ${campaignId}`) } : {}),
		}),
	);
const anyEvents = fc.array(anyEvent, { maxLength: 10 });
const valuesOf = (events: readonly RcsEvent[]) => contactWrites(events)[0]?.values ?? {};

/** A CRM keeps an empty field as no field. */
const stored = (values: object) =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

test('events in any order, repeated, and split over any two writes give the same record', () => {
	const shuffled = anyEvents.chain((events) =>
		fc.tuple(
			fc.constant(events),
			fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
			fc.nat({ max: events.length * 2 }),
		),
	);
	fc.assert(
		fc.property(shuffled, ([events, again, at]) => {
			const [first, second] = [valuesOf(again.slice(0, at)), valuesOf(again.slice(at))];
			expect(mergeValues(first, second)).toEqual(valuesOf(events));
			expect(mergeValues(second, first)).toEqual(valuesOf(events));
			const written = { ...first, ...changedValues(first, mergeValues(first, second)) };
			expect(stored(written)).toEqual(stored(valuesOf(events)));
		}),
		{ numRuns: 1000 },
	);
});

test('a version tells the status that was written, and grows with time', () => {
	for (const state of ['optedIn', 'optedOut', 'pending'] as const)
		expect(readVersion(consentVersion(state, time(1)))).toEqual({ state, at: time(1) });
	expect(consentVersion('optedIn', time(2))).toBeGreaterThan(consentVersion('pending', time(1)));
	const states = ['optedIn', 'pending', 'optedOut'] as const;
	const versions = states.map((state) => consentVersion(state, time(1)));
	expect(versions).toEqual(versions.toSorted((a, b) => a - b));
	// As it was written before.
	expect(readVersion(Date.parse(time(1)) * 4 + 1)).toEqual({ state: 'optedOut', at: time(1) });
	expect([0, -4, 1.5, 2 ** 53, '4', undefined].map(readVersion)).toEqual(Array(6).fill(undefined));
	expect(Number.isSafeInteger(consentVersion('optedOut', '2999-01-01T00:00:00.000Z'))).toBe(true);
});

test('of two events at the same time, the one further on in the life of a message is the last', () => {
	const events = [
		event('message.read', 1),
		event('message.sent', 1),
		event('message.delivered', 1),
	];
	expect(contactWrites(events)[0]?.values.lastEvent).toBe('message_read');
});

test('of what is stated at one time the opt-out counts, with all that goes with it', () => {
	const stop = consentValues('optedOut', time(1), 'keyword STOP');
	for (const state of ['optedIn', 'pending'] as const) {
		const other = consentValues(state, time(1), 'web form');
		expect(mergeValues(stop, other)).toEqual(stop);
		expect(mergeValues(other, stop)).toEqual(stop);
		expect(changedValues(other, mergeValues(other, stop))).toEqual(stop);
	}
});

test('times are cut to what a CRM keeps, so that what it gives back is not older', () => {
	const told = { lastSentAt: '2030-01-01T00:00:05.700Z', lastEvent: 'message_sent' };
	expect(inSteps(told, 1000)).toEqual({ ...told, lastSentAt: time(5) });
});
