import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Permission, TokenConfig } from '../config/schema';
import { HttpProblem } from './problem';
import { SESSION_COOKIE, tokenOf } from './session';

/** What is known of a request once its token was checked. */
export interface Caller {
	Variables: { token: TokenConfig };
}

/**
 * Lets requests with a known token through that may do `permission`; without one, any known token. The web
 * page has a session in place of the token.
 */
export function withToken(
	tokens: readonly TokenConfig[],
	permission?: Permission,
): MiddlewareHandler<Caller> {
	return async (context, next) => {
		const [, given] = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
		const token = given === undefined ? ofSession(context, tokens) : knownToken(tokens, given);
		if (!token) throw noToken(given === undefined);
		if (permission) demand(token, permission);
		context.set('token', token);
		return next();
	};
}

export function knownToken(tokens: readonly TokenConfig[], given: string): TokenConfig | undefined {
	return tokens.find((one) => same(one.token, given));
}

/** @throws HttpProblem 403 that says what the token may do. */
export function demand(token: TokenConfig, permission: Permission): void {
	if (!token.may.includes(permission)) throw mayNot(token, permission);
}

/** The header that the page sends with everything that changes something. */
const PAGE_HEADER = 'x-rcs-page';

/**
 * A browser sends cookies by itself, also when another site makes it ask. So what changes something needs a
 * header that no other site may send, and the browser must not say that another site asks.
 */
function ofSession(context: Context, tokens: readonly TokenConfig[]): TokenConfig | undefined {
	const session = getCookie(context, SESSION_COOKIE);
	if (session === undefined || !isOwn(context)) return undefined;
	return tokenOf(session, tokens, Date.now());
}

/** Whether a request comes from the page itself, as far as the browser tells. */
export function isOwn({ req }: Context): boolean {
	const site = req.header('sec-fetch-site') ?? 'same-origin';
	const reads = req.method === 'GET' || req.method === 'HEAD';
	return reads || (req.header(PAGE_HEADER) !== undefined && site === 'same-origin');
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
