import { Hono } from 'hono';
import * as v from 'valibot';
import { discardForwards, replayForwards, reviewForwards } from '../../ingest/forwardReview';
import type { Service } from '../../service';
import { withToken } from '../auth';
import { readBody } from '../body';
import { MOST_IDS, readBefore, rowIds } from '../rowIds';

const which = v.union(
	[v.strictObject({ ids: rowIds }), v.strictObject({ all: v.literal(true) })],
	`must be {"ids": [...]}, with up to ${MOST_IDS} of them, or {"all": true}`,
);

/** `/v1/page/forwards`: webhooks that wait to be handed on, and those that were given up. */
export function forwardRoutes({ config, store, queues }: Service): Hono {
	const routes = new Hono();
	const allowed = withToken(config.tokens, 'page');
	routes.get('/v1/page/forwards', allowed, async (context) => {
		const before = readBefore(context.req.query('before'));
		context.header('cache-control', 'no-store');
		return context.json(await reviewForwards(store, before));
	});
	routes.post('/v1/page/forwards/replay', allowed, async (context) => {
		const chosen = await readBody(context.req, which);
		return context.json({ replayed: await replayForwards(store, queues, chosen) });
	});
	routes.post('/v1/page/forwards/discard', allowed, async (context) => {
		const chosen = await readBody(context.req, which);
		return context.json({ discarded: await discardForwards(store, chosen) });
	});
	return routes;
}
