import type { FastifyInstance } from 'fastify';

import { compact } from '../../json';
import type { Agent, Message } from '../../network/types';
import { compile, violationsOf, type Violation } from '../../validation';
import type { World } from '../provider';
import { toHandset } from './handset';
import { brokenRules } from './rules';
import { sendRequest } from './schema';
import type { SendRequest } from './types';

const isSendRequest = compile<SendRequest>(sendRequest);
const LISTED = 50;

/** The error body of this API. */
export function refusal(
	code: number,
	message: string,
	violations: readonly Violation[] = [],
): object {
	const details = violations.map(({ property: field, violation: description }) => ({
		field,
		description,
	}));
	return { error: { code, message, ...(details.length > 0 ? { details } : {}) } };
}

/** The conversations this provider knows, by what their messages are called. */
export interface Conversations {
	/** The phone of a conversation: its id is a number, or was assigned to one in the console. */
	phoneOf(conversationId: string): string | undefined;
	remember(messageId: string, conversationId: string): void;
	/** The conversation of a message. */
	idOf(message: Message): string;
}

/** Sending and looking up messages. */
export function messageRoutes(
	app: FastifyInstance,
	{ network }: World,
	agent: Agent,
	conversations: Conversations,
): void {
	app.post('/v1/messages', async ({ body }, reply) => {
		if (!isSendRequest(body)) {
			const violations = violationsOf(isSendRequest);
			return reply.code(400).send(refusal(400, 'The message is not valid', violations));
		}
		const broken = brokenRules(body);
		if (broken.length > 0)
			return reply.code(400).send(refusal(400, 'The message is not valid', broken));
		const { conversationId, messageId, message } = body;
		const to = conversations.phoneOf(conversationId);
		if (!to) {
			return reply
				.code(400)
				.send(refusal(400, `Conversation ${conversationId} has no phone number`));
		}
		if (network.messages.find(agent.provider, messageId))
			return reply.code(409).send(refusal(409, `Message id ${messageId} was already used`));
		conversations.remember(messageId, conversationId);
		const fallbackText = message.fallbackText ?? message.text;
		const committed = network.submit(
			compact({
				id: messageId,
				agent,
				to,
				content: toHandset(body),
				fallback:
					fallbackText === undefined
						? undefined
						: { channel: 'SMS' as const, sender: agent.name, text: fallbackText, mediaUrls: [] },
			}),
		);
		if (!committed) throw new Error(`Message ${messageId} was not there a moment ago`);
		return { ...head(committed), state: 'QUEUED', ...compact({ fallbackText }) };
	});

	app.get('/v1/messages', async () => ({
		messages: network.messages
			.list()
			.filter((message) => message.agent.provider === agent.provider)
			.slice(-LISTED)
			.reverse()
			.map(show),
	}));

	app.get<{ Params: { id: string } }>('/v1/messages/:id', async ({ params }, reply) => {
		const message = network.messages.find(agent.provider, params.id);
		return message ? show(message) : reply.code(404).send(refusal(404, 'No such message'));
	});

	function head(message: Message): { name: string; createTime: string } {
		const name = `conversations/${conversations.idOf(message)}/messages/${message.id}`;
		return { name, createTime: message.createdAt };
	}

	function show(message: Message): object {
		const leg = message.legs.at(-1) ?? message.legs[0];
		const failed = leg.state === 'expired' ? 'FAILED' : leg.state.toUpperCase();
		const state = leg.channel === 'RCS' ? failed : 'FALLBACK';
		return { ...head(message), state, ...compact({ fallbackText: message.fallback?.text }) };
	}
}
