import type { FastifyInstance } from 'fastify';

import type { Network } from '../network/network';
import type { Message } from '../network/types';
import type { Outbox } from '../webhooks/outbox';

/** The truth, for tests: what was committed, whatever the caller was told. */
export function oracleRoutes(
	app: FastifyInstance,
	network: Network,
	outbox: Outbox,
	providers: readonly string[],
): void {
	app.get('/sandbox/oracle', async () => {
		const messages = network.messages.list();
		return {
			providers: Object.fromEntries(
				providers.map((id) => {
					const own = messages.filter(({ agent }) => agent.provider === id).map(show);
					return [id, { count: own.length, messages: own }];
				}),
			),
		};
	});

	app.get('/sandbox/webhooks', async () => ({ deliveries: outbox.log() }));
}

function show({ id, to, agent, content, legs, createdAt }: Message): object {
	const last = legs.at(-1) ?? legs[0];
	return {
		id,
		to,
		agent: agent.id,
		kind: content.kind,
		state: last.state,
		channel: last.channel,
		createdAt,
		legs: legs.map(({ channel, sender, state, times, reason }) => ({
			channel,
			sender,
			state,
			states: times,
			...(reason ? { reason } : {}),
		})),
	};
}
