import type { FastifyInstance } from 'fastify';

import { integer, list, object, oneOf, string, url } from '../../../providers/schema';
import { compile } from '../../../validation';
import { notFound } from '../errors';
import { readBody } from '../input';
import type { Portal } from '../portal';
import { type AppInput, subscriptionTypes } from './app';
import type { Webhooks } from './webhooks';

const LONGEST_URL = 2048;

const isApp = compile<AppInput>(
	object({
		targetUrl: url(LONGEST_URL),
		maxConcurrentRequests: integer(1),
		subscriptions: list(
			object({ 'eventType!': oneOf(...subscriptionTypes), propertyName: string(1, 100) }),
		),
	}),
);
const isAction = compile<{ url: string }>(object({ 'url!': url(LONGEST_URL) }));

/** What a developer sets for an app, and a workflow that sends a webhook. */
export function webhookConsole(app: FastifyInstance, portal: Portal, webhooks: Webhooks): void {
	app.put('/webhooks', async ({ body }) => {
		webhooks.app.change(readBody(body, isApp));
		return webhooks.app.get();
	});

	app.get('/webhooks', async () => ({ ...webhooks.app.get(), deliveries: webhooks.log() }));

	app.post<{ Params: { id: string } }>('/contacts/:id/workflow-webhook', async (request) => {
		const record = portal.records.find('contacts', request.params.id);
		if (!record) throw notFound('There is no such contact');
		webhooks.sendFromWorkflow(record, readBody(request.body, isAction).url);
		return { id: record.id };
	});
}
