import fc from 'fast-check';
import { providerError } from '../../core/errors';
import { messageState } from '../../core/event/messageState';
import type { EventChannel, EventType, RcsEvent } from '../../core/event/types';

let made = 0;

function event(type: EventType, second: number, more: Partial<RcsEvent> = {}): RcsEvent {
	made += 1;
	return {
		eventId: `event-${made}`,
		provider: 'infobip',
		type,
		occurredAt: `2030-01-01T00:00:${String(second).padStart(2, '0')}.000Z`,
		messageId: 'm-1',
		channel: 'rcs',
		raw: null,
		...more,
	};
}

test.each<[string, RcsEvent[], object]>([
	['sent', [event('message.queued', 1), event('message.sent', 2)], { state: 'sent' }],
	['a read that came alone', [event('message.read', 3)], { state: 'read', fellBack: false }],
	['a reply is a read', [event('message.replied', 3)], { state: 'read' }],
	['a tap is a read', [event('message.clicked', 3), event('message.sent', 1)], { state: 'read' }],
	[
		'a failure outweighs what came before it',
		[event('message.failed', 3), event('message.sent', 9)],
		{ state: 'failed', channel: 'rcs' },
	],
	[
		'a phone that has the message outweighs an expiry',
		[event('message.delivered', 4), event('message.expired', 3)],
		{ state: 'delivered' },
	],
	[
		'a fallback under way',
		[event('message.fallback', 3, { error: providerError('notReachable', 'No RCS') })],
		{ state: 'sent', fellBack: true, error: { message: 'No RCS' } },
	],
	[
		'a fallback that arrived',
		[event('message.fallback', 3), event('message.delivered', 5, { channel: 'sms' })],
		{ state: 'delivered', channel: 'sms', fellBack: true },
	],
	[
		'a fallback that failed too',
		[event('message.fallback', 3), event('message.failed', 5, { channel: 'sms' })],
		{ state: 'failed', channel: 'sms', fellBack: true },
	],
	[
		'a fallback whose channel is all that was told',
		[event('message.fallback', 3, { channel: 'sms' })],
		{ state: 'sent', channel: 'sms', fellBack: true },
	],
])('%s', (_name, events, expected) => {
	expect(messageState(events)).toMatchObject(expected);
});

test('times are those of the first mention, leg by leg', () => {
	const events = [
		event('message.sent', 7),
		event('message.sent', 2),
		event('message.sent', 5, { channel: 'sms' }),
	];
	expect(messageState(events)?.legs.map(({ times }) => times.sent)).toEqual([
		'2030-01-01T00:00:02.000Z',
		'2030-01-01T00:00:05.000Z',
	]);
});

test('events that say nothing of its state make none', () => {
	expect(messageState([event('user.typing', 1), event('unknown', 1)])).toBeUndefined();
});

const types: EventType[] = [
	'message.queued',
	'message.sent',
	'message.delivered',
	'message.read',
	'message.failed',
	'message.expired',
	'message.revoked',
	'message.fallback',
	'message.replied',
	'message.clicked',
	'user.typing',
];
const anyEvent = fc
	.record({
		type: fc.constantFrom(...types),
		second: fc.integer({ min: 0, max: 9 }),
		channel: fc.constantFrom<EventChannel>('rcs', 'sms', 'mms', 'whatsapp'),
		failed: fc.boolean(),
	})
	.map(({ type, second, failed, ...more }) =>
		event(type, second, {
			...more,
			...(failed ? { error: providerError('provider', `error ${made}`) } : {}),
		}),
	);

test('any order and any repetition gives the same answer', () => {
	fc.assert(
		fc.property(
			fc
				.array(anyEvent, { maxLength: 12 })
				.chain((events) =>
					fc.tuple(
						fc.constant(events),
						fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
					),
				),
			([events, again]) => expect(messageState(again)).toEqual(messageState(events)),
		),
		{ numRuns: 500 },
	);
});

test('one more event never takes back that a phone has the message', () => {
	fc.assert(
		fc.property(fc.array(anyEvent, { maxLength: 12 }), anyEvent, (events, more) => {
			const rank = (state: string | undefined) =>
				state === 'read' ? 2 : Number(state === 'delivered');
			expect(rank(messageState([...events, more])?.state)).toBeGreaterThanOrEqual(
				rank(messageState(events)?.state),
			);
		}),
		{ numRuns: 500 },
	);
});
