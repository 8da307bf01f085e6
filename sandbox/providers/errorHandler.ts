import type { FastifyInstance } from 'fastify';

import type { SandboxProvider } from './provider';

/** Answers what never reached a route - no such path, broken JSON, too large - in the provider's words. */
export function errorHandler(app: FastifyInstance, provider: SandboxProvider): void {
	app.setNotFoundHandler(async (_request, reply) => reply.code(404).send(provider.refusal(404)));
	app.setErrorHandler(async (error, request, reply) => {
		const status = statusOf(error);
		if (status >= 500) request.log.error(error);
		return reply.code(status).send(provider.refusal(status));
	});
}

function statusOf(error: unknown): number {
	const known = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
	return typeof known === 'number' ? known : 500;
}
