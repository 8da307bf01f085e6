import { randomUUID } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { compact } from '../../../json';
import { toE164 } from '../../../network/phones';
import { compile, violationsOf } from '../../../validation';
import type { World } from '../../provider';
import { findSender, type Records } from '../account';
import { apiError } from '../errors';
import type { Reach } from '../reach';
import { capabilityResult } from '../reports';
import { brokenRules } from '../rules';
import { messageRequest } from '../schema/message';
import { capabilityNotify, capabilityQuery, eventRequest } from '../schema/others';
import { send } from '../send';
import { statuses } from '../status';
import type { Templates } from '../templates';
import type { CapabilityRequest, EventRequest, MessageRequest, Subscription } from '../types';
import { addressed, subscribed } from '../webhooks';

const isMessageRequest = compile<MessageRequest>(messageRequest);
const isQuery = compile<CapabilityRequest>(capabilityQuery);
const isNotify = compile<CapabilityRequest>(capabilityNotify);
const isEventRequest = compile<EventRequest>(eventRequest);

/** Sending, events and capability checks. */
export function messageRoutes(
	app: FastifyInstance,
	world: World,
	records: Records,
	templates: Templates,
	reach: Reach,
	subscriptions: () => Iterable<Subscription>,
): void {
	const { network, outbox } = world;

	app.post('/rcs/2/messages', async ({ body }, reply) => {
		if (!isMessageRequest(body)) {
			return reply.code(400).send(apiError(400, violationsOf(isMessageRequest)));
		}
		const broken = brokenRules(body, new Date());
		if (broken.length > 0) return reply.code(400).send(apiError(400, broken));
		return send(body, world, records, templates, reach);
	});

	app.post('/rcs/1/events', async ({ body }, reply) => {
		if (!isEventRequest(body)) {
			return reply.code(400).send(apiError(400, violationsOf(isEventRequest)));
		}
		const messages = body.events.flatMap(({ sender, destinations, content }) =>
			destinations.map(({ to, messageId = randomUUID() }) => {
				const agent = findSender(sender);
				const phone = toE164(to);
				if (agent && phone) {
					if (content.type === 'SEEN') network.agentSeen(agent, content.messageId);
					else network.agentTyping(phone, agent);
				}
				const accepted = phone ? statuses.accepted : statuses.invalidDestination;
				return { messageId, status: agent ? accepted : statuses.unknownSender, destination: to };
			}),
		);
		return { bulkId: randomUUID(), messages };
	});

	function codeFor(sender: string, number: string): string {
		const phone = toE164(number);
		if (!phone) return 'INVALID_DESTINATION_ADDRESS';
		const agent = findSender(sender);
		if (!agent) return 'REJECTED_ROUTE_NOT_AVAILABLE';
		if (!reach.mayReach(agent, phone)) return 'UNREACHABLE';
		return network.phones.reach(phone).rcs ? 'ENABLED' : 'UNREACHABLE';
	}

	app.post('/rcs/2/capability-check/query', async ({ body }, reply) => {
		if (!isQuery(body)) return reply.code(400).send(apiError(400, violationsOf(isQuery)));
		const capabilityCheckResults = body.phoneNumbers.map((phoneNumber) => ({
			messageId: randomUUID(),
			phoneNumber,
			code: codeFor(body.sender, phoneNumber),
		}));
		return compact({ capabilityCheckResults, options: body.options });
	});

	app.post('/rcs/2/capability-check/notify', async ({ body }, reply) => {
		if (!isNotify(body)) return reply.code(400).send(apiError(400, violationsOf(isNotify)));
		const bulkId = randomUUID();
		const { sender, notifyUrl, options } = body;
		const targets = notifyUrl
			? [addressed(notifyUrl, 'CAP_CHECK')]
			: subscribed(subscriptions(), 'CAP_CHECK', sender, options?.platform);
		const capabilityCheckRequestStates = body.phoneNumbers.map((phoneNumber) => {
			const messageId = randomUUID();
			const code = codeFor(sender, phoneNumber);
			const result = capabilityResult(bulkId, messageId, phoneNumber, code, options);
			for (const target of targets) outbox.push(target, 'CAP_CHECK', result);
			return { messageId, phoneNumber, status: 'PENDING_ENROUTE' };
		});
		return { bulkId, capabilityCheckRequestStates };
	});
}
