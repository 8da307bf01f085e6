import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Service } from '../service';
import { HttpProblem, toAnswer } from './problem';
import { eventRoutes } from './routes/events';
import { gateRoutes } from './routes/gate';
import { webhookRoutes } from './routes/webhooks';
import { whoamiRoutes } from './routes/whoami';

/** The routes, a file in routes/ each. */
const api: readonly ((service: Service) => Hono)[] = [
	whoamiRoutes,
	eventRoutes,
	gateRoutes,
	webhookRoutes,
];

/** The largest body of a request, in bytes. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Every route there is. */
export function makeApp(service: Service): Hono {
	const app = new Hono();
	app.onError((error, context) => {
		if (!(error instanceof HttpProblem)) service.reports.failed(context.req.routePath, error);
		return toAnswer(context, error);
	});
	app.notFound((context) => toAnswer(context, noSuchAddress()));
	app.use(bodyLimit({ maxSize: MOST_BYTES, onError: (context) => toAnswer(context, tooLarge()) }));
	for (const routes of api) app.route('/', routes(service));
	return app;
}

function noSuchAddress(): HttpProblem {
	return new HttpProblem(404, {
		category: 'notFound',
		message: 'There is nothing at this address',
		advice: '/openapi.json lists every address of the service.',
	});
}

function tooLarge(): HttpProblem {
	return new HttpProblem(413, {
		category: 'validation',
		message: `The body is larger than ${MOST_BYTES / 1024 / 1024} MB`,
		advice: 'Send it in several requests.',
	});
}
