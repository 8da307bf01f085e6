import { providerError, type ProviderError } from '../../core/errors';
import { defined } from '../../core/json';
import type { MessageStatus } from '../../core/chat';
import type { Call, Provider } from '../../core/provider';

/** What an item names: a message, a chat, or both. Empty where it names none. */
export interface Target {
	messageId: string;
	/** E.164 with `+`. */
	to: string;
	/** Absent: the sender of the credential. */
	from?: string;
}

/** What is known of a target: a status, and what else the provider tells. */
type Facts = { status: string } & Partial<Omit<MessageStatus, 'id' | 'state' | 'error'>>;

/** What came of one target: facts about it, or why there are none. */
export type Told = { ok: true; facts: Facts } | { ok: false; error: ProviderError };

/** Something that is done to messages that were sent, or in a chat. */
export interface Operation {
	has(provider: Provider): boolean;
	/** What an item must name. */
	needs: readonly ('messageId' | 'to')[];
	/** The most targets of one sender that fit one request. */
	most(provider: Provider): number;
	/** Makes the request; one answer a target, in order. @throws RcsError when it fails as a whole. */
	ask(provider: Provider, call: Call, targets: readonly Target[]): Promise<Told[]>;
}

/** Ids travel in the URL at some providers, and a URL has a length that every server takes. */
const MOST_STATUSES = 50;

/** Every operation but sending itself. */
export const operations = {
	getStatus: {
		has: ({ status }) => status !== undefined,
		needs: ['messageId'],
		most: ({ profile }) => Math.min(profile.bulk.messages, MOST_STATUSES),
		async ask(provider, call, targets) {
			const found = (await provider.status?.(call, targets.map(toReference))) ?? [];
			const byId = new Map(found.map((status) => [status.id, status]));
			return targets.map(({ messageId }) => statusOf(byId.get(messageId), provider));
		},
	},
	markAsRead: {
		has: ({ event }) => event !== undefined,
		needs: ['to'],
		most: () => 1,
		ask: (provider, call, targets) =>
			each(targets, 'markedAsRead', async ({ to, from, messageId }) =>
				provider.event?.(call, {
					type: 'read',
					to,
					...defined({ from, messageId: messageId || undefined }),
				}),
			),
	},
	revoke: {
		has: ({ revoke }) => revoke !== undefined,
		needs: ['messageId'],
		most: () => 1,
		ask: (provider, call, targets) =>
			each(targets, 'revokeRequested', async (target) =>
				provider.revoke?.(call, toReference(target)),
			),
	},
	sendTyping: {
		has: ({ event }) => event !== undefined,
		needs: ['to'],
		most: () => 1,
		ask: (provider, call, targets) =>
			each(targets, 'typingSent', async ({ to, from }) =>
				provider.event?.(call, { type: 'typing', to, ...defined({ from }) }),
			),
	},
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

/** Whether it is one of these operations; workflows made before they were there only send. */
export function isOther(operation: unknown): operation is OperationName {
	return typeof operation === 'string' && Object.hasOwn(operations, operation);
}

function toReference({ messageId, to }: Target): { id: string; to?: string } {
	return { id: messageId, ...(to ? { to } : {}) };
}

/** A provider answers these with nothing but success. */
async function each(
	targets: readonly Target[],
	status: string,
	ask: (target: Target) => Promise<void>,
): Promise<Told[]> {
	for (const target of targets) await ask(target);
	return targets.map(() => ({ ok: true, facts: { status } }));
}

/** The key `error` is never used: n8n would run the node again. */
function statusOf(found: MessageStatus | undefined, { profile }: Provider): Told {
	if (!found) {
		const message = `${profile.displayName} does not know this message, or not any more`;
		const advice = "Check the message ID: it is the provider's own where it gave one.";
		return { ok: false, error: providerError('notFound', message, { advice }) };
	}
	const { state: status, channel, to, agent, sentAt, doneAt, error, billing, raw } = found;
	const known = defined({ channel, to, agent, sentAt, doneAt, reason: error, billing });
	return { ok: true, facts: { status, ...known, raw } };
}
