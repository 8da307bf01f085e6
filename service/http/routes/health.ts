import { Hono } from 'hono';
import { readiness } from '../../operations/readiness';
import type { Service } from '../../service';

/** `GET /healthz`: this process lives. `GET /readyz`: it can work; 503 and which part cannot, where it cannot. */
export function healthRoutes({ config, store }: Service): Hono {
	const routes = new Hono();
	routes.get('/healthz', (context) => context.json({ alive: true }));
	routes.get('/readyz', async (context) => {
		const { ready, parts } = await readiness(store);
		return context.json({ ready, role: config.role, parts }, ready ? 200 : 503);
	});
	return routes;
}
