import type { FastifyInstance } from 'fastify';

import type { Network } from '../network/network';
import type { Agent, NetworkEvent } from '../network/types';
import type { Scheduler } from '../scheduler';
import type { Outbox } from '../webhooks/outbox';

/** What an emulator may use of the sandbox. */
export interface World {
	network: Network;
	outbox: Outbox;
	scheduler: Scheduler;
}

/**
 * One provider's API. It is written from the provider's documentation alone and shares no code with
 * the adapter that talks to it: otherwise the two would agree with each other's mistakes.
 */
export interface SandboxProvider {
	/** Also the first part of its paths: /{id}/... */
	id: string;
	agents: readonly Agent[];
	/** Adds the API's routes; paths are the provider's own. */
	routes(app: FastifyInstance): void;
	/** Adds what a person would set in the provider's web console, under /sandbox/console/{id}. */
	console?(app: FastifyInstance): void;
	/** The error body the provider sends with an HTTP status. */
	refusal(status: number): unknown;
	/** Something happened on the network to a message or a conversation of this provider. */
	onNetwork(event: NetworkEvent): void;
	reset(): void;
}

export type SandboxProviderFactory = (world: World) => SandboxProvider;
