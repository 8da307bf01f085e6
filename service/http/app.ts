import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { observeRequests } from '../operations/observeRequests';
import type { Service } from '../service';
import { isStoreLost } from '../store/lost';
import { limitBody } from './limitBody';
import { HttpProblem, toAnswer, unavailable } from './problem';
import { refuseNul } from './refuseNul';
import { consentRoutes } from './routes/consent';
import { crmRoutes } from './routes/crms';
import { crmWebhookRoutes } from './routes/crmWebhooks';
import { deadLetterRoutes } from './routes/deadLetters';
import { eventRoutes } from './routes/events';
import { figureRoutes } from './routes/figures';
import { gateRoutes } from './routes/gate';
import { healthRoutes } from './routes/health';
import { messageRoutes } from './routes/message';
import { metricsRoutes } from './routes/metrics';
import { openApiRoutes } from './routes/openapi';
import { sendRoutes } from './routes/messages';
import { forwardRoutes } from './routes/forwards';
import { pageRoutes } from './routes/page';
import { pageDataRoutes } from './routes/pageData';
import { pageLoginRoutes } from './routes/pageLogin';
import { waitRoutes } from './routes/waits';
import { webhookRoutes } from './routes/webhooks';
import { whoamiRoutes } from './routes/whoami';

type Routes = (service: Service) => Hono;

/** What every process answers. */
const operations: readonly Routes[] = [healthRoutes, metricsRoutes];

/** What processes answer that take something in. */
const api: readonly Routes[] = [
	whoamiRoutes,
	eventRoutes,
	sendRoutes,
	openApiRoutes,
	consentRoutes,
	gateRoutes,
	waitRoutes,
	messageRoutes,
	figureRoutes,
	crmWebhookRoutes,
	webhookRoutes,
	forwardRoutes,
	crmRoutes,
	deadLetterRoutes,
	pageLoginRoutes,
	pageDataRoutes,
	pageRoutes,
];

/** Every route of the process. */
export function makeApp(service: Service): Hono {
	const app = new Hono();
	app.onError((error, context) => {
		if (error instanceof HttpProblem) return toAnswer(context, error);
		service.reports.failed(routePath(context, -1), error);
		return toAnswer(context, isStoreLost(error) ? unavailable() : error);
	});
	app.notFound((context) => toAnswer(context, noSuchAddress()));
	app.use(observeRequests(service.reports));
	app.use(limitBody());
	app.use('/v1/*', refuseNul);
	const isOpen = service.config.role !== 'sync';
	for (const routes of isOpen ? [...operations, ...api] : operations)
		app.route('/', routes(service));
	return app;
}

function noSuchAddress(): HttpProblem {
	return new HttpProblem(404, {
		category: 'notFound',
		message: 'There is nothing at this address',
		advice: '/openapi.json lists every address of the service.',
	});
}
