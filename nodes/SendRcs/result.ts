import type { IDataObject } from 'n8n-workflow';
import type { ErrorCategory, ProviderError } from '../../core/errors';
import type { HttpRequest } from '../../core/http';
import type { Change } from '../../core/message/problem';
import { itemJson } from '../shared/itemJson';
import { smsSize } from '../../core/message/sms';
import type { ReadyMessage } from '../../core/message/types';
import { toCurl } from '../../core/dryRun';
import type { GateAnswer } from '../../core/policy/gateAnswer';
import { gateError } from '../../core/policy/gateError';
import type { SendResult } from '../../core/provider';
import type { Answer } from './gate/asking';

/**
 * What the node says of one item. Its key `error` is never used: n8n would run the node again. The error
 * beside it is what the node fails with when nothing worked.
 */
export type Outcome = { done: true; json: IDataObject } | NotDone;

interface NotDone {
	done: false;
	json: IDataObject;
	error: ProviderError;
}

/** An accepted message, or why it was not. */
export function outcomeOf(
	provider: string,
	result: SendResult,
	changes: readonly Change[],
	includeRaw: boolean,
): Outcome {
	const about = {
		messageId: result.id,
		to: result.to,
		provider,
		...(changes.length > 0 ? { changes } : {}),
		...(includeRaw ? { raw: result.raw } : {}),
	};
	if (result.status !== 'accepted') {
		const { needsReview } = result;
		return notSent(
			{ ...about, ...(needsReview ? { needsReview } : {}) },
			result.error,
			result.status,
		);
	}
	const { providerMessageId, bulkId, duplicate, lookedUp, channel } = result;
	return {
		done: true,
		json: itemJson({
			status: 'accepted',
			...about,
			providerMessageId,
			bulkId,
			duplicate,
			lookedUp,
			channel,
		}),
	};
}

/** Refusals that mean: the person has this message, or wants none, or no more of them, or not now. */
const reached: readonly ErrorCategory[] = [
	'optedOut',
	'consentMissing',
	'blocked',
	'duplicate',
	'frequencyCap',
	'quietHours',
];

/** A message that did not leave, with the reason and what to do about it. */
export function notSent(
	about: {
		messageId?: string;
		to: string;
		provider: string;
		needsReview?: true;
		holdUntil?: string;
		checks?: Answer['checks'];
	},
	error: ProviderError,
	status: 'rejected' | 'unknown' = 'rejected',
): NotDone {
	const shown = status === 'unknown' ? 'unknown' : 'notSent';
	// What certainly was not sent may go out on another channel; a second copy may not.
	const safeToFallBack = status === 'rejected' && !reached.includes(error.category);
	return {
		done: false,
		error,
		json: itemJson({ status: shown, ...about, safeToFallBack, reason: error }),
	};
}

/** What the gate did not let through. Another channel would be one message too many as well. */
export function stoppedOutcome(
	provider: string,
	{ id: messageId, to }: ReadyMessage,
	answer: Answer,
): Outcome {
	const { holdUntil, checks, cause } = answer;
	const about = { messageId, to, provider, ...(holdUntil ? { holdUntil } : {}), checks };
	const reason = gateError(answer);
	if (!cause) return notSent(about, reason);
	return { ...notSent(about, { ...reason, retryable: cause.retryable }), error: cause };
}

/** What would be sent, in full, and what the gate would say. */
export function dryRunOutcome(
	provider: string,
	message: ReadyMessage,
	requests: readonly HttpRequest[],
	changes: readonly Change[],
	answer: Answer | undefined,
): Outcome {
	const sms = (message.fallback ?? []).flatMap((step) =>
		step.channel === 'sms' ? [smsSize(step.text)] : [],
	);
	return {
		done: true,
		json: itemJson({
			status: 'dryRun',
			messageId: message.id,
			to: message.to,
			provider,
			gate: answer && explained(answer),
			message,
			requests,
			curl: requests.map(toCurl).join('\n'),
			smsFallback: sms[0],
			changes: changes.length > 0 ? changes : undefined,
		}),
	};
}

/** What the gate would say; nothing where no rule holds for the message. */
function explained({ cause: _, ...answer }: Answer): GateAnswer | undefined {
	return answer.checks.every(({ result }) => result === 'off') ? undefined : answer;
}
