import fc from 'fast-check';
import { providerError } from '../../core/errors';
import { adoptionOf } from '../../core/event/adoption';
import type { EventChannel, EventType, RcsEvent } from '../../core/event/types';

const ALICE = '+447700900001';
const BOB = '+447700900002';

function event(type: EventType, second: number, more: Partial<RcsEvent> = {}): RcsEvent {
	return {
		eventId: `${type}-${second}`,
		provider: 'conversation',
		type,
		occurredAt: `2030-01-01T00:00:${String(second).padStart(2, '0')}.000Z`,
		user: ALICE,
		messageId: 'm-1',
		channel: 'rcs',
		raw: null,
		...more,
	};
}

function capability(reachable: 'yes' | 'no' | 'unknown', second: number): RcsEvent {
	const asked = event('capability.result', second);
	return { ...asked, capability: { to: ALICE, reachable, checkedAt: asked.occurredAt } };
}

const sms = { channel: 'sms' } as const;
const noRcs = { error: providerError('notReachable', 'No RCS') };

test.each<[string, RcsEvent[], object]>([
	['delivered', [event('message.delivered', 1)], { rcs: 1, byChannel: { rcs: 1 } }],
	['a phone in the chat', [event('message.received', 1)], { rcs: 1 }],
	['a fallback', [event('message.fallback', 1, sms)], { fallback: 1, byChannel: { sms: 1 } }],
	['a fallback of no channel yet', [event('message.fallback', 1)], { fallback: 1, byChannel: {} }],
	[
		'a fallback that arrived',
		[event('message.fallback', 1), event('message.delivered', 2, sms)],
		{ rcs: 0, fallback: 1, byChannel: { sms: 1 } },
	],
	[
		'a fallback that failed too',
		[event('message.fallback', 1, sms), event('message.failed', 2, { ...sms, ...noRcs })],
		{ fallback: 0, unreached: 1 },
	],
	['no RCS and no fallback', [event('message.failed', 1, noRcs)], { unreached: 1 }],
	['no phone until the end', [event('message.expired', 1)], { unreached: 1 }],
	[
		'somebody who got RCS since',
		[event('message.delivered', 9, { messageId: 'm-2' }), event('message.fallback', 1, sms)],
		{ rcs: 1, fallback: 0 },
	],
	[
		'somebody who lost it',
		[event('message.read', 1), event('message.fallback', 9, { ...sms, messageId: 'm-2' })],
		{ rcs: 0, fallback: 1 },
	],
	['a number that has RCS', [capability('yes', 1)], { rcs: 1 }],
	['a number that has none', [capability('no', 1)], { unreached: 1 }],
	[
		'a number without RCS that an SMS reached before',
		[event('message.fallback', 1, sms), capability('no', 2)],
		{ fallback: 1, unreached: 0 },
	],
	['a number that had RCS', [event('message.read', 1), capability('no', 2)], { unreached: 1 }],
	['at the same moment the stronger', [capability('no', 1), capability('yes', 1)], { rcs: 1 }],
])('%s', (_name, events, expected) => {
	expect(adoptionOf(events)).toMatchObject({ people: 1, ...expected });
});

test.each<[string, RcsEvent]>([
	['on its way', event('message.sent', 1)],
	['a wrong message', event('message.failed', 1, { error: providerError('validation', 'bad') })],
	['nobody knows', capability('unknown', 1)],
	['an SMS of the person', event('message.received', 1, sms)],
])('%s is no evidence', (_name, told) => {
	expect(adoptionOf([told])).toEqual({
		people: 0,
		rcs: 0,
		fallback: 0,
		unreached: 0,
		byChannel: {},
	});
});

test('the rate is of people, not of messages', () => {
	const events = [
		...[1, 2, 3].map((n) => event('message.delivered', n, { messageId: `m-${n}` })),
		event('message.fallback', 4, { ...sms, user: BOB, messageId: 'm-4' }),
	];
	expect(adoptionOf(events)).toEqual({
		people: 2,
		rcs: 1,
		fallback: 1,
		unreached: 0,
		rate: 0.5,
		byChannel: { rcs: 1, sms: 1 },
	});
});

test('an event that names only its message counts for the person of the message', () => {
	const nameless = event('message.delivered', 2);
	delete nameless.user;
	expect(adoptionOf([nameless, event('message.sent', 1)])).toMatchObject({ people: 1, rcs: 1 });
	expect(adoptionOf([nameless])).toMatchObject({ people: 0 });
});

test('a message of another provider with the same id is another message', () => {
	const nameless = event('message.delivered', 2, { provider: 'seven' });
	delete nameless.user;
	expect(adoptionOf([nameless, event('message.sent', 1)])).toMatchObject({ people: 0 });
});

const types: EventType[] = [
	'message.sent',
	'message.delivered',
	'message.read',
	'message.failed',
	'message.expired',
	'message.fallback',
	'message.clicked',
	'message.received',
];
const anyEvent = fc.oneof(
	fc
		.record({
			type: fc.constantFrom(...types),
			second: fc.integer({ min: 0, max: 5 }),
			channel: fc.constantFrom<EventChannel>('rcs', 'sms', 'mms', 'whatsapp'),
			messageId: fc.constantFrom('m-1', 'm-2', 'm-3'),
			user: fc.constantFrom(ALICE, BOB, undefined),
		})
		.map(({ type, second, user, ...more }) => {
			const made = event(type, second, more);
			if (user === undefined) delete made.user;
			return user === undefined ? made : { ...made, user };
		}),
	fc
		.tuple(fc.constantFrom('yes', 'no', 'unknown'), fc.integer({ min: 0, max: 5 }))
		.map(([reachable, second]) => capability(reachable, second)),
);

test('any order and any repetition gives the same answer, and everybody is counted once', () => {
	fc.assert(
		fc.property(
			fc
				.array(anyEvent, { maxLength: 10 })
				.chain((events) =>
					fc.tuple(
						fc.constant(events),
						fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
					),
				),
			([events, again]) => {
				const adoption = adoptionOf(events);
				expect(adoptionOf(again)).toEqual(adoption);
				const { people, rcs, fallback, unreached, rate } = adoption;
				expect(rcs + fallback + unreached).toBe(people);
				expect(people).toBeLessThanOrEqual(2);
				expect(rate).toBe(people === 0 ? undefined : rcs / people);
			},
		),
		{ numRuns: 500 },
	);
});
