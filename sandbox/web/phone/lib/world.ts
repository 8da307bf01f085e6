import type { Agent, Entry, PhoneView, TrafficSummary } from './types';

const TRAFFIC_KEPT = 200;

/** What the page knows of the sandbox. */
export interface World {
	connection: 'connecting' | 'connected' | 'lost';
	phones: readonly PhoneView[];
	agents: readonly Agent[];
	/** What happened on each phone, by its number, oldest first. */
	timelines: Readonly<Record<string, readonly Entry[]>>;
	/** Agents that type right now. */
	typing: readonly Typing[];
	/** What went over the wire, the latest first. */
	traffic: readonly TrafficSummary[];
}

export interface Typing {
	agent: Agent;
	phone: string;
}

export const emptyWorld: World = {
	connection: 'connecting',
	phones: [],
	agents: [],
	timelines: {},
	typing: [],
	traffic: [],
};

export type WorldEvent =
	| { type: 'loaded'; world: Pick<World, 'phones' | 'agents' | 'timelines' | 'traffic'> }
	| { type: 'lost' }
	| { type: 'phones'; phones: readonly PhoneView[] }
	| { type: 'phone'; phone: PhoneView }
	| { type: 'timeline'; number: string; entries: readonly Entry[] }
	| { type: 'entry'; entry: Entry }
	| { type: 'traffic'; exchange: TrafficSummary }
	| { type: 'typing'; typing: Typing }
	| { type: 'typed'; typing: Typing };

export const numberOf = (entry: Entry): string =>
	entry.type === 'message' ? entry.to : entry.phone;

/** The world after something happened in it. */
export function next(world: World, event: WorldEvent): World {
	switch (event.type) {
		case 'loaded':
			return { ...event.world, connection: 'connected', typing: [] };
		case 'lost':
			return { ...world, connection: 'lost' };
		case 'phones':
			return { ...world, phones: event.phones };
		case 'phone':
			return { ...world, phones: put(world.phones, event.phone, ({ number }) => number) };
		case 'timeline':
			return { ...world, timelines: { ...world.timelines, [event.number]: event.entries } };
		case 'entry':
			return withEntry(world, event.entry);
		case 'traffic':
			return { ...world, traffic: withExchange(world.traffic, event.exchange) };
		case 'typing':
			return { ...world, typing: [...world.typing, event.typing] };
		case 'typed':
			return { ...world, typing: world.typing.filter((one) => one !== event.typing) };
	}
}

function withEntry(world: World, entry: Entry): World {
	const number = numberOf(entry);
	const before = world.timelines[number];
	const known = before?.some(({ key }) => key === entry.key) === true;
	const typing =
		entry.type === 'message' && !known
			? world.typing.filter(({ agent, phone }) => phone !== number || agent.id !== entry.agent.id)
			: world.typing;
	// What was on a phone before is read when it is opened: one entry alone is no timeline.
	if (!before) return { ...world, typing };
	const timeline = put(before, entry, ({ key }) => key);
	return { ...world, typing, timelines: { ...world.timelines, [number]: timeline } };
}

function withExchange(
	traffic: World['traffic'],
	exchange: TrafficSummary,
): readonly TrafficSummary[] {
	const index = traffic.findIndex(({ id }) => id === exchange.id);
	return index < 0 ? [exchange, ...traffic].slice(0, TRAFFIC_KEPT) : traffic.with(index, exchange);
}

/** The list with this item in the place of the one it brings up to date, or at the end. */
function put<T>(list: readonly T[], item: T, keyOf: (item: T) => string): readonly T[] {
	const index = list.findIndex((one) => keyOf(one) === keyOf(item));
	return index < 0 ? [...list, item] : list.with(index, item);
}
