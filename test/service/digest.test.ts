import fc from 'fast-check';
import type { RcsEvent } from '../../core/event/types';
import { digest } from '../../service/digest/digest';
import { messageRow } from '../../service/digest/messageRow';
import { storeEvents } from '../../service/ingest/storeEvents';
import { startTestService, type TestService } from './support/world';

/** One message over two channels, another one, and what is about no message. */
const told: readonly Partial<RcsEvent>[] = [
	{ type: 'message.queued' },
	{ type: 'message.sent', campaignId: 'spring', agent: 'DemoShop' },
	{ type: 'message.failed', error: failed('No RCS') },
	{ type: 'message.fallback', channel: 'sms', error: failed('SMS takes over') },
	{ type: 'message.delivered', channel: 'sms' },
	{ type: 'message.read', messageId: 'another' },
	{ type: 'message.clicked', messageId: 'another' },
	{ type: 'message.received', text: 'Hello' },
	{ type: 'user.typing' },
];

function failed(message: string): NonNullable<RcsEvent['error']> {
	return { category: 'provider', retryable: true, message, advice: 'Try again later.' };
}

function eventsOf(run: number): RcsEvent[] {
	return told.map((more, i) => ({
		eventId: `${run}-${i}`,
		provider: 'infobip',
		type: 'unknown',
		occurredAt: `2026-11-01T10:00:0${i}.000Z`,
		user: '+447700900123',
		raw: null,
		...more,
		...(more.type === 'message.received' || more.type === 'user.typing'
			? {}
			: { messageId: `${run} ${more.messageId ?? 'one'}` }),
	}));
}

describe('what follows from events', () => {
	let service: TestService;
	beforeAll(async () => {
		service = await startTestService({ role: 'ingest' });
	});
	afterAll(() => service.stop());

	const connections = ['a-crm', 'b-crm'];
	let runs = 0;

	test('is the same in any order and division, twice, and at the same time', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.shuffledSubarray([...told.keys()], { minLength: told.length }),
				fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 9 }),
				async (order, sizes) => {
					const run = (runs += 1);
					const events = eventsOf(run);
					const [first, ...others] = order.flatMap((i) => events[i] ?? []);
					const seqs = await take(first ? [first] : []);
					await Promise.all(
						parted(others, sizes).map(async (parcel) => seqs.push(...(await take(parcel)))),
					);
					await digest(service.service.store, connections, seqs.slice(0, 3));
					expect(await messageNow(`${run} one`)).toEqual(expected(events, `${run} one`));
					expect(await messageNow(`${run} another`)).toEqual(expected(events, `${run} another`));
					const [{ count } = { count: -1 }] = await service.service.store.query<{ count: number }>(
						'select count(*) as count from rcs.outbox where event_seq = any($1)',
						[seqs],
					);
					expect(count).toBe(2 * (told.length - 1));
				},
			),
			{ numRuns: 25, seed: 7 },
		);
	});

	test('is the same when the events of before were kept for long enough', async () => {
		for (const [i, when] of [...told.keys()].entries()) {
			const events = eventsOf(1000 + i);
			for (const [place, event] of events.entries()) {
				if (place === when) await service.service.store.query('delete from rcs.events');
				await take([event]);
			}
			const id = `${1000 + i} one`;
			expect(await messageNow(id)).toEqual(expected(events, id));
		}
	});

	/** Stores events, and does what follows. */
	async function take(events: readonly RcsEvent[]): Promise<number[]> {
		const { store } = service.service;
		const taken = events.map((event) => ({ connection: 'c', event }));
		const seqs = (await storeEvents(store, taken)).map(({ seq }) => seq);
		await digest(store, connections, seqs);
		return seqs;
	}

	async function messageNow(id: string) {
		const [row] = await service.service.store.query(
			`select state, channel, fell_back, legs, agent, campaign, error, sent_at, delivered_at, read_at,
				clicked_at, replied_at, failed_at
			from rcs.messages where message_id = $1`,
			[id],
		);
		return row;
	}
});

/** The row as the pure core has it. */
function expected(events: readonly RcsEvent[], id: string): object {
	const row = messageRow(events.filter(({ messageId }) => messageId === id)) ?? {};
	return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null]));
}

/** A list in parts of these sizes; the last one as often as it takes. */
function parted<T>(list: readonly T[], sizes: readonly number[]): T[][] {
	const [size = 1, ...others] = sizes;
	if (list.length <= size) return [[...list]];
	return [list.slice(0, size), ...parted(list.slice(size), others.length > 0 ? others : [size])];
}

test('a message has the times of whichever channel came first', () => {
	expect(messageRow(eventsOf(0).filter(({ messageId }) => messageId === '0 one'))).toMatchObject({
		state: 'delivered',
		channel: 'sms',
		fell_back: true,
		campaign: 'spring',
		agent: 'DemoShop',
		sent_at: '2026-11-01T10:00:01.000Z',
		delivered_at: '2026-11-01T10:00:04.000Z',
		failed_at: '2026-11-01T10:00:02.000Z',
		error: { message: 'SMS takes over' },
	});
});
