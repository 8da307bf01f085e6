import type { FastifyInstance } from 'fastify';

import { isObject } from '../../../json';
import type { Network } from '../../../network/network';
import { agent } from '../account';
import type { Code } from '../errors';
import { eventTypes, methods, type Hooks, type NewHook } from '../hooks';
import { lookUpRcs } from '../lookup';
import { bodyOf } from '../params';

/** Agents, and what a phone can do. */
export function lookupRoutes(app: FastifyInstance, { phones }: Network): void {
	app.get('/api/rcs/agents', async () => ({
		agents: [
			{
				...{ id: agent.id, display_name: agent.name, status: 'launched' },
				logo_url: 'https://example.com/logo.png',
				...{ created: '2024-03-08 09:47:12', is_generic: false },
			},
		],
	}));

	// One number is answered with an object, several with a list.
	app.get('/api/lookup/rcs', async ({ query }, reply) => {
		const wanted = isObject(query) ? query['number'] : undefined;
		if (typeof wanted !== 'string' || wanted === '') return reply.send(202 satisfies Code);
		const found = wanted.split(',').map((number) => lookUpRcs(number, phones));
		return found.length === 1 ? found[0] : found;
	});
}

const hookParams = ['target_url', 'event_type', 'event_filter', 'request_method', 'headers'];

/** The account's webhooks. Ids are numbers when they are given out, and texts in the list. */
export function hookRoutes(app: FastifyInstance, hooks: Hooks): void {
	app.get('/api/hooks', async () => ({
		success: true,
		hooks: hooks.list().map((hook) => ({ ...hook, id: String(hook.id) })),
	}));

	app.post('/api/hooks', async (request) => {
		const hook = readHook(bodyOf(request).params);
		if (typeof hook === 'string') return refused(400, hook);
		return { success: true, id: hooks.add(hook).id };
	});

	app.delete('/api/hooks', async (request) => {
		const { id } = { ...(isObject(request.query) ? request.query : {}), ...bodyOf(request).params };
		return hooks.remove(Number(id)) ? { success: true } : refused(901, 'There is no such hook');
	});
}

const refused = (code: Code, error_message: string) => ({
	success: false,
	code: String(code),
	error_message,
});

/** The hook that is asked for, or what is wrong with it. */
function readHook(params: Readonly<Record<string, unknown>>): NewHook | string {
	const unknown = Object.keys(params).find((name) => !hookParams.includes(name));
	if (unknown !== undefined) return `${unknown} is not a known parameter`;
	const { target_url, event_type, event_filter = null, headers = null } = params;
	const request_method = methods.find((known) => known === (params['request_method'] ?? 'POST'));
	if (typeof target_url !== 'string' || !/^https?:/.test(target_url) || !URL.canParse(target_url))
		return 'target_url has to be an address';
	if (typeof event_type !== 'string' || !eventTypes.includes(event_type))
		return `event_type has to be one of ${eventTypes.join(', ')}`;
	if (!request_method) return `request_method has to be one of ${methods.join(', ')}`;
	if (request_method === 'GET') return 'The sandbox delivers webhooks as JSON or POST only';
	if (!isTextOrNull(event_filter) || !isTextOrNull(headers))
		return 'event_filter and headers have to be texts';
	return { target_url, event_type, event_filter, request_method, headers };
}

const isTextOrNull = (value: unknown): value is string | null =>
	value === null || typeof value === 'string';
