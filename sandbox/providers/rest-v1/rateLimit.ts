import type { FastifyReply } from 'fastify';

import { refusal } from './errors';

const DEFAULT_PER_SECOND = 1000;

export interface MessageLimit {
	/**
	 * Lets so many messages pass, and says so in the headers of the answer; false when that is too many
	 * for this second, and then the answer has been given.
	 */
	admit(reply: FastifyReply, messages: number): Promise<boolean>;
	/** How many messages may pass in a second. */
	change(perSecond: number): void;
	reset(): void;
}

/** The rate limit of the account: messages a second, told in X-RateLimit headers. */
export function createMessageLimit(): MessageLimit {
	let perSecond = DEFAULT_PER_SECOND;
	let second = 0;
	let passed = 0;

	return {
		async admit(reply, messages) {
			const now = Math.floor(Date.now() / 1000);
			if (now !== second) [second, passed] = [now, 0];
			const admitted = passed + messages <= perSecond;
			if (admitted) passed += messages;
			reply.header('x-ratelimit-limit', perSecond);
			// What is left is of no use to a request that needs more.
			reply.header('x-ratelimit-remaining', admitted ? perSecond - passed : 0);
			reply.header('x-ratelimit-reset', second + 1);
			if (!admitted) await reply.code(429).send(refusal(429));
			return admitted;
		},
		change: (limit) => void (perSecond = limit),
		reset() {
			perSecond = DEFAULT_PER_SECOND;
			passed = 0;
		},
	};
}
