import type { FastifyInstance } from 'fastify';

import type { CrmWorld, SandboxCrm } from '../crm';
import { createOutage } from '../outage';
import { ID } from './account/account';
import { createAuth } from './account/auth';
import { createLimits } from './account/limits';
import { createOAuth } from './account/oauth';
import { accessConsole } from './account/console';
import { consoleRoutes } from './console';
import { limitReached, Refusal, refusal } from './errors';
import { allEvents, allRecords } from './page/oracle';
import { addPerson, editConsent, people } from './page/people';
import { createPortal } from './portal';
import { accountRoutes } from './routes/account';
import { associationRoutes } from './routes/associations';
import { batchRoutes } from './routes/batches';
import { eventDefinitionRoutes } from './routes/eventDefinitions';
import { eventRoutes } from './routes/events';
import { groupRoutes } from './routes/groups';
import { propertyRoutes } from './routes/properties';
import { recordRoutes } from './routes/records';
import { searchRoutes } from './routes/search';
import { tokenRoute } from './routes/token';
import { webhookConsole } from './webhooks/console';
import { createWebhooks } from './webhooks/webhooks';

/** HubSpot's CRM, date-versioned API: contacts, communications, properties, custom events. */
export function hubspot(world: CrmWorld): SandboxCrm {
	const portal = createPortal();
	const oauth = createOAuth(portal.clock);
	const auth = createAuth(oauth);
	const limits = createLimits(portal.clock, portal.settings);
	const webhooks = createWebhooks(portal, world);
	const outage = createOutage(refusal);

	function routes(app: FastifyInstance): void {
		outage.guard(app);
		tokenRoute(app, oauth);
		app.register(async (scope) => {
			inWordsOfHubSpot(scope);
			scope.addHook('onRequest', async ({ url, headers }, reply) => {
				// Whoever waits for midnight counts from the time of the answer.
				reply.header('date', new Date(portal.clock.now()).toUTCString());
				const problem = auth.problem(headers.authorization);
				if (problem !== undefined) return reply.code(401).send(problem);
				const [path = ''] = url.slice(ID.length + 1).split('?');
				const admission = limits.admit(path);
				reply.headers(admission.headers);
				if (admission.refused) return reply.code(429).send(limitReached(admission.refused));
				return undefined;
			});
			batchRoutes(scope, portal, auth);
			recordRoutes(scope, portal, auth);
			searchRoutes(scope, portal, auth);
			associationRoutes(scope, portal, auth);
			propertyRoutes(scope, portal, auth);
			groupRoutes(scope, portal, auth);
			eventDefinitionRoutes(scope, portal, auth);
			eventRoutes(scope, portal, auth);
			accountRoutes(scope, portal, auth, limits);
		});
	}

	return {
		id: ID,
		name: 'HubSpot',
		routes,
		console(app) {
			inWordsOfHubSpot(app);
			consoleRoutes(app, portal);
			accessConsole(app, { portal, auth, limits });
			outage.console(app);
			webhookConsole(app, portal, webhooks);
		},
		refusal,
		records: () => allRecords(portal),
		events: () => allEvents(portal),
		contacts: () => people(portal),
		addContact: (who) => addPerson(portal, who),
		editConsent: ({ id }, value) => editConsent(portal, id, value),
		reset() {
			for (const part of [portal, auth, limits, webhooks, outage]) part.reset();
		},
	};
}

/** Answers what a route refuses; everything else goes on to the handler around it. */
function inWordsOfHubSpot(app: FastifyInstance): void {
	app.setErrorHandler(async (error, _request, reply) => {
		if (!(error instanceof Refusal)) throw error;
		return reply.code(error.status).send(error.body());
	});
}
