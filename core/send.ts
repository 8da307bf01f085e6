import { describeProblems, type ProviderError, providerError, RcsError } from './errors';
import { neverSent } from './http';
import { defined } from './json';
import { downgrade, withoutHints } from './message/downgrade';
import { fillPlaceholders } from './message/placeholders';
import type { Change, Problem } from './message/problem';
import { validate } from './message/validate';
import type { RcsMessage, ReadyMessage } from './message/types';
import type { Call, Provider, SendResult } from './provider';

/** What to do with a message its provider cannot carry as it is. */
export type IfNotSupported = 'fail' | 'downgrade';

/** The message as it would be sent, and what was changed for that; or, with it, why it cannot be. */
export type Prepared =
	| { ok: true; message: ReadyMessage; changes: Change[] }
	| { ok: false; message: ReadyMessage; changes: Change[]; problems: Problem[] };

/**
 * Makes a message ready for its provider: fills placeholders, downgrades if asked to, and checks
 * everything the provider's profile says. Only what comes out of here may be sent.
 */
export function prepare(
	provider: Provider,
	message: RcsMessage & { id: string },
	now: Date,
	ifNotSupported: IfNotSupported = 'fail',
): Prepared {
	const { profile } = provider;
	const filled = fillPlaceholders(message, profile);
	const fitted =
		ifNotSupported === 'downgrade'
			? downgrade(filled.message, profile, now)
			: withoutHints(filled.message, profile);
	const problems = [...filled.problems, ...validate(fitted.message, profile, now)];
	const fit = { message: { ...fitted.message, id: message.id }, changes: fitted.changes };
	return problems.length > 0 ? { ok: false, ...fit, problems } : { ok: true, ...fit };
}

/** The error that stands for an invalid message. */
export function invalid(problems: Problem[]): ProviderError {
	return providerError('validation', describeProblems(problems), { problems });
}

/** Groups ready messages into requests the provider takes: order kept, no group over its bulk size. */
export function batches(
	provider: Provider,
	messages: readonly ReadyMessage[],
	most = Number.POSITIVE_INFINITY,
): ReadyMessage[][] {
	const size = Math.min(provider.profile.bulk.messages, most);
	const open = new Map<string, ReadyMessage[]>();
	const all: ReadyMessage[][] = [];
	for (const message of messages) {
		const key = provider.batchKey?.(message) ?? '';
		const batch = open.get(key);
		if (batch && batch.length < size) batch.push(message);
		else {
			const started = [message];
			open.set(key, started);
			all.push(started);
		}
	}
	return all;
}

/**
 * Sends one batch. Never throws for what a provider or a network does: a request that failed as a
 * whole is the same result for each of its messages.
 */
export async function sendBatch(
	provider: Provider,
	call: Call,
	batch: readonly ReadyMessage[],
): Promise<SendResult[]> {
	try {
		const results = await provider.send(call, batch);
		return provider.profile.deduplicates ? results.map(acceptDuplicate) : results;
	} catch (error) {
		if (!(error instanceof RcsError)) throw error;
		return batch.map(({ id, to }) => failed(id, to, error.detail));
	}
}

/**
 * A request without a response may have been accepted, unless it certainly did not arrive. So may one
 * over which the server failed.
 */
function failed(id: string, to: string, error: ProviderError): SendResult {
	const isLost = error.category === 'network' && !neverSent(error.code);
	if (!isLost && !failedInside(error)) return { id, to, status: 'rejected', error, raw: null };
	return unknownOutcome(id, to, error, isLost ? undefined : FAILED_INSIDE);
}

/** The result of a message that may have been sent, whatever was said about it since. */
export function unknownOutcome(
	id: string,
	to: string,
	{ message, code, httpStatus }: ProviderError,
	advice?: string,
): SendResult {
	const more = defined({ code, httpStatus, advice });
	return {
		id,
		to,
		status: 'unknown',
		error: providerError('unknownOutcome', message, more),
		raw: null,
	};
}

const FAILED_INSIDE =
	'The server failed while it worked on the message, so it may have been sent. Look it up at the provider before you send it again.';

/** Whether the server may have failed after it had begun: with 503 it says that it did not begin. */
function failedInside({ httpStatus = 0 }: ProviderError): boolean {
	return httpStatus === 408 || (httpStatus >= 500 && httpStatus !== 503);
}

/** A provider that recognises ids and names one as known has accepted the message before. */
function acceptDuplicate(result: SendResult): SendResult {
	if (result.status === 'accepted' || result.error.category !== 'duplicate') return result;
	const { id, to, raw } = result;
	return { id, to, status: 'accepted', duplicate: true, raw };
}
