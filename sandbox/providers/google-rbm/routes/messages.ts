import type { FastifyInstance } from 'fastify';

import { compact } from '../../../json';
import type { Message } from '../../../network/types';
import { compile } from '../../../validation';
import type { World } from '../../provider';
import type { AgentState } from '../agentState';
import { demoAgent } from '../demoAccount';
import { invalid, Refusal } from '../errors';
import type { Files } from '../files';
import { toHandset } from '../handset';
import { readBody, readPhone, readQuery } from '../request';
import { brokenRules, validityMs } from '../rules';
import { agentEvent, agentMessage } from '../schema';
import type { AgentEvent, AgentMessage } from '../types';

const isAgentMessage = compile<AgentMessage>(agentMessage);
const isAgentEvent = compile<AgentEvent>(agentEvent);

interface Path {
	Params: { phone: string; message: string };
}

/** Sending, revoking, and the agent's signals. */
export function messageRoutes(
	app: FastifyInstance,
	{ network }: World,
	state: AgentState,
	files: Files,
): void {
	/** @throws Refusal when the agent cannot reach this person. */
	function reach(number: string): string {
		const phone = readPhone(number);
		if (!state.maySendTo(phone)) throw new Refusal(403);
		if (!network.phones.reach(phone).rcs) throw new Refusal(404);
		return phone;
	}

	app.post<Path>('/v1/phones/:phone/agentMessages', async (request) => {
		const { messageId: id = '' } = readQuery(request, 'messageId');
		const message = readBody(request.body, isAgentMessage);
		const now = new Date();
		const broken = brokenRules(message, now);
		if (broken.length > 0) throw new Refusal(400, broken);
		const { contentMessage, messageTrafficType } = message;
		const content = toHandset(contentMessage, (name) => files.find(name)?.url);
		if (!content) throw invalid('contentMessage', 'names an uploaded file that does not exist');
		const to = reach(request.params.phone);
		// A message id that was used before is ignored in silence.
		const known = network.messages.find(demoAgent.provider, id);
		if (known) return show(known, message);
		const validity = validityMs(message, now);
		const submission = { id, agent: demoAgent, to, content, validityMs: validity };
		const committed = network.submit(compact(submission));
		if (!committed) throw new Refusal(500);
		state.sent(to, id, messageTrafficType);
		return show(committed, message);
	});

	/** Always 200: whether it worked is not told. */
	app.delete<Path>('/v1/phones/:phone/agentMessages/:message', async (request) => {
		readQuery(request);
		const to = readPhone(request.params.phone);
		const message = network.messages.find(demoAgent.provider, request.params.message);
		if (message?.to === to) network.revoke(demoAgent.provider, message.id);
		return {};
	});

	app.post<Path>('/v1/phones/:phone/agentEvents', async (request) => {
		const { eventId = '' } = readQuery(request, 'eventId');
		const { eventType, messageId } = readBody(request.body, isAgentEvent);
		if (eventType === 'READ' && messageId === undefined)
			throw invalid('messageId', 'is required for READ');
		if (eventType === 'IS_TYPING' && messageId !== undefined)
			throw invalid('messageId', 'is only for READ');
		const phone = reach(request.params.phone);
		if (messageId === undefined) network.agentTyping(phone, demoAgent);
		else network.agentSeen(demoAgent, messageId);
		const name = `phones/${phone}/agentEvents/${eventId}`;
		return compact({ name, eventType, messageId, sendTime: new Date().toISOString() });
	});
}

function show({ id, to, createdAt }: Message, message: AgentMessage): object {
	return {
		name: `phones/${to}/agentMessages/${id}`,
		sendTime: createdAt,
		contentMessage: message.contentMessage,
		...compact({ messageTrafficType: message.messageTrafficType }),
	};
}
