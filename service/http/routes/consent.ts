import { Hono } from 'hono';
import * as v from 'valibot';
import type { Service } from '../../service';
import { withToken } from '../auth';
import { readBody } from '../body';
import { consentKey, listOf, phone } from '../fields';
import { inTime } from '../inTime';
import { consentRecord } from '../../ledger/consentRecord';
import { consentsOf } from '../../ledger/consents';
import { erase } from '../../ledger/erase';
import { historyOf } from '../../ledger/history';
import { recipientsOf } from '../../ledger/recipients';
import { remainsOf } from '../../ledger/remains';
import { recordConsent, statementSchema } from './recordConsent';

const told = v.strictObject({ statements: listOf(statementSchema) });
const asked = v.strictObject({ checks: listOf(v.strictObject(consentKey)) });
const person = v.strictObject({ phone });

/** `/v1/consent` and below: what people agreed to. A number never stands in an address. */
export function consentRoutes(service: Service): Hono {
	const { config, clock, store } = service;
	const routes = new Hono();
	const mayConsent = withToken(config.tokens, 'consent');
	routes.post('/v1/consent', mayConsent, async (context) => {
		const { statements } = await readBody(context.req, told);
		return context.json({ results: await recordConsent(service, statements) });
	});
	routes.post('/v1/consent/check', mayConsent, async (context) => {
		const { checks } = await readBody(context.req, asked);
		return context.json({ results: await inTime(consentsOf(store, checks, config.purposes)) });
	});
	routes.post('/v1/consent/history', mayConsent, async (context) => {
		const { phone: number } = await readBody(context.req, person);
		return context.json(await historyOf(store, number, config.purposes));
	});
	routes.post('/v1/consent/export', mayConsent, async (context) => {
		const { phone: number } = await readBody(context.req, person);
		const now = new Date(clock.now()).toISOString();
		const history = await historyOf(store, number, config.purposes);
		context.header('Content-Disposition', 'attachment; filename="consent-record.json"');
		return context.json(consentRecord(history, config.controller, recipientsOf(service), now));
	});
	routes.post('/v1/consent/erase', mayConsent, async (context) => {
		const { phone: number } = await readBody(context.req, person);
		const erasure = await erase(store, number, config.purposes);
		return context.json({ ...erasure, remains: remainsOf(service, erasure) });
	});
	return routes;
}
