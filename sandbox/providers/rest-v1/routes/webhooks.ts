import type { FastifyInstance } from 'fastify';

import { compile, violationsOf } from '../../../validation';
import { refusal } from '../errors';
import { pageOf, type PageQuery } from '../paging';
import { webhookBody } from '../schema';
import type { WebhookBody } from '../types';
import { eventNames, type Webhook, type Webhooks } from '../webhooks';

const isWebhook = compile<WebhookBody>(webhookBody(eventNames));

/** Registering webhooks. A secret is never given out again. */
export function webhookRoutes(app: FastifyInstance, webhooks: Webhooks): void {
	app.get<PageQuery>('/v1/webhooks', async ({ query }) =>
		pageOf('webhooks', webhooks.list().map(show), query),
	);

	app.post('/v1/webhooks', async ({ body }, reply) => {
		if (isWebhook(body)) return reply.code(201).send(show(webhooks.add(body)));
		const violations = violationsOf(isWebhook);
		return reply.code(400).send(refusal('INVALID_REQUEST', 'The webhook is not valid', violations));
	});

	app.delete<{ Params: { id: string } }>('/v1/webhooks/:id', async ({ params }, reply) => {
		if (!webhooks.find(params.id)) return reply.code(404).send(refusal(404));
		webhooks.remove(params.id);
		return reply.code(204).send();
	});
}

const show = ({ id, url, events, created_at }: Webhook): object => ({
	id,
	url,
	events,
	created_at,
});
