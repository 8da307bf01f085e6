import type { PhoneOutcome } from '../../../connectors/phoneOutcome';
import { writeBack } from '../../../connectors/writeBack';
import type { RcsEvent } from '../../../core/event/types';
import { events } from './events';
import { everybody } from './people';
import { inParts, shuffled, withDuplicates } from './shuffle';
import type { Committed, World } from './world';

/** What events did to a CRM. */
export interface Written {
	committed: Committed;
	outcomes: PhoneOutcome[];
	calls: number;
}

/** All events in order and in one go, in a CRM where nothing goes wrong. */
export async function plainly(world: World, told = events): Promise<Written> {
	await world.prepare();
	const outcomes = await writeBack(world.run(), told);
	return { committed: await world.committed(), outcomes, calls: world.calls() };
}

/** How many write-backs each lane takes. */
const PARTS = 10;

/**
 * The same events in random order, a tenth of them twice, among faults, as n8n would bring them: two
 * executions at a time, each about other people, ten after the other.
 */
export async function messily(world: World): Promise<Written> {
	await world.prepare();
	await world.disturb();
	const told = shuffled(withDuplicates(events), 7);
	const outcomes = await Promise.all(
		[0, 1].map(async (lane) => {
			const own = told.filter(({ user = '' }) => laneOf.get(user) === lane);
			const all: PhoneOutcome[] = [];
			for (const part of inParts(own, PARTS, 20 + lane))
				all.push(...(await oneOutcomeEach(world, part)));
			return all;
		}),
	);
	return { committed: await world.committed(), outcomes: outcomes.flat(), calls: world.calls() };
}

const laneOf = new Map(everybody.map(({ phone, i }) => [phone, Math.floor(i / 2) % 2]));

async function oneOutcomeEach(world: World, part: readonly RcsEvent[]): Promise<PhoneOutcome[]> {
	const outcomes = await writeBack(world.run(), part);
	const phones = new Set(part.map(({ user }) => user));
	expect(outcomes.map(({ phone }) => phone).sort()).toEqual([...phones].sort());
	return outcomes;
}

/** How many outcomes there are of each status. */
export function tally(outcomes: readonly PhoneOutcome[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { status } of outcomes) counts[status] = (counts[status] ?? 0) + 1;
	return counts;
}

/** How many records differ, and a few of them: all of them would be too many to read. */
export function differences(plain: Committed, mess: Committed): { count: number; some: object[] } {
	const all = Object.keys({ ...plain, ...mess }).flatMap((kind) => {
		const [left = {}, right = {}] = [plain[kind], mess[kind]];
		return Object.keys({ ...left, ...right })
			.filter((name) => textOf(left[name]) !== textOf(right[name]))
			.map((name) => ({ kind, name, plain: left[name], mess: right[name] }));
	});
	return { count: all.length, some: all.slice(0, 3) };
}

const textOf = (record: object = {}): string =>
	JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The records are those of the plain run, and nobody's events were lost or given up. */
export function expectSame(name: string, plain: Written, mess: Written): void {
	process.stdout.write(
		`${name}: ${plain.calls} calls plainly, ${mess.calls} among faults; ${said(plain)} | ${said(mess)}\n`,
	);
	expect(differences(plain.committed, mess.committed)).toEqual({ count: 0, some: [] });
	for (const { outcomes } of [plain, mess])
		expect(outcomes.filter(({ status }) => status === 'failed').slice(0, 3)).toEqual([]);
}

const said = ({ outcomes }: Written): string =>
	Object.entries(tally(outcomes))
		.map(([status, count]) => `${count} ${status}`)
		.join(', ');
