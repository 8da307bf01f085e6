import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Service } from '../service';
import { withToken } from './auth';
import { HttpProblem, toAnswer } from './problem';
import { eventRoutes } from './routes/events';
import { webhookRoutes } from './routes/webhooks';

/** The largest body of a request, in bytes. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Every route there is; each group is a file in routes/. */
export function makeApp(service: Service): Hono {
	const app = new Hono();
	app.onError((error, context) => {
		if (!(error instanceof HttpProblem)) service.reports.failed(context.req.routePath, error);
		return toAnswer(context, error);
	});
	app.notFound((context) => toAnswer(context, noSuchAddress()));
	app.use(bodyLimit({ maxSize: MOST_BYTES, onError: (context) => toAnswer(context, tooLarge()) }));
	app.get('/v1/whoami', withToken(service.config.tokens), (context) => {
		const { name, may } = context.get('token');
		return context.json({ token: name, may });
	});
	app.route('/', eventRoutes(service));
	app.route('/', webhookRoutes(service));
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
