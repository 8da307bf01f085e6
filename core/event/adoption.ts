import type { ErrorCategory } from '../errors';
import type { EventChannel, EventType, RcsEvent } from './types';

/** How many people RCS reaches, and how the others were reached. */
export interface Adoption {
	/** People of whom anything is known: `rcs + fallback + unreached`. */
	people: number;
	/** Their phone has RCS: it received a message, showed it, or was used in the chat. */
	rcs: number;
	/** RCS did not reach them, and another channel took over. */
	fallback: number;
	/** Nothing reached them. */
	unreached: number;
	/** `rcs / people`, from 0 to 1. Absent where nothing is known of anybody. */
	rate?: number;
	/** People by the channel that reached them; a fallback of a channel not told yet is in none. */
	byChannel: Partial<Record<EventChannel, number>>;
}

/** What one event tells of a person. `noRcs`: that the phone has none, and nothing of other channels. */
interface Evidence {
	at: string;
	way: 'rcs' | 'fallback' | 'unreached' | 'noRcs';
	channel?: EventChannel;
}

/** From the weakest to the strongest, for evidence of the same moment. */
const strength: readonly Evidence['way'][] = ['noRcs', 'unreached', 'fallback', 'rcs'];

/**
 * RCS adoption from events of any number of people, messages and providers: by person the latest
 * evidence wins. The order of the events does not matter, nor how often each comes. Events without a
 * `user` count for the person of their message, where another event names one.
 *
 * That a message is queued or sent over RCS is no evidence, and neither is a failure that is about
 * the message or the account instead of the person.
 */
export function adoptionOf(events: readonly RcsEvent[]): Adoption {
	const reached = [...evidenceByPerson(events).values()].flatMap((known) => latestWay(known) ?? []);
	const count = (way: Evidence['way']) => reached.filter((person) => person.way === way).length;
	const people = reached.length;
	const rcs = count('rcs');
	return {
		people,
		rcs,
		fallback: count('fallback'),
		unreached: count('unreached'),
		...(people > 0 ? { rate: rcs / people } : {}),
		byChannel: countChannels(reached),
	};
}

function evidenceByPerson(events: readonly RcsEvent[]): Map<string, Evidence[]> {
	const owners = ownersOf(events);
	const byPerson = new Map<string, Evidence[]>();
	for (const event of events) {
		const person = event.user ?? event.capability?.to ?? owners.get(messageOf(event));
		const evidence = evidenceOf(event);
		if (person === undefined || !evidence) continue;
		const known = byPerson.get(person);
		if (known) known.push(evidence);
		else byPerson.set(person, [evidence]);
	}
	return byPerson;
}

/** Whose a message is. Should two people share one, it is always the same of them. */
function ownersOf(events: readonly RcsEvent[]): Map<string, string> {
	const owners = new Map<string, string>();
	for (const event of events) {
		const { messageId, user } = event;
		if (messageId === undefined || user === undefined) continue;
		const known = owners.get(messageOf(event));
		if (known === undefined || user < known) owners.set(messageOf(event), user);
	}
	return owners;
}

/** Ids are unique at their provider only. */
function messageOf({ provider, messageId }: RcsEvent): string {
	return JSON.stringify([provider, messageId]);
}

/** A person is counted by what is newest; that a phone has no RCS leaves what another channel did. */
function latestWay(known: readonly Evidence[]): Evidence | undefined {
	const newest = latest(known);
	if (newest?.way !== 'noRcs') return newest;
	const tried = latest(known.filter(({ way }) => way === 'fallback' || way === 'unreached'));
	return tried ?? { at: newest.at, way: 'unreached' };
}

function latest(known: readonly Evidence[]): Evidence | undefined {
	return known.reduce<Evidence | undefined>(
		(best, one) => (best && !isAfter(one, best) ? best : one),
		undefined,
	);
}

/** Later; at the same moment the stronger, then always the same one. */
function isAfter(a: Evidence, b: Evidence): boolean {
	if (a.at !== b.at) return a.at > b.at;
	if (a.way !== b.way) return strength.indexOf(a.way) > strength.indexOf(b.way);
	return (a.channel ?? '') > (b.channel ?? '');
}

/** What only a phone in the RCS chat can have done. */
const ofThePhone: ReadonlySet<EventType> = new Set([
	'message.delivered',
	'message.read',
	'message.replied',
	'message.clicked',
	'message.received',
	'user.typing',
]);

/** What another channel tells once it took over. */
const ofAFallback: ReadonlySet<EventType> = new Set([
	'message.sent',
	'message.delivered',
	'message.read',
	'message.clicked',
]);

/** Failures that are about the person; the others would have been the same for anybody. */
const ofThePerson: ReadonlySet<ErrorCategory> = new Set(['notReachable', 'blocked', 'expired']);

function evidenceOf(event: RcsEvent): Evidence | undefined {
	const { type, channel = 'rcs', occurredAt: at, error } = event;
	if (type === 'capability.result') return ofCapability(event);
	if (type === 'message.fallback')
		return { at, way: 'fallback', ...(channel === 'rcs' ? {} : { channel }) };
	if (type === 'message.failed' || type === 'message.expired')
		return !error || ofThePerson.has(error.category) ? { at, way: 'unreached' } : undefined;
	if (channel === 'rcs') return ofThePhone.has(type) ? { at, way: 'rcs', channel } : undefined;
	return ofAFallback.has(type) ? { at, way: 'fallback', channel } : undefined;
}

function ofCapability({ capability, occurredAt: at }: RcsEvent): Evidence | undefined {
	if (capability?.reachable === 'yes') return { at, way: 'rcs', channel: 'rcs' };
	return capability?.reachable === 'no' ? { at, way: 'noRcs' } : undefined;
}

function countChannels(reached: readonly Evidence[]): Adoption['byChannel'] {
	const counts: Adoption['byChannel'] = {};
	for (const { channel } of reached) if (channel) counts[channel] = (counts[channel] ?? 0) + 1;
	return counts;
}
