import { Hono } from 'hono';
import * as v from 'valibot';
import { parse } from '../../../core/message/schema';
import { defined } from '../../../core/json';
import { text } from '../../config/values';
import { figures } from '../../figures/figures';
import { readRange } from '../../page/range';
import type { Service } from '../../service';
import { withToken } from '../auth';
import { listOf } from '../fields';
import { badRequest } from '../problem';

const schema = v.object({
	by: v.optional(v.picklist(['campaign', 'total'], 'must be campaign or total'), 'total'),
	campaign: v.exactOptional(listOf(text, 100)),
});

/** `GET /v1/figures?from&to&by&campaign`: what became of the messages of a time, for programs. */
export function figureRoutes({ config, store, clock }: Service): Hono {
	const routes = new Hono();
	routes.get('/v1/figures', withToken(config.tokens, 'page'), async (context) => {
		const { from, to } = readRange(context.req.query(), clock.now());
		const { by, campaigns } = readChoice(context.req.queries());
		const wanted = { from, to, by, ...defined({ campaigns }) };
		context.header('cache-control', 'no-store');
		return context.json({ from, to, figures: await store.snapshot((sql) => figures(sql, wanted)) });
	});
	return routes;
}

/** @throws HttpProblem 400 */
function readChoice({ by, campaign }: Record<string, string[]>) {
	const query = defined({ by: by?.at(-1), campaign });
	const parsed = parse(schema, query, 'query', 'secret');
	if (!parsed.ok) throw badRequest(parsed.problems);
	return { by: parsed.value.by, campaigns: parsed.value.campaign };
}
