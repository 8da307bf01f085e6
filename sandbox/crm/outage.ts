import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { oneOf, object } from '../providers/schema';
import { compile, violationsOf } from '../validation';

/**
 * What clients meet while a CRM is down: 503, connections that end without an answer, or no answer at all.
 * All of the sandbox listens on one port, so that none of it can refuse connections.
 */
const kinds = ['none', 'unavailable', 'cut', 'hang'] as const;
type Kind = (typeof kinds)[number];

const isOutage = compile<{ kind: Kind }>(object({ 'kind!': oneOf(...kinds) }));

export interface Outage {
	/** Stands before every route that is added after it. */
	guard(app: FastifyInstance): void;
	/** Where an outage begins and ends. */
	console(app: FastifyInstance): void;
	reset(): void;
}

/** A CRM that is down until somebody says otherwise. What it was working on when it went down is lost, too. */
export function createOutage(refusal: (status: number) => unknown): Outage {
	const open = new Set<FastifyRequest>();
	let kind: Kind = 'none';

	function change(to: Kind): void {
		kind = to;
		for (const { raw } of open) raw.socket.destroy();
		open.clear();
	}

	async function stop(request: FastifyRequest, reply: FastifyReply): Promise<void> {
		open.add(request);
		reply.raw.on('close', () => open.delete(request));
		if (kind === 'unavailable') await reply.code(503).send(refusal(503));
		if (kind === 'cut' || kind === 'hang') reply.hijack();
		if (kind === 'cut') request.raw.socket.destroy();
	}

	return {
		guard: (app) => void app.addHook('onRequest', stop),
		console(app) {
			app.put('/outage', async ({ body }, reply) => {
				if (!isOutage(body)) {
					const words = violationsOf(isOutage).map((one) => `${one.property} ${one.violation}`);
					return reply.code(400).send({ error: words.join('; ') });
				}
				change(body.kind);
				return { kind };
			});
		},
		reset: () => change('none'),
	};
}
