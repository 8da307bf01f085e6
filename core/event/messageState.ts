import type { ProviderError } from '../errors';
import type { EventChannel, EventType, RcsEvent } from './types';

export type LegState = 'queued' | 'sent' | 'failed' | 'expired' | 'revoked' | 'delivered' | 'read';

/** When each thing happened first: ISO 8601 in UTC. */
export type LegTimes = Partial<Record<Evidence, string>>;

/** One attempt to reach the person, over one channel. */
export interface Leg {
	channel: EventChannel;
	state: LegState;
	times: LegTimes;
}

export interface MessageState {
	/** `sent` also while the provider tries another channel after RCS failed. */
	state: LegState;
	/** The channel that reached the person, else the last that was tried. */
	channel: EventChannel;
	/** Whether another channel took over from RCS. */
	fellBack: boolean;
	legs: Leg[];
	/** Why it failed last, over whichever channel, and when. */
	error?: ProviderError;
	failedAt?: string;
}

/** What events tell of a leg, from the weakest to the strongest, and the state each stands for. */
const evidence = {
	queued: 'queued',
	sent: 'sent',
	failed: 'failed',
	expired: 'expired',
	revoked: 'revoked',
	delivered: 'delivered',
	read: 'read',
	clicked: 'read',
	replied: 'read',
} as const satisfies Record<string, LegState>;
type Evidence = keyof typeof evidence;

const told: Readonly<Partial<Record<EventType, Evidence>>> = {
	'message.queued': 'queued',
	'message.sent': 'sent',
	'message.failed': 'failed',
	'message.expired': 'expired',
	'message.revoked': 'revoked',
	'message.delivered': 'delivered',
	'message.read': 'read',
	'message.clicked': 'clicked',
	'message.replied': 'replied',
};

/** Whether an event tells how far its message came. */
export function tellsState({ type }: RcsEvent): boolean {
	return type === 'message.fallback' || told[type] !== undefined;
}

/** In the order in which providers try them. */
const channels: readonly EventChannel[] = ['rcs', 'whatsapp', 'mms', 'sms'];

/**
 * What became of the one message that all of these events are about; nothing, where none tells. Any order
 * and any repetition of the events gives the same answer. A phone's own report (delivered, read, a tap)
 * outweighs a failure of the same leg, because the message is there; a failure outweighs everything that
 * came before it. `before` is what was made of earlier events, which may not be there any more.
 */
export function messageState(
	events: readonly RcsEvent[],
	before?: Pick<MessageState, 'fellBack' | 'legs' | 'error' | 'failedAt'>,
): MessageState | undefined {
	const facts = [...(before?.legs.flatMap(factsOfLeg) ?? []), ...events.flatMap(factsOf)];
	const legs = channels.flatMap((channel) => legOf(channel, facts) ?? []);
	const last = legs.at(-1);
	if (!last) return undefined;
	const arrived = legs.filter(({ state }) => state === 'delivered' || state === 'read');
	const deciding = arrived.find(({ state }) => state === 'read') ?? arrived[0] ?? last;
	const announced =
		before?.fellBack === true || events.some(({ type }) => type === 'message.fallback');
	const isUnderWay = announced && arrived.length === 0 && last.channel === 'rcs';
	return {
		state: isUnderWay ? 'sent' : deciding.state,
		channel: deciding.channel,
		fellBack: announced || last.channel !== 'rcs',
		legs,
		...lastFailure([...failureOf(before), ...events.flatMap(failureOf)]),
	};
}

interface Fact {
	channel: EventChannel;
	what: Evidence;
	at: string;
}

/** A fallback tells that RCS failed, and names the channel that follows where the provider knows it. */
function factsOf({ type, channel = 'rcs', occurredAt: at }: RcsEvent): Fact[] {
	if (type !== 'message.fallback') {
		const what = told[type];
		return what ? [{ channel, what, at }] : [];
	}
	const failed: Fact = { channel: 'rcs', what: 'failed', at };
	return channel === 'rcs' ? [failed] : [failed, { channel, what: 'sent', at }];
}

function factsOfLeg({ channel, times }: Leg): Fact[] {
	return Object.entries(times).flatMap(([what, at]) =>
		isEvidence(what) ? [{ channel, what, at }] : [],
	);
}

function isEvidence(name: string): name is Evidence {
	return Object.hasOwn(evidence, name);
}

function legOf(channel: EventChannel, facts: readonly Fact[]): Leg | undefined {
	const times: LegTimes = {};
	for (const { what, at, ...fact } of facts) {
		const known = times[what];
		if (fact.channel === channel && (known === undefined || at < known)) times[what] = at;
	}
	let state: LegState | undefined;
	for (const [what, stands] of Object.entries(evidence))
		if (Object.hasOwn(times, what)) state = stands;
	return state && { channel, state, times };
}

interface Failure {
	error: ProviderError;
	failedAt: string;
}

function failureOf(
	told: Pick<RcsEvent, 'error' | 'occurredAt'> | Pick<MessageState, 'error' | 'failedAt'> = {},
): Failure[] {
	const failedAt = 'occurredAt' in told ? told.occurredAt : told.failedAt;
	return told.error && failedAt !== undefined ? [{ error: told.error, failedAt }] : [];
}

/** Of several, the latest; of two at the same time, always the same one. */
function lastFailure(failures: readonly Failure[]): Pick<MessageState, 'error' | 'failedAt'> {
	const inOrder = failures.toSorted(
		(a, b) => compare(a.failedAt, b.failedAt) || compare(a.error.message, b.error.message),
	);
	return inOrder.at(-1) ?? {};
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
