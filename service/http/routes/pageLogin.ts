import { type Context, Hono } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import * as v from 'valibot';
import type { Service } from '../../service';
import { demand, isOwn, knownToken } from '../auth';
import { readBody } from '../body';
import { LoginTries, tooManyTries } from '../loginTries';
import { HttpProblem, toAnswer } from '../problem';
import { makeSession, SESSION_COOKIE, SESSION_SECONDS } from '../session';

const login = v.strictObject({ token: v.string() });

/** `POST /v1/page/login` exchanges a token for the page's cookie, `POST /v1/page/logout` takes it back. */
export function pageLoginRoutes({ config }: Service): Hono {
	const routes = new Hono();
	const tries = new LoginTries();
	routes.post('/v1/page/login', async (context) => {
		if (!isOwn(context)) throw notThePage();
		const seconds = tries.waitOf(context);
		if (seconds > 0) {
			context.header('retry-after', String(seconds));
			return toAnswer(context, tooManyTries(seconds));
		}
		const { token: given } = await readBody(context.req, login);
		const token = knownToken(config.tokens, given.trim());
		if (!token) {
			tries.add(context);
			throw unknownToken();
		}
		demand(token, 'page');
		setCookie(context, SESSION_COOKIE, makeSession(token, Date.now()), {
			...attributes(context),
			maxAge: SESSION_SECONDS,
		});
		return context.json({ token: token.name, may: token.may });
	});
	routes.post('/v1/page/logout', (context) => {
		if (!isOwn(context)) throw notThePage();
		deleteCookie(context, SESSION_COOKIE, attributes(context));
		return context.json({});
	});
	return routes;
}

/** The browser tells whether it sees the page over TLS, also where a proxy ends it. */
function attributes({ req }: Context) {
	const secure = (req.header('origin') ?? '').startsWith('https:');
	return { path: '/', httpOnly: true, sameSite: 'Strict', secure } as const;
}

function unknownToken(): HttpProblem {
	return new HttpProblem(401, {
		category: 'auth',
		message: 'This token is not known here.',
		advice:
			'Copy one of the tokens of the configuration, or the one that the service made at its first start, and paste the whole of it.',
	});
}

function notThePage(): HttpProblem {
	return new HttpProblem(403, {
		category: 'permission',
		message: 'Only the page itself may do this',
		advice: 'Programs send "Authorization: Bearer ..." with a token instead.',
	});
}
