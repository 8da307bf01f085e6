import { Hono } from 'hono';
import type { Service } from '../../service';
import { withToken } from '../auth';

/** `GET /v1/whoami`: the name of a token and what it may do, e.g. for the test of a credential. */
export function whoamiRoutes({ config }: Service): Hono {
	const routes = new Hono();
	routes.get('/v1/whoami', withToken(config.tokens), (context) => {
		const { name, may } = context.get('token');
		return context.json({ token: name, may });
	});
	return routes;
}
