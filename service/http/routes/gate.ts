import { Hono } from 'hono';
import * as v from 'valibot';
import { trafficTypes } from '../../../core/message/types';
import { gateSettings } from '../../config/gateSettings';
import { PASS_DAYS } from '../../config/passDays';
import { purposeText, text } from '../../config/values';
import { askGate, releasePasses } from '../../gate';
import type { Service } from '../../service';
import { withToken } from '../auth';
import { readBody } from '../body';
import { country, listOf, moment, phone } from '../fields';
import { inTime } from '../inTime';
import { badRequest } from '../problem';

const question = v.strictObject({
	id: text,
	phone,
	agent: v.exactOptional(text),
	purpose: v.exactOptional(purposeText),
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

const released = v.pipe(
	v.strictObject({
		requests: v.exactOptional(listOf(v.strictObject({ id: text, phone }))),
		/** For all people whose messages have these ids. */
		ids: v.exactOptional(listOf(text)),
	}),
	v.check(
		({ requests, ids }) => (requests === undefined) !== (ids === undefined),
		'must hold requests, each with id and phone, or ids',
	),
);

/** `POST /v1/gate`: what may be sent. `POST /v1/gate/release`: what was not sent after all. */
export function gateRoutes(service: Service): Hono {
	const { config, store } = service;
	const routes = new Hono();
	routes.post('/v1/gate', withToken(config.tokens, 'send'), async (context) => {
		const { requests, ...how } = await readBody(context.req, asked);
		refuseFarAhead(requests, service.clock.now());
		const askedBy = context.var.token.name;
		const answers = await inTime(askGate(service, requests, { ...how, askedBy }));
		return context.json({ results: answers.map((one, i) => ({ id: requests[i]?.id, ...one })) });
	});
	routes.post('/v1/gate/release', withToken(config.tokens, 'send'), async (context) => {
		const { requests, ids = [] } = await readBody(context.req, released);
		const messages = requests ?? ids.map((id) => ({ id }));
		const count = await inTime(releasePasses(store, messages, context.var.token.name));
		return context.json({ released: count });
	});
	return routes;
}

const DAY_MS = 86_400_000;

/** A message at a time that is far ahead would count against caps for as long. */
function refuseFarAhead(requests: readonly { at?: number }[], now: number): void {
	const problems = requests.flatMap(({ at = now }, i) => {
		if (at <= now + PASS_DAYS * DAY_MS) return [];
		const path = `body.requests.${i}.at`;
		return [{ path, message: `${path} must be at most ${PASS_DAYS} days ahead` }];
	});
	if (problems.length > 0) throw badRequest(problems);
}
