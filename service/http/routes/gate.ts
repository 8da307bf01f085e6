import { Hono } from 'hono';
import * as v from 'valibot';
import { trafficTypes } from '../../../core/message/types';
import { gateSettings } from '../../config/schema';
import { text } from '../../config/values';
import { askGate, releasePasses } from '../../gate';
import type { Service } from '../../service';
import { withToken } from '../auth';
import { readBody } from '../body';
import { country, listOf, moment, phone } from '../fields';
import { inTime } from '../inTime';

const question = v.strictObject({
	id: text,
	phone,
	agent: v.exactOptional(text),
	purpose: v.exactOptional(text),
	traffic: v.exactOptional(v.picklist(trafficTypes)),
	at: v.exactOptional(moment),
	country: v.exactOptional(country),
	timeZone: v.exactOptional(text),
});

const asked = v.strictObject({
	requests: listOf(question),
	settings: v.exactOptional(gateSettings),
	dryRun: v.exactOptional(v.boolean()),
});

const released = v.strictObject({ ids: listOf(text) });

/** `POST /v1/gate`: what may be sent. `POST /v1/gate/release`: what was not sent after all. */
export function gateRoutes(service: Service): Hono {
	const { config, store } = service;
	const routes = new Hono();
	routes.post('/v1/gate', withToken(config.tokens, 'send'), async (context) => {
		const { requests, ...how } = await readBody(context.req, asked);
		const answers = await inTime(askGate(service, requests, how));
		return context.json({ results: answers.map((one, i) => ({ id: requests[i]?.id, ...one })) });
	});
	routes.post('/v1/gate/release', withToken(config.tokens, 'send'), async (context) => {
		const { ids } = await readBody(context.req, released);
		const count = await inTime(releasePasses(store, ids));
		return context.json({ released: count });
	});
	return routes;
}
