import { type Context, Hono } from 'hono';
import type { ProviderAccount } from '../../config/accounts';
import type { Service } from '../../service';
import { deliveryOf } from '../delivery';
import { HttpProblem } from '../problem';

/**
 * `/webhooks/{connection}` and `/webhooks/{provider}/{connection}`: webhooks of providers. They prove
 * themselves as the provider's documents say, and are answered when they are on disk.
 */
export function webhookRoutes(service: Service): Hono {
	const routes = new Hono();
	const take = (context: Context) => takeWebhook(service, context);
	routes.all('/webhooks/:connection', take);
	routes.all('/webhooks/:provider/:connection', take);
	return routes;
}

async function takeWebhook(service: Service, context: Context): Promise<Response> {
	const account = accountOf(service, context);
	const { provider, settings, connection, forwardTo, allowUnverified } = account;
	const delivery = await deliveryOf(service, context);
	const reply = provider.webhook.handshake?.(delivery, settings);
	if (reply) return new Response(reply.body, { status: reply.status, headers: reply.headers });
	const verdict = provider.webhook.verify(delivery, settings, new Date(service.clock.now()));
	if (verdict.verified !== 'ok' && !(allowUnverified && verdict.verified !== 'failed')) {
		service.reports.webhookRefused(connection, verdict);
		throw refused(verdict.verified === 'failed' ? verdict.reason : verdict.verified);
	}
	const events = provider.webhook.parse(delivery).map((event) => ({ connection, event }));
	const webhook = forwardTo.length > 0 ? { connection, delivery, targets: forwardTo } : undefined;
	await service.takeIn.take({ events, ...(webhook ? { webhook } : {}) });
	service.reports.webhookTaken(connection);
	return context.body(null, 200);
}

function accountOf({ accounts }: Service, context: Context): ProviderAccount {
	const { connection = '', provider } = context.req.param();
	const account = accounts.get(connection);
	if (account && (provider === undefined || provider === account.providerId)) return account;
	throw new HttpProblem(404, {
		category: 'notFound',
		message: 'There is no connection of this name',
		advice: 'The address of a webhook ends with a name under "providers" in the configuration.',
	});
}

function refused(why: string): HttpProblem {
	return new HttpProblem(401, {
		category: 'auth',
		message: `The webhook does not prove to be the provider's own (${why})`,
		advice: 'Check the webhook secret in the settings of this connection.',
	});
}
