import { Hono } from 'hono';
import { openStoreFigures } from '../../operations/storeFigures';
import type { Service } from '../../service';
import { withToken } from '../auth';

/** `GET /metrics`: the figures for Prometheus, for everybody unless the configuration has a token for it. */
export function metricsRoutes(service: Service): Hono {
	const { figures } = service.reports;
	const { metricsToken: token } = service.config.http;
	const routes = new Hono();
	const count = openStoreFigures(service);
	if (token !== undefined) routes.use('/metrics', withToken([{ name: 'metrics', token, may: [] }]));
	routes.get('/metrics', async (context) => {
		await count();
		return context.body(await figures.metrics(), 200, { 'content-type': figures.contentType });
	});
	return routes;
}
