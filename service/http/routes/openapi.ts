import { Hono } from 'hono';
import { openApi } from '../openapi/document';
import type { Service } from '../../service';

/** `/openapi.json`: everything. `/openapi/actions.json`: the few operations that CRM automations need. */
export function openApiRoutes({ config }: Service): Hono {
	const routes = new Hono();
	const base = (url: string) => config.http.publicUrl?.replace(/\/+$/, '') ?? new URL(url).origin;
	routes.get('/openapi.json', ({ req, json }) => json(openApi(base(req.url), 'all')));
	routes.get('/openapi/actions.json', ({ req, json }) => json(openApi(base(req.url), 'actions')));
	return routes;
}
