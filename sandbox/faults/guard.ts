import { setTimeout as sleep } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';

import type { SandboxApi } from '../providers/errorHandler';
import type { Faults } from './faults';
import type { RateLimit } from './rateLimit';

/** Lets the faults that were ordered strike the requests to a provider or CRM. */
export function guard(
	app: FastifyInstance,
	api: SandboxApi,
	faults: Faults,
	rateLimit: RateLimit,
): void {
	const pathOf = (url: string): string => url.slice(api.id.length + 1);

	app.addHook('onRequest', async (request, reply) => {
		const path = pathOf(request.url);
		const delay = faults.take('delay', api.id, path);
		// Whoever stops the sandbox does not wait for it.
		if (delay) await sleep(delay.delayMs ?? 1000, undefined, { ref: false });
		if (faults.take('resetBefore', api.id, path)) {
			reply.hijack();
			request.raw.socket.destroy();
			return;
		}
		const limit = faults.take('rateLimit', api.id, path);
		const wait = limit && rateLimit.admit(limit.id, limit.perSecond ?? 1);
		if (wait !== undefined) {
			await reply.code(429).header('retry-after', wait).send(api.refusal(429));
			return;
		}
		const fault = faults.take('status', api.id, path);
		if (!fault) return;
		const { status = 500, retryAfter } = fault;
		if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
		await reply.code(status).send(api.refusal(status));
	});

	// By now the handler has committed what it was asked to: the caller cannot know.
	app.addHook('onSend', async (request, reply) => {
		if (reply.statusCode < 300 && faults.take('resetAfter', api.id, pathOf(request.url))) {
			request.raw.socket.destroy();
		}
	});
}
