import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Reports } from './reports';

/** Where a request ends that no route is for. */
const NO_ROUTE = '/*';

/** Tells of each request how it was answered, and after what time. */
export function observeRequests(reports: Reports): MiddlewareHandler {
	return async (context, next) => {
		const started = performance.now();
		await next();
		const route = routePath(context, -1);
		reports.answered({
			method: context.req.method,
			route: route === NO_ROUTE ? 'unknown' : route,
			path: context.req.path,
			status: context.res.status,
			seconds: (performance.now() - started) / 1000,
		});
	};
}
