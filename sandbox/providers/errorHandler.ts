import type { FastifyInstance } from 'fastify';

/** An emulated API, of a provider or a CRM. */
export interface SandboxApi {
	id: string;
	/** The error body the API sends with an HTTP status. */
	refusal(status: number): unknown;
}

/** Answers what never reached a route - no such path, broken JSON, too large - in the API's words. */
export function errorHandler(app: FastifyInstance, api: SandboxApi): void {
	app.setNotFoundHandler(async (_request, reply) => reply.code(404).send(api.refusal(404)));
	app.setErrorHandler(async (error, request, reply) => {
		const status = statusOf(error);
		if (status >= 500) request.log.error(error);
		return reply.code(status).send(api.refusal(status));
	});
}

function statusOf(error: unknown): number {
	const known = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
	return typeof known === 'number' ? known : 500;
}
