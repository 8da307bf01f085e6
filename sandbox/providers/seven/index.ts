import type { SandboxProvider, World } from '../provider';
import { agent, ID, refusalOf } from './account';
import { consoleRoutes } from './console';
import { refusal } from './errors';
import { createHooks } from './hooks';
import { createInboundIds } from './inboundIds';
import { bodyOf, parseBodies } from './params';
import { createPublisher } from './publish';
import { hookRoutes, lookupRoutes } from './routes/account';
import { messageRoutes } from './routes/messages';
import { createSender, type Records } from './send';
import { createSignatureCheck } from './signature';

/** seven.io's RCS API, from its documentation and the types of its client libraries. */
export function seven(world: World): SandboxProvider {
	const { network } = world;
	const records: Records = new WeakMap();
	const ids = createInboundIds();
	const hooks = createHooks(world.outbox);
	const publisher = createPublisher(hooks, records, ids, network.phones);
	const sender = createSender(world, records);
	const signatures = createSignatureCheck();

	return {
		id: ID,
		agents: [agent],
		routes(app) {
			parseBodies(app);
			// Errors come with HTTP 200, and a bare number for a body.
			app.addHook('onRequest', async ({ headers }, reply) => {
				const code = refusalOf(headers);
				if (code !== undefined) await reply.send(code);
			});
			app.addHook('preHandler', async (request, reply) => {
				const { headers, method, protocol, host, url } = request;
				const signed = { method, url: `${protocol}://${host}${url}`, body: bodyOf(request).raw };
				if (!signatures.admits(hooks.signingKey, headers, signed)) await reply.send(900);
			});
			messageRoutes(app, { network, ids, send: sender.send });
			lookupRoutes(app, network);
			hookRoutes(app, hooks);
		},
		console: (app) => consoleRoutes(app, hooks, sender.lockReloads),
		refusal,
		onNetwork: (event) => publisher.onNetwork(event),
		reset() {
			for (const part of [ids, hooks, publisher, sender, signatures]) part.reset();
		},
	};
}
