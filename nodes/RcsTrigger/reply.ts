import type { IWebhookFunctions } from 'n8n-workflow';
import type { RcsEvent } from '../../core/event/types';
import { asString } from '../../core/json';
import { decodeReference, type ReplyReference } from '../shared/replyReference';
import type { ReplySent } from '../shared/replySent';
import { asWord, type Outcome, type Waits, type Written } from '../shared/waits';
import { handOver, type HandedOver } from './replyHandOver';

/** What became of an event that may be an answer to a node that waits. */
export type ReplyFate =
	/** It is none: the workflow may start on it. */
	| 'ordinary'
	/** A node went on with it, or it came too late for one. */
	| 'taken'
	/** n8n gave no answer: the provider has to tell it again. */
	| 'again';

/** Tells the person that an answer came too late. */
export type TellLate = (event: RcsEvent, wait: string) => Promise<void>;

/** Hands an event to the node that waits for it, if there is one. */
export async function takeReply(
	context: IWebhookFunctions,
	waits: Waits,
	event: RcsEvent,
	tellLate: TellLate,
): Promise<ReplyFate> {
	const reference = referenceIn(context.getInstanceId(), event);
	if (reference) return takeTap(context, waits, event, reference, tellLate);
	const written = writtenIn(event);
	if (written) return takeWritten(context, waits, event, written, tellLate);
	return 'ordinary';
}

/** Whether an event has to do with questions at all; the rest need not be looked at. */
export function mayBeReply(context: IWebhookFunctions, event: RcsEvent): boolean {
	return (
		referenceIn(context.getInstanceId(), event) !== undefined || writtenIn(event) !== undefined
	);
}

/** Where a provider tells taps as texts, the postback data may stand in the text. */
function referenceIn(
	instanceId: string,
	{ postbackData, text }: RcsEvent,
): ReplyReference | undefined {
	return decodeReference(instanceId, postbackData ?? text ?? '');
}

/** An opt-out ends what a person is asked, and is never an answer. */
function writtenIn({ type, provider, user, agent, text, postbackData, eventId }: RcsEvent) {
	if (user === undefined) return undefined;
	const written: Written = { provider, phone: user, eventId, ...(agent ? { agent } : {}) };
	if (type === 'user.optedOut') return written;
	const isTyped = type === 'message.received' || type === 'message.replied';
	if (!isTyped || postbackData !== undefined || !asString(text)?.trim()) return undefined;
	return { ...written, word: asWord(text ?? '') };
}

async function takeTap(
	context: IWebhookFunctions,
	waits: Waits,
	event: RcsEvent,
	{ wait, choice, path }: ReplyReference,
	tellLate: TellLate,
): Promise<ReplyFate> {
	const handed = await handOver(context, path, sent('chip', event, choice));
	if (handed === 'refused') return 'ordinary';
	if (handed === 'unreachable') return 'again';
	await settle(waits, event, wait, handed === 'resumed' ? 'answered' : 'late', tellLate);
	return 'taken';
}

const outcomes: Readonly<Record<HandedOver, Outcome>> = {
	resumed: 'answered',
	closed: 'late',
	noAnswer: 'open',
	refused: 'late',
	unreachable: 'open',
};

async function takeWritten(
	context: IWebhookFunctions,
	waits: Waits,
	event: RcsEvent,
	written: Written,
	tellLate: TellLate,
): Promise<ReplyFate> {
	const claim = await waits.claim(written);
	if (claim.outcome === 'none') return 'ordinary';
	if (claim.outcome === 'late') {
		await settle(waits, event, claim.wait, 'late', tellLate);
		return 'ordinary';
	}
	const isOptOut = written.word === undefined;
	const handed = await handOver(context, claim.path, sent(isOptOut ? 'optOut' : 'text', event));
	await settle(waits, event, claim.wait, outcomes[handed], isOptOut ? silent : tellLate);
	if (isOptOut)
		return handed === 'resumed' ? takeNext(context, waits, event, tellLate) : 'ordinary';
	if (handed === 'unreachable') return 'again';
	return handed === 'resumed' ? 'taken' : 'ordinary';
}

/** Who opted out may have been asked several things; the event itself is for the workflow as well. */
async function takeNext(
	context: IWebhookFunctions,
	waits: Waits,
	event: RcsEvent,
	tellLate: TellLate,
): Promise<ReplyFate> {
	return takeReply(context, waits, event, tellLate);
}

const silent: TellLate = async () => undefined;

async function settle(
	waits: Waits,
	event: RcsEvent,
	wait: string,
	outcome: Outcome,
	tellLate: TellLate,
): Promise<void> {
	if (await waits.settle(wait, event.eventId, outcome)) await tellLate(event, wait);
}

function sent(by: ReplySent['by'], { raw: _, ...event }: RcsEvent, choice?: number): ReplySent {
	return { by, event: { ...event }, ...(choice === undefined ? {} : { choice }) };
}
