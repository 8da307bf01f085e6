import type { FastifyInstance } from 'fastify';

import { VERSION } from '../account/account';
import type { OAuth } from '../account/oauth';

/** Where an app renews its access token; the one place that needs none. */
export function tokenRoute(app: FastifyInstance, oauth: OAuth): void {
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, body, done) => done(null, new URLSearchParams(String(body))),
	);
	app.post(`/oauth/${VERSION}/token`, async ({ body }, reply) => {
		const form = body instanceof URLSearchParams ? body : new URLSearchParams();
		const answer = oauth.issue(form);
		return reply.code(answer.status).send(answer.body);
	});
}
