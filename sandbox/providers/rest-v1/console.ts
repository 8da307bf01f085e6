import type { FastifyInstance } from 'fastify';

import { isObject } from '../../json';
import type { Network } from '../../network/network';
import { agent } from './account';
import type { Auth } from './auth';
import type { MessageLimit } from './rateLimit';
import type { Templates } from './templates';

const decisions = ['approved', 'rejected'] as const;

interface WithId {
	Params: { id: string };
}

interface Backstage {
	network: Network;
	auth: Auth;
	limit: MessageLimit;
	templates: Templates;
}

/** What happens at the service, its carriers and on phones without a request of the API. */
export function consoleRoutes(
	app: FastifyInstance,
	{ network, auth, limit, templates }: Backstage,
): void {
	/** A carrier decides about a template: all its languages, or the one that is named. */
	app.post<WithId>('/templates/:id', async ({ params, body }, reply) => {
		const { status: wanted, reason, language } = isObject(body) ? body : {};
		const status = decisions.find((known) => known === wanted);
		if (!status) return reply.code(400).send({ error: `status: ${decisions.join(' | ')}` });
		const decided = templates
			.find(params.id)
			.filter((template) => language === undefined || template.language === language);
		if (decided.length === 0) return reply.code(404).send({ error: 'There is no such template' });
		for (const template of decided)
			templates.decide(template, status, typeof reason === 'string' ? reason : undefined);
		return { id: params.id, status };
	});

	/** A person marks a message as spam. */
	app.post<WithId>('/messages/:id/complain', async ({ params }, reply) => {
		const message = network.messages.find(agent.provider, params.id);
		if (!message) return reply.code(404).send({ error: 'There is no such message' });
		network.complain(message.to, agent);
		return { id: message.id, complained: true };
	});

	/** Every access token ends now. */
	app.delete('/tokens', async () => {
		auth.expire();
		return { expired: true };
	});

	/** How many messages the account may send in a second. */
	app.put('/rate-limit', async ({ body }, reply) => {
		const perSecond = isObject(body) ? body['per_second'] : undefined;
		if (typeof perSecond !== 'number' || perSecond < 1)
			return reply.code(400).send({ error: 'per_second has to be a number' });
		limit.change(perSecond);
		return { per_second: perSecond };
	});
}
