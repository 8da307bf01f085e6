import type { MiddlewareHandler } from 'hono';
import { badRequest } from './problem';

/** Refuses addresses that hold the character NUL: no text of the store does, and Postgres takes none. */
export const refuseNul: MiddlewareHandler = async (context, next) => {
	const message = 'The address must not hold the character NUL';
	if (context.req.url.includes('%00')) throw badRequest([{ path: 'address', message }]);
	return next();
};
