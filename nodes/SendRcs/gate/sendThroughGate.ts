import { chunks } from '../../../core/askAll';
import type { Clock } from '../../../core/clock';
import { categoryFacts, type ProviderError } from '../../../core/errors';
import type { ReadyMessage } from '../../../core/message/types';
import type { SendResult } from '../../../core/provider';
import type { Pace } from '../../../core/sendAll';
import type { Answer, Asking, Keeper, Results } from './asking';

type Send = (messages: readonly ReadyMessage[]) => Promise<Results>;

/** What became of messages, by their id: the results of those that were sent, and why the others were not. */
interface Sent {
	results: Map<string, SendResult>;
	stopped: Map<string, Answer>;
}

/** What the gate said is a minute old at most when a message goes out: somebody may say STOP meanwhile. */
const FRESH_SECONDS = 60;

/** Longer than two messages are apart, so that portions under a rate limit keep to it together. */
const APART_MS = 1020;

/**
 * Sends the messages that the gate lets through: all at once, or under a rate limit in portions, each
 * asked for when it is its turn.
 */
export async function sendThroughGate(
	keeper: Keeper,
	asking: readonly Asking[],
	send: Send,
	{ perSecond = Number.POSITIVE_INFINITY }: Pick<Pace, 'perSecond'>,
	{ wait }: Pick<Clock, 'wait'>,
): Promise<Sent> {
	const sent: Sent = { results: new Map(), stopped: new Map() };
	const size = Math.max(1, Math.floor(Math.min(perSecond * FRESH_SECONDS, asking.length)));
	for (const [i, portion] of chunks(asking, size).entries()) {
		if (i > 0) await wait(APART_MS);
		await sendPortion(keeper, portion, send, sent);
	}
	keeper.finish();
	return sent;
}

/**
 * A message that was refused does not count: what its place in the frequency cap had held is looked at
 * again.
 */
async function sendPortion(
	keeper: Keeper,
	portion: readonly Asking[],
	send: Send,
	sent: Sent,
): Promise<void> {
	let waiting = portion;
	while (waiting.length > 0) {
		const allowed = await ask(keeper, waiting, sent.stopped);
		if (allowed.length === 0) return;
		const round = await send(allowed.map(({ message }) => message));
		for (const [id, result] of round) sent.results.set(id, result);
		waiting = heldBy(await keeper.settle(allowed, round), allowed, waiting, sent.stopped);
		const failure = commonFailure([...round.values()]);
		if (!failure) continue;
		giveUp(sent, waiting, failure);
		return;
	}
}

/** Those that may go out; of the others it is noted why not. */
async function ask(
	keeper: Keeper,
	waiting: readonly Asking[],
	stopped: Map<string, Answer>,
): Promise<Asking[]> {
	const answers = await keeper.ask(waiting, false);
	return waiting.filter(({ message: { id } }) => {
		const answer = answers.get(id);
		if (!answer) throw new TypeError(`The gate said nothing of message ${id}`);
		if (answer.outcome === 'send') stopped.delete(id);
		else stopped.set(id, answer);
		return answer.outcome === 'send';
	});
}

/** What the cap held for people for whom a message no longer counts. */
function heldBy(
	free: ReadonlySet<string>,
	allowed: readonly Asking[],
	waiting: readonly Asking[],
	stopped: ReadonlyMap<string, Answer>,
): Asking[] {
	const people = new Set(
		allowed.flatMap(({ message }) => (free.has(message.id) ? [message.to] : [])),
	);
	return waiting.filter(
		({ message: { id, to } }) => people.has(to) && stopped.get(id)?.rule === 'frequencyCap',
	);
}

/** Why nothing went out, if that would be the same for any message: then others need not be tried. */
function commonFailure(results: readonly SendResult[]): ProviderError | undefined {
	const errors = results.map((result) => (result.status === 'rejected' ? result.error : undefined));
	return errors.every((error) => error && categoryFacts[error.category].concernsEveryMessage)
		? errors[0]
		: undefined;
}

function giveUp({ results, stopped }: Sent, left: readonly Asking[], error: ProviderError): void {
	const message = `Not tried, because the messages before it failed: ${error.message}`;
	for (const { id, to } of left.map((one) => one.message)) {
		stopped.delete(id);
		results.set(id, { id, to, status: 'rejected', error: { ...error, message }, raw: null });
	}
}
