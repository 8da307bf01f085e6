import type { IWebhookFunctions } from 'n8n-workflow';
import { otherMeaning } from '../../core/event/answers';
import type { RcsEvent } from '../../core/event/types';
import { asString } from '../../core/json';
import { decodeReference, type ReplyReference } from '../shared/replyReference';
import { asWord, type Outcome, type Waits, type Written } from '../shared/waits';
import { endUndelivered, undeliveredIn } from './replyFailed';
import { handOver, type HandedOver } from './replyHandOver';
import { byOf, type ReplyFate, sent, whoIn } from './replyParts';

/** Tells the person that an answer came too late. */
export type TellLate = (event: RcsEvent, wait: string) => Promise<void>;

/** Hands an event to the node that waits for it, if there is one. */
export async function takeReply(
	context: IWebhookFunctions,
	waits: Waits,
	event: RcsEvent,
	tellLate: TellLate,
): Promise<ReplyFate> {
	const undelivered = undeliveredIn(event);
	if (undelivered) return endUndelivered(context, waits, event, undelivered);
	const reference = referenceIn(context.getInstanceId(), event);
	if (reference) return takeTap(context, waits, event, reference, tellLate);
	const word = wordIn(event);
	if (word) {
		const fate = await takeWritten(context, waits, event, word, tellLate);
		if (fate !== 'ordinary') return fate;
	}
	const written = writtenIn(event);
	if (!written) return 'ordinary';
	if (written.word !== undefined) return takeWritten(context, waits, event, written, tellLate);
	await endAll(context, waits, event, written);
	return 'ordinary';
}

/** Whether an event has to do with questions at all; the rest need not be looked at. */
export function mayBeReply(context: IWebhookFunctions, event: RcsEvent): boolean {
	return (
		[wordIn(event), writtenIn(event), undeliveredIn(event)].some(
			(written) => written !== undefined,
		) || referenceIn(context.getInstanceId(), event) !== undefined
	);
}

/** Where a provider tells taps as texts, the postback data may stand in the text. */
function referenceIn(
	instanceId: string,
	{ postbackData, text }: RcsEvent,
): ReplyReference | undefined {
	return decodeReference(instanceId, postbackData ?? text ?? '');
}

/** What is an answer only where a question names it, because else it is, or may be, an opt-out. */
export function wordIn(event: RcsEvent): Written | undefined {
	const [who, word] = [whoIn(event), otherMeaning(event)];
	return who && word !== undefined ? { ...who, word, isNamed: true } : undefined;
}

/** An opt-out ends what a person is asked, and is never an answer. */
function writtenIn(event: RcsEvent): Written | undefined {
	const { type, text, postbackData } = event;
	const written = whoIn(event);
	if (!written) return undefined;
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
	// Where it is not over, n8n is about to note that it waits.
	if (handed === 'running' && !(await waits.isOver(wait))) return 'again';
	const outcome = handed === 'resumed' ? 'answered' : 'late';
	if (await waits.settle(wait, byOf(event), outcome)) await tellLate(event, wait);
	return 'taken';
}

/** Hands a text to the latest question that it answers; where that one is gone, to the one before. */
async function takeWritten(
	context: IWebhookFunctions,
	waits: Waits,
	event: RcsEvent,
	written: Written,
	tellLate: TellLate,
): Promise<ReplyFate> {
	const by = byOf(event);
	const late: string[] = [];
	const isForReview = event.optOut?.verdict === 'doubtful' && !written.isNamed;
	for (;;) {
		const claim = await waits.claim(written);
		if (claim.outcome === 'taken') return 'taken';
		if (claim.outcome === 'underWay') return 'again';
		if (claim.outcome === 'none') break;
		if (claim.outcome === 'closed') {
			if (await waits.settle(claim.wait, by, 'late')) late.push(claim.wait);
			break;
		}
		const handed = await handOver(context, claim.path, sent('text', event));
		const outcome = outcomes[handed];
		if (await waits.settle(claim.wait, by, outcome)) late.push(claim.wait);
		if (outcome === 'answered') return isForReview ? 'read' : 'taken';
		if (outcome === 'open') return handed === 'noAnswer' ? 'ordinary' : 'again';
	}
	// What no question takes is an opt-out, or may be one: no time for other words.
	if (late[0] === undefined || written.isNamed) return 'ordinary';
	await tellLate(event, late[0]);
	return 'late';
}

const outcomes: Readonly<Record<HandedOver, Outcome>> = {
	resumed: 'answered',
	closed: 'late',
	noAnswer: 'open',
	refused: 'over',
	running: 'open',
	unreachable: 'open',
};

/** Ends everything that whoever opted out was asked; the event itself is for the workflow. */
async function endAll(
	context: IWebhookFunctions,
	waits: Waits,
	event: RcsEvent,
	written: Written,
): Promise<void> {
	const by = byOf(event);
	const open: string[] = [];
	for (;;) {
		const claim = await waits.claim(written);
		if (claim.outcome !== 'claimed') break;
		const handed = await handOver(context, claim.path, sent('optOut', event));
		if (outcomes[handed] === 'open') open.push(claim.wait);
		else await waits.settle(claim.wait, by, 'over');
	}
	// Only now, or they would be claimed again.
	for (const wait of open) await waits.settle(wait, by, 'open');
}
