import type { FastifyInstance } from 'fastify';

import { isObject } from '../../json';
import type { Network } from '../../network/network';
import type { LegState, Message } from '../../network/types';
import { compile, violationsOf } from '../../validation';
import { ID, type Dashboard } from './account';
import { apiError } from './errors';
import { templateRequests } from './schema/requests';
import { send } from './send';
import type { TemplateStore } from './templates';
import type { TemplateRequest } from './types';

interface Platform {
	network: Network;
	dashboard(): Dashboard;
	templates: TemplateStore;
	/** No callbacks are wanted for this message. */
	mute(message: Message): void;
}

const templateChecks = Object.fromEntries(
	Object.entries(templateRequests).map(([type, schema]) => [
		type,
		compile<TemplateRequest>(schema),
	]),
);

/** Messages and templates. */
export function messageRoutes(app: FastifyInstance, platform: Platform): void {
	const { network, templates } = platform;

	app.post('/api/message-server/rcs/send', async ({ body }, reply) => {
		const answer = send({ network, templates, dashboard: platform.dashboard() }, body);
		if (answer.status !== 200)
			return reply.code(answer.status).send(apiError(answer.status, answer.violations));
		if (answer.message && answer.muted) platform.mute(answer.message);
		return answer.body;
	});

	app.post('/api/message-server/rcs/templates', async ({ body }, reply) => {
		const type = isObject(body) ? body['type'] : undefined;
		const check = templateChecks[String(type)] ?? templateChecks['TEXT'];
		if (check?.(body)) return templates.add(body);
		return reply.code(400).send(apiError(400, check ? violationsOf(check) : []));
	});
}

const deliveryStatuses: Readonly<Record<LegState, string>> = {
	queued: 'PENDING',
	sent: 'SENT',
	delivered: 'DELIVERED',
	read: 'READ',
	failed: 'ERROR',
	expired: 'EXPIRED',
	revoked: 'ERROR',
};

interface ById {
	Params: { id: string };
}

/** What is asked for: the status of a message, the address of a file, the contacts. */
export function questionRoutes(app: FastifyInstance, { network }: Platform): void {
	const gateway = '/api/partner-gateway/v1';

	app.get<ById>(`${gateway}/messages/status/:id`, async ({ params }, reply) => {
		const message = network.messages.find(ID, params.id);
		const leg = message?.legs.at(-1);
		if (!message || !leg)
			return reply
				.code(404)
				.send(apiError(404, [{ property: 'customerMessageId', violation: 'is not known' }]));
		const { channel, state } = leg;
		return { customerMessageId: message.id, channel, deliveryStatus: deliveryStatuses[state] };
	});

	app.get(`${gateway}/contacts`, async () => ({ content: [], totalElements: 0 }));

	app.get<ById>('/api/files/:id', async ({ params, query }, reply) => {
		const { expireMinutes = '60' } = { ...(isObject(query) ? query : {}) };
		if (!/^[1-9]\d{0,4}$/.test(String(expireMinutes)))
			return reply
				.code(400)
				.send(apiError(400, [{ property: 'expireMinutes', violation: 'must be a number' }]));
		const file = network.messages.findInbound(ID, params.id)?.file;
		if (file) return { url: file.url };
		return reply
			.code(404)
			.send(apiError(404, [{ property: 'mediaKey', violation: 'is not known' }]));
	});
}
