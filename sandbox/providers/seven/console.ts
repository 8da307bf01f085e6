import type { FastifyInstance } from 'fastify';

import { isObject } from '../../json';
import type { Hooks } from './hooks';

/** What one would set in the web console: a webhook for all events, the signing key, the reload lock. */
export function consoleRoutes(
	app: FastifyInstance,
	hooks: Hooks,
	lockReloads: (on: boolean) => void,
): void {
	app.put('/account', async ({ body }, reply) => {
		const { reloadLock } = isObject(body) ? body : {};
		if (typeof reloadLock !== 'boolean')
			return reply.code(400).send({ error: 'reloadLock has to be true or false' });
		lockReloads(reloadLock);
		return { reloadLock };
	});

	app.put('/webhook', async ({ body }, reply) => {
		const { url, secret } = isObject(body) ? body : {};
		const isAddress = typeof url === 'string' && URL.canParse(url);
		if ((url !== undefined && !isAddress) || (url === undefined && secret === undefined))
			return reply.code(400).send({ error: 'url (an address) or secret (a text) is needed' });
		if (secret !== undefined && (typeof secret !== 'string' || secret === ''))
			return reply.code(400).send({ error: 'secret has to be a text' });
		if (secret !== undefined) hooks.signingKey = secret;
		if (!isAddress) return {};
		const hook = { target_url: url, event_type: 'all', event_filter: null, headers: null };
		return { id: hooks.add({ ...hook, request_method: 'JSON' }).id, url };
	});
}
