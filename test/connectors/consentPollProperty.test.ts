import fc from 'fast-check';
import { acknowledge } from '../../connectors/consentAcknowledge';
import { statedIn } from '../../connectors/consentEdit';
import type { ConsentMemory } from '../../connectors/consentMemory';
import { pollConsent } from '../../connectors/consentPoll';
import { writeBack } from '../../connectors/writeBack';
import type { EventType } from '../../core/event/types';
import { RcsError } from '../../core/errors';
import { consentWorld } from './consentWorld';
import { event } from './hubspotFixtures';

/** Admins edit, people opt in and out, messages are delivered, polls and acknowledgements come in any order. */

const phones = ['+447700900001', '+447700900002', '+447700900003'];
const anyRecord = fc.integer({ min: 1, max: phones.length });

const step = fc.oneof(
	fc.record({
		do: fc.constant('edit' as const),
		id: anyRecord,
		status: fc.constantFrom('opted_in', 'opted_out', 'pending', 'unknown'),
	}),
	fc.record({
		do: fc.constant('event' as const),
		id: anyRecord,
		type: fc.constantFrom<EventType>('user.optedIn', 'user.optedOut', 'message.delivered'),
		age: fc.constantFrom(0, 0, 400, 3000, -2000),
	}),
	fc.record({ do: fc.constant('rename' as const), id: anyRecord }),
	fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1, 300, 1000, 5000) }),
	fc.record({
		do: fc.constant('fail' as const),
		when: fc.array(fc.constantFrom('before' as const, 'after' as const), { maxLength: 3 }),
	}),
	fc.constant({ do: 'poll' as const }),
	fc.constant({ do: 'poll' as const }),
	fc.constant({ do: 'acknowledge' as const }),
	fc.constant({ do: 'restart' as const }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Plays the steps, and checks every statement that is told. */
function player(world: ReturnType<typeof consentWorld>, isCurrent: boolean) {
	let memory: ConsentMemory = { told: {} };
	/** What n8n keeps: the memory of the last poll that told something. */
	let saved = JSON.stringify(memory);
	const ids = new Set<string>();
	const known = new Map<string, string>();
	const setBy = new Map<string, 'admin' | 'us'>();

	async function unlessCut(work: () => Promise<void>) {
		try {
			await work();
		} catch (error) {
			if (!(error instanceof RcsError)) throw error;
		}
	}

	async function poll() {
		const found = await pollConsent(world.run, memory, { mostPages: 10 });
		memory = found.memory;
		for (const { statement, record } of found.statements) {
			expect(ids.has(statement.id)).toBe(false);
			ids.add(statement.id);
			if (isCurrent) {
				expect(statement.state).toBe(statedIn(world.show(record.id).values));
				expect(setBy.get(record.id)).toBe('admin');
				expect(statement.state).not.toBe(known.get(record.id));
			}
			known.set(record.id, statement.state);
		}
		if (found.statements.length > 0) saved = JSON.stringify(memory);
	}

	async function tell(id: string, type: EventType, age: number) {
		const before = world.show(id).values;
		const occurredAt = new Date(Date.parse(world.now()) - age).toISOString();
		const { phone: user = '' } = world.show(id);
		await unlessCut(
			async () => void (await writeBack(world.run, [event({ type, user, occurredAt })])),
		);
		const { values } = world.show(id);
		if (values.consentStatus !== before.consentStatus) setBy.set(id, 'us');
		const [was, is] = [Number(before.consentVersion ?? 0), Number(values.consentVersion ?? 0)];
		expect(is).toBeGreaterThanOrEqual(was);
		if (is !== was) known.set(id, type === 'user.optedIn' ? 'optedIn' : 'optedOut');
	}

	const play = async (one: Step): Promise<void> => {
		const id = 'id' in one ? String(one.id) : '';
		if (one.do === 'pass') world.pass(one.ms);
		if (one.do === 'fail') world.fail(...one.when);
		if (one.do === 'rename') world.change(id, {});
		if (one.do === 'event') await tell(id, one.type, one.age);
		if (one.do === 'poll') await unlessCut(poll);
		if (one.do === 'restart') memory = JSON.parse(saved) as ConsentMemory;
		if (one.do === 'acknowledge')
			await unlessCut(async () => void ({ memory } = await acknowledge(world.run, memory)));
		if (one.do === 'edit') {
			if (world.show(id).values.consentStatus !== one.status) setBy.set(id, 'admin');
			world.edit(id, one.status);
		}
	};

	return { play, known };
}

const settle: Step[] = [
	{ do: 'fail', when: [] },
	{ do: 'poll' },
	{ do: 'acknowledge' },
	{ do: 'poll' },
	{ do: 'acknowledge' },
];

test.each([1, 1000])(
	'what an admin sets is told once, and what we write never, where times are kept to %i ms',
	async (stepMs) => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
				const world = consentWorld(phones, { stepMs });
				const { play, known } = player(world, true);
				for (const one of [...steps, ...settle]) await play(one);
				for (const id of ['1', '2', '3']) {
					const state = statedIn(world.show(id).values);
					if (state) expect(state).toBe(known.get(id));
				}
			}),
			{ numRuns: 1500 },
		);
	},
	60_000,
);

test('where the search lags, nothing is told twice', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
			const world = consentWorld(phones, { lagMs: 2000 });
			const { play } = player(world, false);
			for (const one of [...steps, ...settle]) await play(one);
		}),
		{ numRuns: 1500 },
	);
}, 60_000);
