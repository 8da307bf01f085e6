import Fastify from 'fastify';

import { eventRoutes } from './control/events';
import { faultRoutes } from './control/faults';
import { oracleRoutes } from './control/oracle';
import { phoneRoutes } from './control/phones';
import { trafficRoutes } from './control/traffic';
import { crms as crmFactories } from './crm';
import { crmRoutes } from './crm/routes';
import { createFaults } from './faults/faults';
import { guard } from './faults/guard';
import { createRateLimit } from './faults/rateLimit';
import { logoRoutes } from './logoRoutes';
import { createNetwork } from './network/network';
import type { NetworkEvent } from './network/types';
import { pageRoutes } from './pageRoutes';
import { errorHandler } from './providers/errorHandler';
import { providers as factories } from './providers';
import { createScheduler } from './scheduler';
import { createTrafficLog } from './traffic/log';
import { recordRequests } from './traffic/requests';
import { createSubjects } from './traffic/subjects';
import { createOutbox } from './webhooks/outbox';

const HOST = '127.0.0.1';
const LARGEST_BODY = 10 * 1024 * 1024;

export interface SandboxOptions {
	/** 0 takes any free port. */
	port: number;
	/** How many times faster than a real network things happen. */
	speed?: number;
	/** Whether to log requests. */
	log?: boolean;
}

export interface Sandbox {
	url: string;
	port: number;
	stop(): Promise<void>;
}

/** Starts the whole sandbox: provider APIs, CRMs, phones, webhooks, control API and page. */
export async function startSandbox({
	port,
	speed = 1,
	log = false,
}: SandboxOptions): Promise<Sandbox> {
	const app = Fastify({ logger: log, bodyLimit: LARGEST_BODY, forceCloseConnections: true });
	const scheduler = createScheduler(speed);
	const faults = createFaults();
	const rateLimit = createRateLimit();
	const network = createNetwork(scheduler);
	const traffic = createTrafficLog();
	const subjects = createSubjects();
	const outbox = createOutbox(scheduler, faults, traffic, subjects);
	const providers = factories.map((factory) => factory({ network, outbox, scheduler }));
	const crms = crmFactories.map((factory) => factory({ scheduler, faults }));
	const apis = [...providers, ...crms];
	const ids = providers.map(({ id }) => id);

	network.on((event) => {
		for (const provider of providers) {
			if (providerOf(event) === provider.id)
				subjects.duringEvent(event, () => provider.onNetwork(event));
		}
	});

	for (const api of apis) {
		await app.register(
			async (scope) => {
				if (ids.includes(api.id)) recordRequests(scope, api.id, traffic, subjects);
				guard(scope, api, faults, rateLimit);
				errorHandler(scope, api);
				api.routes(scope);
			},
			{ prefix: `/${api.id}` },
		);
		await app.register(async (scope) => api.console?.(scope), {
			prefix: `/sandbox/console/${api.id}`,
		});
	}

	await app.register(async (scope) => {
		phoneRoutes(
			scope,
			network,
			providers.flatMap(({ agents }) => agents),
		);
	});
	faultRoutes(
		app,
		faults,
		rateLimit,
		apis.map(({ id }) => id),
	);
	oracleRoutes(app, network, outbox, ids);
	crmRoutes(app, crms);
	pageRoutes(app);
	trafficRoutes(app, traffic);
	logoRoutes(app);
	const endEvents = eventRoutes(app, network, traffic);

	app.get('/sandbox/health', async () => ({
		status: 'ok',
		speed,
		providers: ids,
		crms: crms.map(({ id }) => id),
	}));
	app.get('/sandbox/agents', async () => ({ agents: providers.flatMap(({ agents }) => agents) }));
	app.post('/sandbox/reset', async () => {
		forget();
		return { reset: true };
	});

	function forget(): void {
		scheduler.clear();
		outbox.reset();
		traffic.clear();
		faults.clear();
		rateLimit.clear();
		for (const api of apis) api.reset();
		network.reset();
	}

	await app.listen({ host: HOST, port });
	const address = app.server.address();
	const bound = typeof address === 'object' && address ? address.port : port;
	return {
		url: `http://${HOST}:${bound}`,
		port: bound,
		async stop() {
			endEvents();
			scheduler.clear();
			outbox.reset();
			await app.close();
		},
	};
}

/** The provider an event concerns; changes of a phone concern none. */
function providerOf(event: NetworkEvent): string | undefined {
	switch (event.type) {
		case 'leg':
			return event.message.agent.provider;
		case 'inbound':
		case 'agentSeen':
			return event.inbound.agent.provider;
		case 'userTyping':
		case 'agentTyping':
		case 'complaint':
			return event.agent.provider;
		default:
			return undefined;
	}
}
