import type { Message, NetworkEvent } from '../../network/types';
import type { SandboxProvider, World } from '../provider';
import { admits, agent, type Dashboard, ID, newDashboard } from './account';
import { inboundCallback, legCallback, target } from './callbacks';
import { consoleRoutes } from './console';
import { apiError } from './errors';
import { messageRoutes, questionRoutes } from './routes';
import { createTemplates } from './templates';

/** Agile Telecom's RCS API of the Qlara platform, written from its guides. */
export function agileTelecom({ network, outbox }: World): SandboxProvider {
	const templates = createTemplates();
	let dashboard: Dashboard = newDashboard();
	let muted = new WeakSet<Message>();

	function push(callback: { eventType: string } | undefined): void {
		if (callback && dashboard.callback)
			outbox.push(target(dashboard.callback), callback.eventType, callback);
	}

	/** A message that was refused at once has no RCS leg that anybody hears of. */
	const isTold = ({ message, leg }: Extract<NetworkEvent, { type: 'leg' }>): boolean =>
		!muted.has(message) && !(message.refusal && leg.channel === 'RCS');

	return {
		id: ID,
		agents: [agent],
		routes(app) {
			app.addHook('onRequest', async ({ headers, ip }, reply) => {
				const { allowedIps } = dashboard;
				if (!admits(headers)) await reply.code(401).send(apiError(401));
				else if (allowedIps.length > 0 && !allowedIps.includes(ip))
					await reply.code(403).send(apiError(403));
			});
			const platform = {
				...{ network, templates },
				dashboard: () => dashboard,
				mute: (message: Message) => void muted.add(message),
			};
			messageRoutes(app, platform);
			questionRoutes(app, platform);
		},
		console(app) {
			consoleRoutes(
				app,
				() => dashboard,
				(change) => (dashboard = { ...dashboard, ...change }),
			);
		},
		refusal: (status) => apiError(status),
		onNetwork(event) {
			if (event.type === 'leg' && isTold(event)) push(legCallback(event));
			if (event.type === 'inbound') push(inboundCallback(event.inbound));
		},
		reset() {
			templates.reset();
			dashboard = newDashboard();
			muted = new WeakSet();
		},
	};
}
