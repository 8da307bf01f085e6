import type { FastifyInstance, FastifyReply } from 'fastify';

import { compact } from '../../json';
import type { SandboxProvider, World } from '../provider';
import { agent, ID } from './account';
import { createAuth } from './auth';
import { consoleRoutes } from './console';
import { createContacts } from './contacts';
import { refusal } from './errors';
import { createPublisher } from './publish';
import { createMessageLimit } from './rateLimit';
import type { Records } from './records';
import { contactRoutes } from './routes/contacts';
import { messageRoutes } from './routes/messages';
import { templateRoutes } from './routes/templates';
import { webhookRoutes } from './routes/webhooks';
import { createSender } from './send';
import { createTemplates } from './templates';
import { createWebhooks } from './webhooks';

/**
 * The generic REST API /v1 of integration guides: their endpoints, events and error codes, with the
 * bodies that docs/providers/rest-v1.md describes. Its test numbers are the phones of the sandbox.
 */
export function restV1({ network, outbox, scheduler }: World): SandboxProvider {
	const auth = createAuth();
	const limit = createMessageLimit();
	const contacts = createContacts();
	const records: Records = new WeakMap();
	const webhooks = createWebhooks(outbox);
	const publisher = createPublisher(webhooks, records, contacts);
	const templates = createTemplates(
		scheduler,
		({ id, name, language, version, status, reason }) => {
			const event = status === 'approved' ? 'template.approved' : 'template.rejected';
			webhooks.tell(event, compact({ template_id: id, name, language, version, status, reason }));
		},
	);

	function routes(app: FastifyInstance): void {
		app.addHook('onRequest', async ({ url, headers }, reply) => {
			if (url.startsWith(`/${ID}/v1/auth/`) || auth.admits(headers.authorization)) return;
			await reply.code(401).send(refusal(401));
		});
		app.post('/v1/auth/login', async ({ body }, reply) => auth.login(body) ?? wrong(reply));
		app.get('/v1/auth/token', async ({ headers }, reply) => {
			return auth.basic(headers.authorization) ?? wrong(reply);
		});
		app.post('/v1/auth/refresh', async ({ body }, reply) => auth.refresh(body) ?? wrong(reply));
		const send = createSender(network, records, templates, publisher.accepted);
		messageRoutes(app, network, send, limit);
		templateRoutes(app, templates);
		contactRoutes(app, contacts);
		webhookRoutes(app, webhooks);
	}

	return {
		id: ID,
		agents: [agent],
		routes,
		console: (app) => consoleRoutes(app, { network, auth, limit, templates }),
		refusal: (status) => refusal(status),
		onNetwork: (event) => publisher.onNetwork(event),
		reset() {
			for (const part of [auth, limit, contacts, webhooks, templates]) part.reset();
		},
	};
}

const wrong = (reply: FastifyReply): FastifyReply => reply.code(401).send(refusal(401));
