import type { IExecuteFunctions } from 'n8n-workflow';
import { type ProviderError, providerError, RcsError } from '../../core/errors';
import { asObject, asString, defined } from '../../core/json';
import { nodeErrorOf } from '../shared/nodeErrors';
import { notSent, type Outcome } from './result';
import { isForAgent } from './wait/noReply';

/** What was got ready, or for every input that it was not sent. */
export type Ready<T> = { ok: true; value: T } | { ok: false; outcomes: Outcome[] };

/**
 * Gets ready what is to be sent. Where a node throws and is to continue, n8n passes on its input by the first output,
 * which would say that it was sent. An AI agent has no other output, and n8n tells it of the error.
 */
export async function orNotSent<T>(
	context: IExecuteFunctions,
	getReady: () => Promise<T>,
): Promise<Ready<T>> {
	try {
		return { ok: true, value: await getReady() };
	} catch (error) {
		if (!context.continueOnFail() || isForAgent(context))
			throw nodeErrorOf(context.getNode(), error);
		const provider = String(context.getNodeParameter('provider', 0, ''));
		const outcome = notSent({ to: '', provider }, asProviderError(error));
		return { ok: false, outcomes: context.getInputData().map(() => outcome) };
	}
}

/** What n8n says of the set-up of a node, in the words it has. */
function asProviderError(error: unknown): ProviderError {
	if (error instanceof RcsError) return error.detail;
	const { message, description } = asObject(error);
	const advice = asString(description) || undefined;
	return providerError('configuration', String(message ?? error), defined({ advice }));
}
