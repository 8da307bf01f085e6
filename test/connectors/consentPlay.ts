import fc from 'fast-check';
import { acknowledge } from '../../connectors/consentAcknowledge';
import { statedIn } from '../../connectors/consentEdit';
import type { ConsentMemory } from '../../connectors/consentMemory';
import { readNamed } from '../../connectors/consentNamed';
import { pollConsent } from '../../connectors/consentPoll';
import type { ConsentRecord } from '../../connectors/consentChanges';
import type { ToldNews } from '../../connectors/consentTold';
import type { CrmRun } from '../../connectors/execute';
import { writeBack } from '../../connectors/writeBack';
import { RcsError } from '../../core/errors';
import type { EventType } from '../../core/event/types';
import { event } from './hubspotFixtures';

/** Admins edit, people opt in and out, messages are delivered, polls and acknowledgements come in any order. */

/** The first, second or third record. */
const anyRecord = fc.nat({ max: 2 });

const step = fc.oneof(
	fc.record({
		do: fc.constant('edit' as const),
		record: anyRecord,
		status: fc.constantFrom('opted_in', 'opted_out', 'pending', 'unknown'),
	}),
	fc.record({
		do: fc.constant('event' as const),
		record: anyRecord,
		type: fc.constantFrom<EventType>('user.optedIn', 'user.optedOut', 'message.delivered'),
		age: fc.constantFrom(0, 0, 400, 3000, -2000),
	}),
	fc.record({ do: fc.constant('rename' as const), record: anyRecord }),
	fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1, 300, 1000, 5000) }),
	fc.record({
		do: fc.constant('fail' as const),
		when: fc.array(fc.constantFrom('before' as const, 'after' as const), { maxLength: 3 }),
	}),
	fc.constant({ do: 'poll' as const }),
	fc.constant({ do: 'poll' as const }),
	fc.record({ do: fc.constant('named' as const), record: anyRecord }),
	fc.constant({ do: 'acknowledge' as const }),
	fc.constant({ do: 'restart' as const }),
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

export const steps = fc.array(step, { maxLength: 40, size: 'max' });

/** Nothing is left to tell after these. */
export const settle: readonly Step[] = [
	{ do: 'fail', when: [] },
	{ do: 'poll' },
	{ do: 'acknowledge' },
	{ do: 'poll' },
	{ do: 'acknowledge' },
];

type Awaitable<T> = T | Promise<T>;

/** A CRM with three records. */
export interface PlayWorld {
	run: CrmRun;
	ids: readonly string[];
	show(id: string): Awaitable<ConsentRecord>;
	/** Somebody sets the status in the CRM. */
	edit(id: string, status: string): Awaitable<void>;
	/** Somebody changes anything else of the record. */
	rename(id: string): Awaitable<void>;
	pass(ms: number): void;
	now(): string;
	/** What happens to the next requests: cut before or after they did what they are for. */
	fail(...next: ('before' | 'after')[]): Awaitable<void>;
}

/** Plays the steps, and checks every statement that is told. */
export function player(world: PlayWorld) {
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

	async function told(found: ToldNews & { memory: ConsentMemory }) {
		memory = found.memory;
		const own = found.statements.filter(({ record }) => world.ids.includes(record.id));
		for (const { statement, record } of own) {
			expect(ids.has(statement.id)).toBe(false);
			ids.add(statement.id);
			expect(statement.state).toBe(statedIn((await world.show(record.id)).values));
			expect(setBy.get(record.id)).toBe('admin');
			expect(statement.state).not.toBe(known.get(record.id));
			known.set(record.id, statement.state);
		}
		if (found.statements.length > 0) saved = JSON.stringify(memory);
	}

	async function tell(id: string, type: EventType, age: number) {
		const { values: before, phone: user = '' } = await world.show(id);
		const occurredAt = new Date(Date.parse(world.now()) - age).toISOString();
		await unlessCut(
			async () => void (await writeBack(world.run, [event({ type, user, occurredAt })])),
		);
		const { values } = await world.show(id);
		if (values.consentStatus !== before.consentStatus) setBy.set(id, 'us');
		const [was, is] = [Number(before.consentVersion ?? 0), Number(values.consentVersion ?? 0)];
		expect(is).toBeGreaterThanOrEqual(was);
		if (is !== was) known.set(id, type === 'user.optedIn' ? 'optedIn' : 'optedOut');
	}

	const play = async (one: Step): Promise<void> => {
		const id = ('record' in one && world.ids[one.record]) || '';
		if (one.do === 'pass') world.pass(one.ms);
		if (one.do === 'fail') await world.fail(...one.when);
		if (one.do === 'rename') await world.rename(id);
		if (one.do === 'event') await tell(id, one.type, one.age);
		if (one.do === 'poll')
			await unlessCut(async () => told(await pollConsent(world.run, memory, { mostPages: 10 })));
		if (one.do === 'named') {
			const { object } = await world.show(id);
			await unlessCut(async () => told(await readNamed(world.run, memory, [{ object, id }])));
		}
		if (one.do === 'restart') memory = JSON.parse(saved) as ConsentMemory;
		if (one.do === 'acknowledge')
			await unlessCut(async () => void ({ memory } = await acknowledge(world.run, memory)));
		if (one.do === 'edit') {
			const { values } = await world.show(id);
			if (values.consentStatus !== one.status) setBy.set(id, 'admin');
			await world.edit(id, one.status);
		}
	};

	/** Whether each record says what was told or written last. */
	async function expectAllTold(): Promise<void> {
		for (const id of world.ids) {
			const state = statedIn((await world.show(id)).values);
			if (state) expect(state).toBe(known.get(id));
		}
	}

	return { play, expectAllTold };
}
