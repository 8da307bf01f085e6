import type { FastifyInstance, FastifyRequest } from 'fastify';

import { INTEGRATION_USER, ORG_ID } from '../account';
import type { Auth } from '../auth';
import { refusalOf } from '../errors';

/** Signing in, and who is signed in. */
export function signInRoutes(app: FastifyInstance, auth: Auth, prefix: string): void {
	app.post('/services/oauth2/token', async (request, reply) => {
		const answer = auth.issue(formOf(request), instanceOf(request, prefix));
		return reply.code(answer.ok ? 200 : 400).send(answer.body);
	});

	for (const path of ['/services/oauth2/userinfo', `/id/${ORG_ID}/${INTEGRATION_USER.id}`])
		app.get(path, async ({ headers }, reply) => {
			if (!auth.admits(headers.authorization)) return reply.code(401).send(refusalOf(401));
			return {
				user_id: INTEGRATION_USER.id,
				organization_id: ORG_ID,
				username: INTEGRATION_USER.username,
				preferred_username: INTEGRATION_USER.username,
				name: INTEGRATION_USER.name,
			};
		});
}

/** The form of a token request; the client may sign in with Basic authentication instead. */
function formOf({ body, headers }: FastifyRequest): URLSearchParams {
	const form = new URLSearchParams(typeof body === 'string' ? body : '');
	const basic = /^Basic (\S+)$/.exec(headers.authorization ?? '')?.[1];
	if (basic === undefined) return form;
	const [id = '', ...secret] = Buffer.from(basic, 'base64').toString().split(':');
	form.set('client_id', decodeURIComponent(id));
	form.set('client_secret', decodeURIComponent(secret.join(':')));
	return form;
}

const instanceOf = ({ protocol, host }: FastifyRequest, prefix: string): string =>
	`${protocol}://${host}${prefix}`;
