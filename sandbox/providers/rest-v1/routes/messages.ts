import type { FastifyInstance } from 'fastify';

import { compact, isObject } from '../../../json';
import type { Network } from '../../../network/network';
import type { Message } from '../../../network/types';
import { compile, violationsOf } from '../../../validation';
import { agent } from '../account';
import { refusal, type Refused, refused } from '../errors';
import { reasons } from '../publish';
import type { MessageLimit } from '../rateLimit';
import { bulkBody, scheduleBody, sendBody } from '../schema';
import type { Sender } from '../send';
import type { MessageBody } from '../types';

const isSend = compile<MessageBody>(sendBody);
const isSchedule = compile<MessageBody>(scheduleBody);
const isBulk = compile<{ messages: unknown[] }>(bulkBody);

const INVALID = 'The message is not valid';

/** Sending one message, many, or later; and asking for one. */
export function messageRoutes(
	app: FastifyInstance,
	network: Network,
	send: Sender,
	limit: MessageLimit,
): void {
	const checked = (isBody: typeof isSend, body: unknown): { message: Message } | Refused =>
		isBody(body) ? send(body) : refused(400, 'INVALID_REQUEST', INVALID, violationsOf(isBody));

	for (const [path, isBody] of [
		['/v1/messages', isSend],
		['/v1/messages/schedule', isSchedule],
	] as const) {
		app.post(path, async ({ body }, reply) => {
			if (!(await limit.admit(reply, 1))) return reply;
			const outcome = checked(isBody, body);
			if ('message' in outcome) return reply.code(202).send(accepted(outcome.message));
			return reply.code(outcome.status).send(outcome.body);
		});
	}

	app.post('/v1/messages/bulk', async ({ body }, reply) => {
		if (!isBulk(body)) {
			return reply
				.code(400)
				.send(refusal('INVALID_REQUEST', 'The request is not valid', violationsOf(isBulk)));
		}
		if (!(await limit.admit(reply, body.messages.length))) return reply;
		const results = body.messages.map((message) => {
			const outcome = checked(isSend, message);
			if ('message' in outcome) return accepted(outcome.message);
			const id = isObject(message) ? message['message_id'] : undefined;
			return compact({ message_id: id, status: 'rejected', ...outcome.body });
		});
		return reply.code(202).send({ results });
	});

	app.get<{ Params: { id: string } }>('/v1/messages/:id', async ({ params }, reply) => {
		const message = network.messages.find(agent.provider, params.id);
		return message ? show(message) : reply.code(404).send(refusal(404));
	});
}

/** The message keeps the id its sender gave it. */
function accepted({ id, startAt, createdAt }: Message): object {
	const status = startAt ? 'scheduled' : 'queued';
	return { id, message_id: id, status, created_at: createdAt };
}

function show({ id, to, startAt, createdAt, legs }: Message): object {
	const leg = legs.at(-1) ?? legs[0];
	const waits = leg.state === 'queued' && startAt !== undefined && startAt > new Date();
	return compact({
		id,
		message_id: id,
		to,
		from: leg.sender,
		channel: leg.channel.toLowerCase(),
		status: waits ? 'scheduled' : leg.state,
		created_at: createdAt,
		sent_at: leg.times.sent,
		delivered_at: leg.times.delivered,
		read_at: leg.times.read,
		failed_at: leg.times.failed ?? leg.times.expired,
		error: leg.reason && reasons[leg.reason],
	});
}
