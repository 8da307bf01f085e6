import type { FastifyInstance } from 'fastify';

import { isObject } from '../../json';
import type { SandboxProvider, World } from '../provider';
import { createRecords, senders } from './account';
import { createAuth } from './auth';
import { apiError, apiException } from './errors';
import { createPublisher } from './publish';
import { messageRoutes } from './routes/messages';
import { profileRoutes } from './routes/profiles';
import { senderRoutes } from './routes/senders';
import { subscriptionRoutes } from './routes/subscriptions';
import { templateRoutes } from './routes/templates';
import { createSubscriptions } from './subscriptions';
import { createTemplates, type TemplateStatus } from './templates';
import { infobipTime } from './times';

const REPORTS_KEPT = 10_000;
const TOKEN_PATH = '/auth/1/oauth2/token';

/** Infobip's RCS API, as its OpenAPI description (version 3.210) says. */
export function infobip(world: World): SandboxProvider {
	const auth = createAuth();
	const records = createRecords();
	const subscriptions = createSubscriptions();
	const reports: object[] = [];
	const publisher = createPublisher(
		world.outbox,
		records,
		() => subscriptions.list(),
		(report) => {
			reports.push(report);
			if (reports.length > REPORTS_KEPT) reports.shift();
		},
	);
	const templates = createTemplates(world.scheduler, (template, comment) => {
		const { sender, name, status: templateStatus, lastUpdate } = template;
		const updatedAt = infobipTime(lastUpdate);
		publisher.push('TEMPLATE_UPDATE', sender, { name, templateStatus, comment, updatedAt });
	});

	function routes(app: FastifyInstance): void {
		app.addContentTypeParser(
			'application/x-www-form-urlencoded',
			{ parseAs: 'string' },
			(_request, body, done) => done(null, new URLSearchParams(String(body))),
		);
		app.addHook('onRequest', async ({ url, headers }, reply) => {
			if (url.endsWith(TOKEN_PATH) || auth.admits(headers.authorization)) return;
			const older = url.includes('/subscriptions/');
			await reply.code(401).send(older ? apiException(401, 'Unauthorized') : apiError(401));
		});
		app.post(TOKEN_PATH, async ({ body }, reply) => {
			const token = body instanceof URLSearchParams ? auth.issue(body) : undefined;
			return token ?? reply.code(401).send(apiError(401));
		});
		messageRoutes(app, world, records, templates, () => subscriptions.list());
		templateRoutes(app, templates);
		subscriptionRoutes(app, subscriptions);
		profileRoutes(app, subscriptions);
		senderRoutes(app, reports);
	}

	return {
		id: 'infobip',
		agents: senders,
		routes,
		console(app) {
			app.post<{ Params: { name: string } }>('/templates/:name', async (request, reply) => {
				const sender = senders.find(({ id }) => templates.find(id, request.params.name));
				const template = sender && templates.find(sender.id, request.params.name);
				const decision = isObject(request.body) ? request.body : {};
				const status = decisions.find((known) => known === decision['status']);
				if (!template) return reply.code(404).send({ error: 'There is no such template' });
				if (!status) return reply.code(400).send({ error: `status: ${decisions.join(' | ')}` });
				templates.decide(template, status, String(decision['comment'] ?? ''));
				return { name: template.name, status };
			});
		},
		refusal: (status) => apiError(status),
		onNetwork: (event) => publisher.onNetwork(event),
		reset() {
			auth.reset();
			subscriptions.reset();
			templates.reset();
			reports.length = 0;
		},
	};
}

const decisions: readonly TemplateStatus[] = ['APPROVED', 'REJECTED', 'SUSPENDED', 'PENDING'];
