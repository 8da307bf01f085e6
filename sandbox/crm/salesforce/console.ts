import type { FastifyInstance } from 'fastify';

import { anyString, bool, integer, list, object, string } from '../../providers/schema';
import { compile } from '../../validation';
import type { Auth } from './auth';
import { errorBody, Refusal } from './errors';
import { readBody } from './input';
import type { Org } from './org';
import type { Pace } from './pace';
import { removeField } from './schema/removeField';
import type { Admin } from './page/admin';
import type { ValidationRule } from './records/validationRules';
import type { Restrictions } from './restrictions';
import type { Streaming } from './streaming/streaming';
import type { Usage, UsageInput } from './usage';

const anyObject = { type: 'object' };

const isRecord = compile<{ object: string; fields: Record<string, unknown> }>(
	object({ 'object!': anyString, 'fields!': anyObject }),
);
const isChange = compile<{ fields: Record<string, unknown> }>(object({ 'fields!': anyObject }));
const isRule = compile<ValidationRule>(
	object({
		'object!': anyString,
		'when!': anyObject,
		'message!': string(1, 255),
		field: anyString,
		duplicates: bool,
	}),
);
const isExpiry = compile<{ afterRequests?: number }>(object({ afterRequests: integer(0) }));
const isLimits = compile<UsageInput>(
	object({
		dailyMax: integer(0),
		dailyUsed: integer(0),
		concurrentMax: integer(0),
		dailyResetsInMs: integer(0),
	}),
);
const isAccess = compile<Partial<Restrictions>>(
	object({
		revoked: bool,
		apiDisabled: bool,
		hiddenFields: list(anyString),
		readOnlyObjects: list(anyString),
		hiddenObjects: list(anyString),
	}),
);
const isContention = compile<{ percent: number; seed?: number }>(
	object({ 'percent!': integer(0, 100), seed: integer(0) }),
);
const isPace = compile<{ writeMs: number }>(object({ 'writeMs!': integer(0, 600_000) }));

interface Path {
	Params: { id: string };
}

interface Parts {
	org: Org;
	admin: Admin;
	auth: Auth;
	usage: Usage;
	pace: Pace;
	streaming: Streaming;
}

/** What an admin does in Salesforce's own pages, what a contract decides, and how slow the org is. */
export function consoleRoutes(app: FastifyInstance, parts: Parts): void {
	const { org, admin, auth, usage, pace, streaming } = parts;

	app.setErrorHandler(async (error, _request, reply) => {
		if (!(error instanceof Refusal)) throw error;
		return reply.code(error.status).send(errorBody(error));
	});

	app.post('/records', async ({ body }, reply) => {
		const { object: name, fields } = readBody(body, isRecord);
		return reply.code(201).send(admin.create(name, fields).values);
	});
	app.patch<Path>('/records/:id', async ({ params, body }) => {
		return admin.update(params.id, readBody(body, isChange).fields).values;
	});
	app.delete<Path>('/records/:id', async ({ params }) => {
		admin.remove(params.id);
		return { deleted: true };
	});

	app.post('/validation-rules', async ({ body }) => {
		const rule = readBody(body, isRule);
		org.rules.add(rule);
		return rule;
	});
	app.delete('/validation-rules', async () => {
		org.rules.reset();
		return { rules: [] };
	});

	app.post('/tokens/expire', async ({ body }) => {
		const { afterRequests = 0 } = readBody(body ?? {}, isExpiry);
		auth.expire(afterRequests);
		streaming.checkTokens();
		return { afterRequests };
	});
	app.put('/access', async ({ body }) => {
		org.restrictions.change(readBody(body, isAccess));
		streaming.checkTokens();
		return org.restrictions.get();
	});
	app.delete<{ Params: { object: string; field: string } }>(
		'/fields/:object/:field',
		async ({ params }) => {
			removeField(org, params.object, params.field);
			return { deleted: true };
		},
	);
	app.put('/limits', async ({ body }) => {
		usage.change(readBody(body, isLimits));
		return usage.limits();
	});
	app.put('/pace', async ({ body }) => {
		const { writeMs } = readBody(body, isPace);
		pace.setWriteMs(writeMs);
		return { writeMs };
	});

	app.put('/contention', async ({ body }) => {
		const { percent, seed = 1 } = readBody(body, isContention);
		org.locks.setContention(percent, seed);
		return { percent };
	});
	app.put<Path>('/locks/:id', async ({ params }) => {
		org.locks.hold(params.id);
		return { locked: params.id };
	});
	app.delete<Path>('/locks/:id', async ({ params }) => {
		org.locks.free(params.id);
		return { free: params.id };
	});
}
