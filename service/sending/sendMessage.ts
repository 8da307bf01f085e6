import { tryDryRun } from '../../core/dryRun';
import { RcsError } from '../../core/errors';
import type { HttpRequest } from '../../core/http';
import { defined } from '../../core/json';
import type { Change } from '../../core/message/problem';
import type { ReadyMessage } from '../../core/message/types';
import type { GateAnswer } from '../../core/policy/gateAnswer';
import { prepare } from '../../core/send';
import { badRequest, HttpProblem } from '../http/problem';
import type { Service } from '../service';
import { askGateFor } from './askGateFor';
import { carryOn, SAFETY_SECONDS } from './carryOn';
import { hashOf, type SendRequest } from './request';
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
	const { message, changes } = ready(service, request);
	const about = aboutOf(request, message);
	if (request.how.dryRun) return dryRun(service, request, about, changes);
	const { id } = message;
	const isNew = await service.store.transaction(async (sql) => {
		const added = await addSend(sql, { id, ...about, hash: hashOf(request) });
		if (added)
			await service.queues.add('send', { id }, { startAfter: SAFETY_SECONDS, within: sql });
		return added;
	});
	const send = await known(service, id);
	if (send.hash !== hashOf(request)) throw otherRequest();
	if (isNew) await carryOn(service, send);
	return answerOf(isNew ? await known(service, id) : send, changes);
}

function ready({ clock }: Service, request: SendRequest) {
	const { account, message, how } = request;
	const now = new Date(clock.now());
	const prepared = prepare(account.provider, message, now, how.ifNotSupported);
	if (prepared.ok) return prepared;
	throw badRequest(
		prepared.problems.map(({ path, message: what }) => ({
			path: `message.${path}`,
			message: what,
		})),
	);
}

type About = Pick<Send, 'connection' | 'phone' | 'purpose' | 'request'>;

/** The gate is asked with what the message is for, which not every provider can be told. */
function aboutOf({ account, message: asked, how }: SendRequest, message: ReadyMessage): About {
	return {
		connection: account.connection,
		phone: message.to,
		purpose: how.purpose,
		request: { message, how, ...defined({ traffic: asked.traffic }) },
	};
}

async function dryRun(
	service: Service,
	{ account: { provider, settings } }: SendRequest,
	about: About,
	changes: readonly Change[],
): Promise<DryAnswer> {
	const { message } = about.request;
	const gate = await askGateFor(service, about, true);
	const dry = await tryDryRun(provider, settings, [message], new Date(service.clock.now()));
	if (!dry.ok) throw new RcsError(dry.error);
	const { id } = message;
	return { id, status: 'dryRun', gate, requests: dry.requests, ...changesOf(changes) };
}

async function known({ store }: Service, id: string): Promise<Send> {
	const send = await findSend(store, id);
	if (!send) throw new TypeError(`Message ${id} was not written down`);
	return send;
}

function answerOf({ id, status, outcome }: Send, changes: readonly Change[]): SendAnswer {
	return { id, status, ...outcome, ...changesOf(changes) };
}

function changesOf(changes: readonly Change[]): { changes?: readonly Change[] } {
	return changes.length > 0 ? { changes } : {};
}

function otherRequest(): HttpProblem {
	return new HttpProblem(409, {
		category: 'duplicate',
		message: 'Another message was asked for with this idempotencyKey or id before',
		advice: 'Use a key of its own for each message, such as the order and its new state.',
	});
}
