import type { FastifyInstance } from 'fastify';

import { isObject, type JsonObject } from '../../json';
import type { Dashboard } from './account';

/** What one would click together in the dashboard, or ask the provider for. */
export function consoleRoutes(
	app: FastifyInstance,
	dashboard: () => Dashboard,
	set: (change: Partial<Dashboard>) => void,
): void {
	app.put('/webhook', async ({ body }, reply) => {
		const { url, headers = {} } = isObject(body) ? body : {};
		if (typeof url !== 'string' || !URL.canParse(url) || !isTexts(headers))
			return reply
				.code(400)
				.send({ error: 'url (an address) is needed; headers have to be texts' });
		set({ callback: { url, headers } });
		return { url };
	});

	app.put('/account', async ({ body }, reply) => {
		const change = isObject(body) ? readAccount(body) : undefined;
		if (!change)
			return reply.code(400).send({
				error: 'bodyStyle (flat or nested), agentActive (true or false), allowedIps (texts)',
			});
		set(change);
		const { bodyStyle, agentActive, allowedIps } = dashboard();
		return { bodyStyle, agentActive, allowedIps };
	});
}

function readAccount(body: JsonObject): Partial<Dashboard> | undefined {
	const change: Partial<Dashboard> = {};
	for (const [name, value] of Object.entries(body)) {
		if (name === 'bodyStyle' && (value === 'flat' || value === 'nested')) change.bodyStyle = value;
		else if (name === 'agentActive' && typeof value === 'boolean') change.agentActive = value;
		else if (name === 'allowedIps' && Array.isArray(value)) change.allowedIps = value.map(String);
		else return undefined;
	}
	return change;
}

function isTexts(value: unknown): value is Record<string, string> {
	return isObject(value) && Object.values(value).every((text) => typeof text === 'string');
}
