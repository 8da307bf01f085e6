import { type Context, Hono } from 'hono';
import { readHubspotWebhook, verifyHubspot } from '../../../connectors/hubspot/webhook';
import type { CrmAccount } from '../../config/crmAccounts';
import type { Service } from '../../service';
import { addNews } from '../../sync/pollNews';
import { deliveryOf } from '../delivery';
import { HttpProblem } from '../problem';

/**
 * `POST /webhooks/hubspot/{connection}`: webhooks of a HubSpot app, signed with one of `sync.webhookSecrets`.
 * They come in any order and more than once, so that what they say of values does not count: the records
 * they name are read again. Other addresses are left to those who come after.
 */
export function crmWebhookRoutes(service: Service): Hono {
	const routes = new Hono();
	routes.post('/webhooks/hubspot/:connection', async (context, next) => {
		const account = service.crms.get(context.req.param('connection'));
		if (account?.crm.id !== 'hubspot') return next();
		return takeWebhook(service, account, context);
	});
	return routes;
}

async function takeWebhook(
	service: Service,
	{ connection, sync }: CrmAccount,
	context: Context,
): Promise<Response> {
	const { clock, reports, store, queues } = service;
	const delivery = await deliveryOf(service, context);
	const verdict = verifyHubspot(delivery, sync.webhookSecrets, new Date(clock.now()));
	if (verdict.verified !== 'ok') {
		reports.webhookRefused(connection, verdict);
		throw refused(connection, verdict.verified === 'failed' ? verdict.reason : verdict.verified);
	}
	const news = readHubspotWebhook(delivery.body);
	await store.transaction((sql) => addNews(sql, queues, connection, news));
	reports.webhookTaken(connection);
	return context.body(null, 200);
}

function refused(connection: string, why: string): HttpProblem {
	return new HttpProblem(401, {
		category: 'auth',
		message: `The webhook does not prove to be HubSpot's own (${why})`,
		advice: `Enter the client secret of the app at config.crms.${connection}.sync.webhookSecrets, and as http.publicUrl the address that HubSpot calls.`,
	});
}
