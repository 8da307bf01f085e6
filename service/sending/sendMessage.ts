import { tryDryRun } from '../../core/dryRun';
import { RcsError } from '../../core/errors';
import type { HttpRequest } from '../../core/http';
import { defined } from '../../core/json';
import type { Change } from '../../core/message/problem';
import type { GateAnswer } from '../../core/policy/gateAnswer';
import type { Provider } from '../../core/provider';
import { prepare } from '../../core/send';
import { badRequest, HttpProblem } from '../http/problem';
import type { Service } from '../service';
import { askGateFor } from './askGateFor';
import { carryOn, SAFETY_SECONDS } from './carryOn';
import { hashOf, type SendRequest } from './request';
import { whenDue } from './sendByProvider';
import { addSend, findSend, type Send, type SendOutcome, type SendStatus } from './sends';

/** What became of a message that was asked for. */
export interface SendAnswer extends SendOutcome {
	id: string;
	status: SendStatus;
	/** Parts that were changed because the provider cannot carry them. */
	changes?: readonly Change[];
}

/** What a dry run shows. */
export interface DryAnswer {
	id: string;
	status: 'dryRun';
	gate: GateAnswer;
	requests: readonly HttpRequest[];
	changes?: readonly Change[];
}

/**
 * Sends one message that was asked for over the API: once for its id, whatever is asked again, and only
 * if the gate lets it through.
 *
 * @throws HttpProblem 400 for a message that cannot be sent, 409 where the id stands for another one.
 */
export async function sendMessage(
	service: Service,
	request: SendRequest,
): Promise<SendAnswer | DryAnswer> {
	if (request.how.dryRun) return dryRun(service, request);
	const { id } = request.message;
	const hash = hashOf(request);
	// What was asked for before may be past its time by now, and has its answer all the same.
	const before = await findSend(service.store, id);
	if (before) return answerOf(sameCall(before, hash));
	const about = ready(service, request);
	const isNew = await service.store.transaction(async (sql) => {
		const added = await addSend(sql, { id, ...about, hash });
		if (added)
			await service.queues.add('send', { id }, { startAfter: SAFETY_SECONDS, within: sql });
		return added;
	});
	const send = sameCall(await known(service, id), hash);
	if (!isNew) return answerOf(send);
	await carryOn(service, send);
	return answerOf(await known(service, id));
}

type About = Pick<Send, 'connection' | 'phone' | 'purpose' | 'request'>;

/** @throws HttpProblem 400 for a message that its provider cannot carry. */
function ready({ clock }: Service, { account, message: asked, how, naming }: SendRequest): About {
	const now = new Date(clock.now());
	const prepared = prepare(scheduledHere(account.provider), asked, now, how.ifNotSupported);
	if (!prepared.ok) throw badRequest(prepared.problems.map(naming));
	const { message, changes } = prepared;
	// The gate is asked with what the message is for, which not every provider can be told.
	const { traffic } = asked;
	const noted = defined({ traffic, changes: changes.length > 0 ? changes : undefined });
	return {
		connection: account.connection,
		phone: message.to,
		purpose: how.purpose,
		request: { message, how, ...noted },
	};
}

/** The provider as one that takes any schedule: what is scheduled waits here, and it is never told. */
function scheduledHere(provider: Provider): Provider {
	const { profile } = provider;
	return { ...provider, profile: { ...profile, options: [...profile.options, 'schedule'] } };
}

async function dryRun(service: Service, request: SendRequest): Promise<DryAnswer> {
	const { provider, settings } = request.account;
	const about = ready(service, request);
	const { message, changes } = about.request;
	const gate = await askGateFor(service, about, true);
	const now = new Date(service.clock.now());
	const dry = await tryDryRun(provider, settings, [whenDue(message)], now);
	if (!dry.ok) throw new RcsError(dry.error);
	const { id } = message;
	return { id, status: 'dryRun', gate, requests: dry.requests, ...defined({ changes }) };
}

async function known({ store }: Service, id: string): Promise<Send> {
	const send = await findSend(store, id);
	if (!send) throw new TypeError(`Message ${id} was not written down`);
	return send;
}

function sameCall(send: Send, hash: string): Send {
	if (send.hash !== hash) throw otherRequest();
	return send;
}

function answerOf({ id, status, outcome, request: { changes } }: Send): SendAnswer {
	return { id, status, ...outcome, ...defined({ changes }) };
}

function otherRequest(): HttpProblem {
	return new HttpProblem(409, {
		category: 'duplicate',
		message:
			'This idempotencyKey or id stands for a call with another number, message, purpose or connection. Nothing was sent',
		advice:
			'Use a key of its own for each message, such as the order, its new state and the contact.',
	});
}
