import type { FastifyInstance } from 'fastify';

import { isObject } from '../../../json';
import { toE164 } from '../../../network/phones';
import type { Network } from '../../../network/network';
import { agent, ID } from '../account';
import type { Code } from '../errors';
import type { InboundIds } from '../inboundIds';
import { bodyOf, type Body } from '../params';
import { statusOf } from '../status';

interface Platform {
	network: Network;
	ids: InboundIds;
	send(body: Body): object;
}

interface ById {
	Params: { id: string };
}

const eventParams = ['to', 'msg_id', 'event', 'from'];

/** Sending, revoking, status, and events of the agent. */
export function messageRoutes(app: FastifyInstance, platform: Platform): void {
	const { network, ids } = platform;

	app.post('/api/rcs/messages', async (request) => platform.send(bodyOf(request)));

	// It succeeds whether or not anything was revoked; a message with a fallback cannot be.
	app.delete<ById>('/api/rcs/messages/:id', async ({ params: { id } }) => {
		const message = network.messages.find(ID, id);
		if (message && !message.fallback) network.revoke(ID, id);
		return { success: true };
	});

	app.get('/api/status', async ({ query }, reply) => {
		const wanted = isObject(query) ? query['msg_id'] : undefined;
		if (typeof wanted !== 'string' || wanted === '') return reply.send(901 satisfies Code);
		const statuses = wanted
			.split(',')
			.flatMap((id) => statusOf(network.messages.find(ID, id)) ?? []);
		return statuses.length === wanted.split(',').length ? statuses : reply.send(901 satisfies Code);
	});

	app.post('/api/rcs/events', async (request, reply) => {
		const code = sendEvent(bodyOf(request).params);
		return code === undefined ? { success: true } : reply.send(code);
	});

	/** Sends an event of the agent to a phone; otherwise the code that refuses it. */
	function sendEvent(params: Readonly<Record<string, unknown>>): Code | undefined {
		const { to, msg_id, event, from } = params;
		if (Object.keys(params).some((name) => !eventParams.includes(name))) return 400;
		if (event !== 'IS_TYPING' && event !== 'READ') return 400;
		if (from !== undefined && from !== agent.id) return 306;
		if (to === undefined && msg_id === undefined) return 301;
		const phone = to === undefined ? undefined : toE164(String(to));
		if (to !== undefined && phone === undefined) return 202;
		// That the agent is typing is about no message, where the phone is known without one.
		if (event === 'IS_TYPING' && phone !== undefined && msg_id === undefined) {
			network.agentTyping(phone, agent);
			return undefined;
		}
		const inbound = msg_id === undefined ? ids.lastOf(phone ?? '') : ids.find(String(msg_id));
		if (!inbound || (phone !== undefined && inbound.phone !== phone)) return 901;
		if (event === 'READ') network.agentSeen(agent, inbound.id);
		else network.agentTyping(inbound.phone, agent);
		return undefined;
	}
}
