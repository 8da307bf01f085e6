import type { FastifyInstance } from 'fastify';

import { faultKinds, type FaultRequest, type Faults } from '../faults/faults';
import type { RateLimit } from '../faults/rateLimit';
import { integer, object, oneOf, string } from '../providers/schema';
import { compile, violationsOf } from '../validation';

/** Ordering faults, and taking them back. */
export function faultRoutes(
	app: FastifyInstance,
	faults: Faults,
	rateLimit: RateLimit,
	providers: readonly string[],
): void {
	const isFault = compile<FaultRequest>(
		object({
			'provider!': oneOf(...providers),
			'kind!': oneOf(...faultKinds),
			path: string(1, 2048),
			skip: integer(0),
			percent: integer(0, 100),
			seed: integer(0),
			times: integer(1),
			status: integer(400, 599),
			retryAfter: integer(0),
			delayMs: integer(0, 600_000),
			perSecond: integer(1),
		}),
	);

	app.get('/sandbox/faults', async () => ({ faults: faults.list() }));

	app.post('/sandbox/faults', async ({ body }, reply) => {
		if (isFault(body)) return faults.add(body);
		const words = violationsOf(isFault).map(
			({ property, violation }) => `${property} ${violation}`,
		);
		return reply.code(400).send({ error: words.join('; ') });
	});

	app.delete('/sandbox/faults', async () => {
		faults.clear();
		rateLimit.clear();
		return { faults: [] };
	});
}
