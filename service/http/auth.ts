import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Permission, TokenConfig } from '../config/schema';
import { HttpProblem } from './problem';

/** What is known of a request once its token was checked. */
export interface Caller {
	Variables: { token: TokenConfig };
}

/** Lets requests with a known token through that may do `permission`; without one, any known token. */
export function withToken(
	tokens: readonly TokenConfig[],
	permission?: Permission,
): MiddlewareHandler<Caller> {
	return async (context, next) => {
		const [, given] = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
		const token = given === undefined ? undefined : tokens.find((one) => same(one.token, given));
		if (!token) throw noToken(given === undefined);
		if (permission && !token.may.includes(permission)) throw mayNot(token, permission);
		context.set('token', token);
		return next();
	};
}

/** Hashed first, so that not even the length of the token shows. */
function same(a: string, b: string): boolean {
	return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}

function noToken(missing: boolean): HttpProblem {
	return new HttpProblem(401, {
		category: 'auth',
		message: missing ? 'The request has no token' : 'The token is not known here',
		advice: 'Send "Authorization: Bearer ..." with one of the tokens of the configuration.',
	});
}

function mayNot({ name, may }: TokenConfig, permission: Permission): HttpProblem {
	return new HttpProblem(403, {
		category: 'permission',
		message: `The token "${name}" may not do this: it needs "${permission}" and has ${may.join(', ') || 'nothing'}`,
		advice: `Add "${permission}" to "may" of this token in the configuration, or use another token.`,
	});
}
