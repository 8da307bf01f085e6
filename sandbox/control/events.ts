import type { ServerResponse } from 'node:http';

import type { FastifyInstance } from 'fastify';

import type { Network } from '../network/network';
import type { NetworkEvent } from '../network/types';
import { summaryOf, type TrafficLog } from '../traffic/log';
import { showInbound, showMessage, showPhone } from './view';

const HEARTBEAT_MS = 15_000;

/** Server-sent events of what changes, for the page. Returns how to end them. */
export function eventRoutes(
	app: FastifyInstance,
	network: Network,
	traffic: TrafficLog,
): () => void {
	const listeners = new Set<ServerResponse>();

	function tell(name: string, data: object): void {
		const text = `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
		for (const listener of listeners) listener.write(text);
	}

	const stopListening = network.on((event) => {
		const told = listeners.size > 0 && toServerEvent(event, network);
		if (told) tell(...told);
	});
	const stopFollowing = traffic.on((entry) => {
		if (listeners.size > 0) tell('traffic', summaryOf(entry));
	});
	const heartbeat = setInterval(() => {
		for (const listener of listeners) listener.write(': still here\n\n');
	}, HEARTBEAT_MS);

	app.get('/sandbox/events', (request, reply) => {
		reply.hijack();
		reply.raw.writeHead(200, {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
		});
		reply.raw.write('retry: 1000\n\n');
		listeners.add(reply.raw);
		request.raw.on('close', () => listeners.delete(reply.raw));
	});

	return () => {
		clearInterval(heartbeat);
		stopListening();
		stopFollowing();
		for (const listener of listeners) listener.end();
		listeners.clear();
	};
}

/** What the page hears of an event; a complaint changes nothing that it shows. */
function toServerEvent(event: NetworkEvent, network: Network): [string, object] | undefined {
	switch (event.type) {
		case 'leg':
			return ['message', showMessage(event.message)];
		case 'inbound':
		case 'agentSeen':
			return ['message', showInbound(event.inbound)];
		case 'phone':
			return ['phone', showPhone(event.phone, network)];
		case 'userTyping':
		case 'agentTyping':
			return [event.type, { agent: event.agent, phone: event.phone }];
		case 'reset':
			return ['reset', {}];
		case 'complaint':
			return undefined;
	}
}
