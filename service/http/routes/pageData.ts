import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { Config } from '../../config/schema';
import { channelShares } from '../../page/channels';
import { connections } from '../../page/connections';
import { failureCauses, providerFailures } from '../../page/failures';
import { campaignFunnels } from '../../page/funnel';
import { lagSamples } from '../../page/lag';
import { findMessages } from '../../page/messages';
import { overview } from '../../page/overview';
import { type Range, readRange } from '../../page/range';
import { Remember } from '../../page/remember';
import type { Failures } from '../../page/shapes';
import { spikeRule } from '../../page/spike';
import { discardUnread, unreadWebhooks } from '../../page/unread';
import type { Service } from '../../service';
import type { Sql } from '../../store/database';
import { withToken } from '../auth';
import { readBody } from '../body';
import { listOf } from '../fields';

/** `GET /v1/page/*?from&to&zone`: what the sections of the page show. */
type Section = (sql: Sql, range: Range, purposes: Config['purposes']) => Promise<object>;
const sections: Readonly<Record<string, Section>> = {
	overview,
	campaigns: async (sql, range) => ({ campaigns: await campaignFunnels(sql, range) }),
	channels: channelShares,
	failures: async (sql, range): Promise<Failures> => ({
		causes: await failureCauses(sql, range),
		providers: await providerFailures(sql, range.to),
		rule: spikeRule,
	}),
	lag: async (sql, range) => ({ samples: await lagSamples(sql, range) }),
};

const look = v.strictObject({ query: v.pipe(v.string(), v.trim(), v.minLength(1)) });

const dealtWith = v.strictObject({ seqs: listOf(v.pipe(v.number(), v.safeInteger())) });

/** What the page shows, besides what has an address of its own. */
export function pageDataRoutes(service: Service): Hono {
	const routes = new Hono();
	const remember = new Remember();
	const { tokens, purposes } = service.config;
	const allowed = withToken(tokens, 'page');
	const answer = (context: Context, body: object) => {
		context.header('cache-control', 'no-store');
		return context.json(body);
	};
	for (const [name, ask] of Object.entries(sections))
		routes.get(`/v1/page/${name}`, allowed, async (context) => {
			const range = readRange(context.req.query(), service.clock.now());
			const { search } = new URL(context.req.url);
			const read = () => service.store.snapshot((sql) => ask(sql, range, purposes));
			return answer(context, await remember.get(name + search, read));
		});
	routes.get('/v1/page/connections', allowed, async (context) =>
		answer(context, await connections(service)),
	);
	routes.get('/v1/page/unread', allowed, async (context) => {
		const { unread } = service.config.retention;
		return answer(context, await service.store.snapshot((sql) => unreadWebhooks(sql, unread)));
	});
	routes.post('/v1/page/unread/discard', allowed, async (context) => {
		const { seqs } = await readBody(context.req, dealtWith);
		return answer(context, { discarded: await discardUnread(service.store, seqs) });
	});
	// A number is asked for in a body: addresses end up in logs.
	routes.post('/v1/page/messages', allowed, async (context) => {
		const { query } = await readBody(context.req, look);
		return answer(context, { messages: await findMessages(service.store, query) });
	});
	return routes;
}
