import type { ProviderError } from '../../core/errors';
import { defined } from '../../core/json';
import { sendingTime } from '../../core/message/time';
import { gateError } from '../../core/policy/gateError';
import { unknownOutcome } from '../../core/send';
import { releasePasses } from '../gate';
import { adviceOf } from '../operations/advice';
import type { Service } from '../service';
import { askGateFor } from './askGateFor';
import { lookAgainAt } from './lookAgainAt';
import { noteMessage } from './noteMessage';
import { sendByProvider } from './sendByProvider';
import {
	moveSend,
	renewSend,
	type Send,
	type SendOutcome,
	type SendStatus,
	takeLost,
} from './sends';

/** If the process ends in the middle, somebody looks after the message so many seconds later. */
export const SAFETY_SECONDS = 90;

/** Whoever did not say for so long that it still asks the provider has ended. */
const LOST_SECONDS = 45;
const RENEW_MS = 5000;

/**
 * Goes on with a message that was asked for: at once, when its hold ends, or after a crash. What the
 * provider may have already is sent again only where it would know it again.
 */
export async function carryOn(service: Service, send: Send): Promise<void> {
	if (send.status === 'sending') return takeOver(service, send);
	if (send.status === 'asked' || send.status === 'held') return begin(service, send);
}

/** What the gate let through long ago may be forbidden by now: it is asked again, and counts the message once. */
async function takeOver(service: Service, send: Send): Promise<void> {
	const { store, queues } = service;
	const { id, age, connection } = send;
	// Another process may be at it still; if it is not, somebody looks again.
	if (age < LOST_SECONDS) return queues.add('send', { id }, { startAfter: SAFETY_SECONDS });
	const account = service.accounts.get(connection);
	if (!account?.provider.profile.deduplicates) {
		await moveSend(store, id, ['sending'], 'unknown', lostOutcome());
		return;
	}
	const answer = await askGateFor(service, send, false);
	if (answer.outcome !== 'send') {
		const outcome = { ...lostOutcome(gateError(answer).message), checks: answer.checks };
		await moveSend(store, id, ['sending'], 'unknown', outcome);
		return;
	}
	if (await takeLost(store, id, LOST_SECONDS)) await deliver(service, send, true);
}

async function begin(service: Service, send: Send): Promise<void> {
	const { id, phone, request } = send;
	const answer = await askGateFor(service, send, false);
	const holdUntil = answer.outcome === 'send' ? scheduled(service, send) : answer.holdUntil;
	if (answer.outcome === 'send' && holdUntil === undefined) {
		const isOurs = await moveSend(service.store, id, ['asked', 'held'], 'sending');
		return isOurs ? deliver(service, send) : undefined;
	}
	// Scheduled, it may have been let through before.
	if (answer.outcome !== 'send') await releasePasses(service.store, [{ id, phone }]);
	const { checks } = answer;
	const reason = answer.outcome === 'send' ? {} : { reason: reasonOf(gateError(answer)) };
	const outcome = { ...reason, checks, ...defined({ holdUntil }) };
	const waits = answer.outcome === 'send' || request.how.whenHeld === 'wait';
	if (!waits || holdUntil === undefined) {
		await moveSend(service.store, id, ['asked', 'held'], 'refused', outcome);
		return;
	}
	await service.store.transaction(async (sql) => {
		await moveSend(sql, id, ['asked', 'held'], 'held', outcome);
		const startAfter = await lookAgainAt(sql, holdUntil, service.clock.now());
		await service.queues.add('send', { id }, { startAfter, within: sql });
	});
}

/**
 * Until when a message waits for its own time. It waits here and not at the provider, where no STOP would
 * reach it any more.
 */
function scheduled({ clock }: Service, { request: { message } }: Send): string | undefined {
	const now = clock.now();
	const at = sendingTime(message.schedule?.at, new Date(now));
	return at > now ? new Date(at).toISOString() : undefined;
}

/** `again`: the provider may have the message already. */
async function deliver(service: Service, send: Send, again = false): Promise<void> {
	const { store } = service;
	const { id, phone, connection } = send;
	const account = service.accounts.get(connection);
	if (!account) {
		await releasePasses(store, [{ id, phone }]);
		await moveSend(store, id, ['sending'], 'rejected', noAccount(connection));
		return;
	}
	const renew = () => renewSend(store, id).catch(() => undefined);
	const timer = setInterval(() => void renew(), RENEW_MS);
	const told = await sendByProvider(service, account, send.request.message).finally(() =>
		clearInterval(timer),
	);
	const result = again && told.status === 'rejected' ? unknownOutcome(id, phone, told.error) : told;
	if (result.status === 'rejected') await releasePasses(store, [{ id, phone }]);
	const outcome: SendOutcome =
		result.status === 'accepted'
			? defined({ providerMessageId: result.providerMessageId })
			: { reason: reasonOf(result.error), ...defined({ needsReview: result.needsReview }) };
	// Whoever took the message for lost did not know better.
	const from: SendStatus[] = result.status === 'unknown' ? ['sending'] : ['sending', 'unknown'];
	await store.transaction(async (sql) => {
		const isKept = await moveSend(sql, id, from, result.status, outcome);
		if (isKept && result.status !== 'rejected') await noteMessage(sql, account, send);
	});
}

function reasonOf(error: ProviderError & { rule?: string }): NonNullable<SendOutcome['reason']> {
	const { category, message, rule } = error;
	return { category, message, advice: adviceOf(error), ...defined({ rule }) };
}

function lostOutcome(stopped?: string): SendOutcome {
	const why = stopped === undefined ? '' : `, and it may not be sent again: ${stopped}`;
	return {
		reason: {
			category: 'unknownOutcome',
			message: `The service ended while the provider was asked to send the message${why}`,
			advice: 'It may have been sent. Look it up at the provider before you send it again.',
		},
		needsReview: true,
	};
}

function noAccount(connection: string): SendOutcome {
	return {
		reason: {
			category: 'configuration',
			message: `The connection ${connection} is no longer in the configuration`,
			advice: 'Add it again under "providers", or ask for the message with another one.',
		},
	};
}
