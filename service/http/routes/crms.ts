import { Hono } from 'hono';
import type { Service } from '../../service';
import { crmHealth } from '../../sync/crmHealth';
import { resumeCrm } from '../../sync/crmState';
import { hurrySync } from '../../sync/outbox';
import { hurryPoll } from '../../sync/pollWorker';
import { withToken } from '../auth';
import { HttpProblem } from '../problem';

/** `/v1/page/crms`: how it goes with each CRM, and trying again. */
export function crmRoutes(service: Service): Hono {
	const { config, store, queues, crms } = service;
	const routes = new Hono();
	const allowed = withToken(config.tokens, 'page');
	routes.get('/v1/page/crms', allowed, async (context) => {
		context.header('cache-control', 'no-store');
		return context.json({ crms: await crmHealth(service) });
	});
	routes.post('/v1/page/crms/:connection/resume', allowed, async (context) => {
		const connection = context.req.param('connection');
		const account = crms.get(connection);
		if (!account) throw noSuchCrm();
		await store.transaction(async (sql) => {
			await resumeCrm(sql, connection);
			await hurryPoll(queues, account, sql);
			await hurrySync(queues, [connection], sql);
		});
		return context.json({ resumed: true });
	});
	return routes;
}

function noSuchCrm(): HttpProblem {
	return new HttpProblem(404, {
		category: 'notFound',
		message: 'There is no CRM of this name',
		advice: 'The name is one under "crms" in the configuration.',
	});
}
