import type { ProviderError } from '../../core/errors';
import { defined } from '../../core/json';
import type { GateAnswer } from '../../core/policy/gateAnswer';
import { gateError } from '../../core/policy/gateError';
import { releasePasses } from '../gate';
import { adviceOf } from '../operations/advice';
import type { Service } from '../service';
import { askGateFor } from './askGateFor';
import { noteMessage } from './noteMessage';
import { sendByProvider } from './sendByProvider';
import { moveSend, type Send, type SendOutcome } from './sends';

/** If the process ends in the middle, somebody looks after the message so many seconds later. */
export const SAFETY_SECONDS = 90;

/**
 * Goes on with a message that was asked for: at once, when its hold ends, or after a crash. What the
 * provider may have already is sent again only where it would know it again.
 */
export async function carryOn(service: Service, send: Send): Promise<void> {
	const { id, status, age, connection } = send;
	if (status === 'sending') {
		// Another process may be at it still; if it is not, somebody looks again.
		if (age < SAFETY_SECONDS / 2)
			return service.queues.add('send', { id }, { startAfter: SAFETY_SECONDS });
		const account = service.accounts.get(connection);
		if (account?.provider.profile.deduplicates) return deliver(service, send);
		await moveSend(service.store, id, ['sending'], 'unknown', lostOutcome);
		return;
	}
	if (status !== 'asked' && status !== 'held') return;
	const answer = await askGateFor(service, send, false);
	if (answer.outcome === 'send') {
		const isOurs = await moveSend(service.store, id, ['asked', 'held'], 'sending');
		return isOurs ? deliver(service, send) : undefined;
	}
	const outcome = { reason: reasonOf(gateError(answer)), ...outcomeOf(answer) };
	const waits = answer.outcome === 'hold' && send.request.how.whenHeld === 'wait';
	if (!waits || answer.holdUntil === undefined) {
		await moveSend(service.store, id, ['asked', 'held'], 'refused', outcome);
		return;
	}
	const { holdUntil } = answer;
	await service.store.transaction(async (sql) => {
		await moveSend(sql, id, ['asked', 'held'], 'held', outcome);
		await service.queues.add('send', { id }, { startAfter: holdUntil, within: sql });
	});
}

async function deliver(service: Service, send: Send): Promise<void> {
	const { id, connection } = send;
	const account = service.accounts.get(connection);
	if (!account) {
		await moveSend(service.store, id, ['sending'], 'rejected', noAccount(connection));
		return;
	}
	const result = await sendByProvider(service, account, send.request.message);
	if (result.status === 'rejected') await releasePasses(service.store, [id]);
	const outcome: SendOutcome =
		result.status === 'accepted'
			? defined({ providerMessageId: result.providerMessageId })
			: { reason: reasonOf(result.error), ...defined({ needsReview: result.needsReview }) };
	await service.store.transaction(async (sql) => {
		await moveSend(sql, id, ['sending'], result.status, outcome);
		if (result.status !== 'rejected') await noteMessage(sql, account, send);
	});
}

function outcomeOf({ checks, holdUntil }: GateAnswer): SendOutcome {
	return { checks, ...defined({ holdUntil }) };
}

function reasonOf(error: ProviderError & { rule?: string }): NonNullable<SendOutcome['reason']> {
	const { category, message, rule } = error;
	return { category, message, advice: adviceOf(error), ...defined({ rule }) };
}

const lostOutcome: SendOutcome = {
	reason: {
		category: 'unknownOutcome',
		message: 'The service ended while the provider was asked to send the message',
		advice: 'It may have been sent. Look it up at the provider before you send it again.',
	},
	needsReview: true,
};

function noAccount(connection: string): SendOutcome {
	return {
		reason: {
			category: 'configuration',
			message: `The connection ${connection} is no longer in the configuration`,
			advice: 'Add it again under "providers", or ask for the message with another one.',
		},
	};
}
