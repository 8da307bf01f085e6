import { Hono } from 'hono';
import * as v from 'valibot';
import { defined } from '../../../core/json';
import type { Service } from '../../service';
import {
	deadStatuses,
	discardDeadLetters,
	listDeadLetters,
	replayDeadLetters,
} from '../../sync/deadLetterReview';
import { withToken } from '../auth';
import { readBody } from '../body';
import { badRequest } from '../problem';
import { MOST_IDS, readBefore, rowIds } from '../rowIds';

const some = v.strictObject({ ids: rowIds });
const which = v.union(
	[
		some,
		v.strictObject({
			all: v.literal(true),
			connection: v.exactOptional(v.string()),
			status: v.exactOptional(v.picklist(deadStatuses)),
		}),
	],
	`must be {"ids": [...]}, with up to ${MOST_IDS} of them, or {"all": true, "connection"?, "status"?}`,
);

/** `/v1/page/dead-letters`: contacts that could not be written to a CRM. */
export function deadLetterRoutes({ config, store, queues }: Service): Hono {
	const routes = new Hono();
	const allowed = withToken(config.tokens, 'page');
	routes.get('/v1/page/dead-letters', allowed, async (context) => {
		const { connection, status } = context.req.query();
		const chosen = deadStatuses.find((one) => one === status);
		if (status !== undefined && !chosen)
			throw badRequest([
				{ path: 'status', message: `status must be one of ${deadStatuses.join(', ')}` },
			]);
		const before = readBefore(context.req.query('before'));
		context.header('cache-control', 'no-store');
		return context.json(
			await listDeadLetters(store, defined({ connection, status: chosen }), before),
		);
	});
	routes.post('/v1/page/dead-letters/replay', allowed, async (context) => {
		const chosen = await readBody(context.req, which);
		return context.json({ replayed: await replayDeadLetters(store, queues, chosen) });
	});
	routes.post('/v1/page/dead-letters/discard', allowed, async (context) => {
		const chosen = await readBody(context.req, some);
		return context.json({ discarded: await discardDeadLetters(store, chosen) });
	});
	return routes;
}
