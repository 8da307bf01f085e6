import type { FastifyInstance } from 'fastify';

import type { SandboxProvider, World } from '../provider';
import { createAgentState } from './agentState';
import { createAuth } from './auth';
import { consoleRoutes } from './console';
import { demoAgent } from './demoAccount';
import { googleError, Refusal } from './errors';
import { createFiles } from './files';
import { createPublisher } from './publish';
import { messageRoutes } from './routes/messages';
import { mediaType, otherRoutes } from './routes/others';

const ID = demoAgent.provider;
const TOKEN_PATH = `/${ID}/token`;

/** Google RCS for Business (RBM), REST v1, with the token endpoint of its service accounts. */
export function googleRbm(world: World): SandboxProvider {
	const auth = createAuth();
	const state = createAgentState();
	const files = createFiles(`/sandbox/console/${ID}/files`);
	const publisher = createPublisher(world);

	function routes(app: FastifyInstance): void {
		app.addContentTypeParser(
			'application/x-www-form-urlencoded',
			{ parseAs: 'string' },
			(_request, body, done) => done(null, new URLSearchParams(String(body))),
		);
		app.addContentTypeParser(mediaType, { parseAs: 'buffer' }, (_request, body, done) =>
			done(null, body),
		);
		app.addHook('onRequest', async ({ url, headers }, reply) => {
			if (url === TOKEN_PATH || auth.admits(headers.authorization)) return;
			await reply.code(401).send(googleError(401));
		});
		app.post('/token', async ({ body }, reply) => {
			const form = body instanceof URLSearchParams ? body : new URLSearchParams();
			const answer = auth.issue(form, TOKEN_PATH);
			return reply.code(answer.ok ? 200 : 400).send(answer.body);
		});
		app.register(async (scope) => {
			scope.setErrorHandler(async (error, request, reply) => {
				if (!(error instanceof Refusal)) throw error;
				const { statusCode, violations, message } = error;
				if (statusCode >= 500) request.log.error(error);
				return reply.code(statusCode).send(googleError(statusCode, violations, message));
			});
			messageRoutes(scope, world, state, files);
			otherRoutes(scope, world, state, files);
		});
	}

	return {
		id: ID,
		agents: [demoAgent],
		routes,
		console: (app) => consoleRoutes(app, state, publisher, files),
		refusal: (status) => googleError(status),
		onNetwork(event) {
			if (event.type === 'inbound') state.heard(event.inbound);
			publisher.onNetwork(event);
		},
		reset() {
			auth.reset();
			state.reset();
			files.reset();
			publisher.setWebhook(undefined);
			publisher.setRevokeFails(false);
		},
	};
}
