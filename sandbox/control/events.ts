import type { ServerResponse } from 'node:http';

import type { FastifyInstance } from 'fastify';

import type { Network } from '../network/network';
import type { NetworkEvent } from '../network/types';
import { showInbound, showMessage, showPhone } from './view';

const HEARTBEAT_MS = 15_000;

/** Server-sent events of what changes, for the page. Returns how to end them. */
export function eventRoutes(app: FastifyInstance, network: Network): () => void {
	const listeners = new Set<ServerResponse>();

	function tell(name: string, data: object): void {
		const text = `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
		for (const listener of listeners) listener.write(text);
	}

	const stopListening = network.on((event) => {
		if (listeners.size > 0) tell(...toServerEvent(event, network));
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
		for (const listener of listeners) listener.end();
		listeners.clear();
	};
}

function toServerEvent(event: NetworkEvent, network: Network): [string, object] {
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
	}
}
