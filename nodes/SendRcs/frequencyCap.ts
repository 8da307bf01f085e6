import { type IExecuteFunctions, NodeOperationError } from 'n8n-workflow';
import { categoryFacts, type ProviderError, providerError } from '../../core/errors';
import { asNumber, asObject, type JsonObject } from '../../core/json';
import { sendingTime } from '../../core/message/time';
import type { ReadyMessage } from '../../core/message/types';
import { type FrequencyCap, frequencyCap } from '../../core/policy/frequencyCap';
import type { SendResult } from '../../core/provider';
import { clock } from '../shared/clock';
import { notSent, type Outcome } from './result';
import { SendHistory } from './sendHistory';

type Results = ReadonlyMap<string, SendResult>;

/** A message that has to wait, because its person got enough of them. */
interface Held {
	message: ReadyMessage;
	/** Milliseconds since 1970. */
	holdUntil: number;
	why: string;
}

/**
 * Sends the messages that the node's frequency cap lets through; the others are held. Messages of this
 * run count as well. One that was refused does not: what waited because of it is looked at again.
 */
export async function sendUnderCap(
	context: IExecuteFunctions,
	options: JsonObject,
	messages: readonly ReadyMessage[],
	send: (messages: readonly ReadyMessage[]) => Promise<Results>,
): Promise<{ results: Results; held: ReadonlyMap<string, Held> }> {
	const cap = capOf(context, options);
	if (!cap) return { results: await send(messages), held: new Map() };
	const history = historyOf(context, cap);
	const results = new Map<string, SendResult>();
	let { allowed, held } = divide(messages, history, cap);
	while (allowed.length > 0) {
		const round = await send(allowed);
		for (const [id, result] of round) results.set(id, result);
		for (const message of allowed) noteSend(history, message, round.get(message.id));
		const waiting = held.map(({ message }) => message);
		const failure = commonFailure([...round.values()]);
		if (failure) for (const { id, to } of waiting) results.set(id, notTried(id, to, failure));
		({ allowed, held } = divide(failure ? [] : waiting, history, cap));
	}
	if (results.size > 0) save(context, history);
	return { results, held: new Map(held.map((one) => [one.message.id, one])) };
}

/** Why nothing went out, if that would be the same for any message: then others need not be tried. */
function commonFailure(results: readonly SendResult[]): ProviderError | undefined {
	const errors = results.map((result) => (result.status === 'rejected' ? result.error : undefined));
	return errors.every((error) => error && categoryFacts[error.category].concernsEveryMessage)
		? errors[0]
		: undefined;
}

function notTried(id: string, to: string, error: ProviderError): SendResult {
	const message = `Not tried, because the messages before it failed: ${error.message}`;
	return { id, to, status: 'rejected', error: { ...error, message }, raw: null };
}

/** What the node says of a held message. Another channel would be one message too many as well. */
export function heldOutcome(provider: string, { message, holdUntil, why }: Held): Outcome {
	const until = new Date(holdUntil).toISOString();
	const advice = `Send it after ${until}, for example behind a Wait node, or not at all.`;
	const about = { messageId: message.id, to: message.to, provider, holdUntil: until };
	return notSent(about, providerError('frequencyCap', why, { advice }));
}

const HOUR = 3_600_000;

/** The cap of the node's options. One that makes no sense stops the node: without it, too much would be sent. */
function capOf(context: IExecuteFunctions, options: JsonObject): FrequencyCap | undefined {
	if (options['frequencyCap'] === undefined) return undefined;
	const cap = asObject(asObject(options['frequencyCap'])['cap']);
	const [max, hours] = [asNumber(cap['max']), asNumber(cap['hours'])];
	if (max !== undefined && hours !== undefined && Number.isInteger(max) && max >= 1 && hours > 0)
		return { max, periodMs: hours * HOUR };
	const message =
		"The option 'Frequency Cap' needs a whole number of messages and a number of hours";
	throw new NodeOperationError(context.getNode(), message, {
		description:
			'Fill in both, such as 2 messages per 24 hours, or remove the option. Nothing was sent.',
	});
}

function historyOf(context: IExecuteFunctions, cap: FrequencyCap): SendHistory {
	const key = `${context.getInstanceId()}:${context.getWorkflow().id ?? ''}`;
	return new SendHistory(context.getWorkflowStaticData('node'), key, cap, clock.now());
}

function divide(
	messages: readonly ReadyMessage[],
	history: SendHistory,
	cap: FrequencyCap,
): { allowed: ReadyMessage[]; held: Held[] } {
	const allowed: ReadyMessage[] = [];
	const held: Held[] = [];
	const planned = new Map<string, number[]>();
	const now = new Date(clock.now());
	for (const message of messages) {
		const own = planned.get(message.to) ?? [];
		const at = sendingTime(message.schedule?.at, now);
		const decision = frequencyCap([...history.timesOf(message.to), ...own], cap, at);
		if (!decision.send) held.push({ message, ...decision });
		else {
			allowed.push(message);
			planned.set(message.to, [...own, at]);
		}
	}
	return { allowed, held };
}

/** A message that may have arrived counts; one that the provider had before was counted then. */
function noteSend(
	history: SendHistory,
	message: ReadyMessage,
	result: SendResult | undefined,
): void {
	const mayHaveArrived =
		result?.status === 'unknown' || (result?.status === 'accepted' && !result.duplicate);
	if (!mayHaveArrived) return;
	history.note(message.to, sendingTime(message.schedule?.at, new Date(clock.now())));
}

function save(context: IExecuteFunctions, history: SendHistory): void {
	const forgotten = history.save();
	if (forgotten === 0) return;
	const message = `The frequency cap remembers the latest people only: ${forgotten} were forgotten, and may get more messages than it allows.`;
	context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
}
