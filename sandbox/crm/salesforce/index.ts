import type { FastifyInstance } from 'fastify';

import type { CrmWorld, SandboxCrm } from '../crm';
import { createOutage } from '../outage';
import { createAuth } from './auth';
import { createJobs } from './bulk/jobs';
import { consoleRoutes } from './console';
import { refusalOf } from './errors';
import { createGateway } from './gateway';
import { dataRoutes } from './http';
import { committed } from './oracle';
import { createOrg } from './org';
import { createPace } from './pace';
import { createAdmin } from './page/admin';
import { people } from './page/people';
import { integrationAccess } from './permissions';
import { createCursors } from './query/cursors';
import { collectionRoutes } from './routes/collections';
import { describeRoutes } from './routes/describe';
import { jobRoutes } from './routes/jobs';
import { limitRoutes } from './routes/limits';
import { queryRoutes } from './routes/queries';
import { recordRoutes } from './routes/records';
import { searchRoutes } from './routes/search';
import { signInRoutes } from './routes/signIn';
import { toolingRoutes } from './routes/tooling';
import { streamingConsole } from './streaming/console';
import { streamingRoutes } from './streaming/routes';
import { createStreaming } from './streaming/streaming';
import { createUsage } from './usage';

const ID = 'salesforce';
const PREFIX = `/${ID}`;

/** A Salesforce org: the REST, Tooling and Bulk APIs as far as the connector meets them. */
export function salesforce({ scheduler }: CrmWorld): SandboxCrm {
	const org = createOrg();
	const admin = createAdmin(org);
	const auth = createAuth(() => org.restrictions.get().revoked);
	const streaming = createStreaming(org, auth, scheduler);
	const outage = createOutage(refusalOf);
	const usage = createUsage(scheduler);
	const pace = createPace(scheduler);
	const cursors = createCursors();
	const jobs = createJobs(org, scheduler, pace, () => ({
		access: integrationAccess(org),
		owner: Symbol('job'),
	}));
	const gateway = createGateway([
		...toolingRoutes,
		...collectionRoutes,
		...describeRoutes,
		...recordRoutes,
		...queryRoutes(cursors),
		...searchRoutes,
		...jobRoutes(jobs),
		...limitRoutes(usage),
	]);

	function routes(app: FastifyInstance): void {
		outage.guard(app);
		app.removeAllContentTypeParsers();
		app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
			done(null, body),
		);
		signInRoutes(app, auth, PREFIX);
		streamingRoutes(app, streaming);
		dataRoutes(app, { org, auth, usage, pace, gateway, prefix: PREFIX });
	}

	return {
		id: ID,
		name: 'Salesforce',
		routes,
		console(app) {
			consoleRoutes(app, { org, admin, auth, usage, pace, streaming });
			streamingConsole(app, streaming);
			outage.console(app);
		},
		refusal: refusalOf,
		records: () => committed(org),
		contacts: () => people(org),
		addContact: admin.addContact,
		editConsent: admin.editConsent,
		reset() {
			for (const part of [org, auth, usage, pace, cursors, jobs, streaming, outage]) part.reset();
		},
	};
}
