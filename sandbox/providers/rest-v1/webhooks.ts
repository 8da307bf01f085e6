import { createHmac, randomUUID } from 'node:crypto';

import type { Outbox, Target } from '../../webhooks/outbox';
import { ID } from './account';
import type { WebhookBody } from './types';

/** The events the guide lists. */
export const eventNames = [
	'message.queued',
	'message.sent',
	'message.delivered',
	'message.read',
	'message.failed',
	'message.expired',
	'message.clicked',
	'message.replied',
	'message.optout',
	'message.complained',
	'template.approved',
	'template.rejected',
] as const;

export type EventName = (typeof eventNames)[number];

export interface Webhook extends WebhookBody {
	id: string;
	created_at: string;
}

/** The guide's retries: five attempts, each wait twice as long as the one before. */
const retries = [1000, 2000, 4000, 8000];

export interface Webhooks {
	list(): Webhook[];
	find(id: string): Webhook | undefined;
	add(body: WebhookBody): Webhook;
	remove(id: string): void;
	/** Tells everyone who asked for it; a message's own `status_url` hears too, unsigned. */
	tell(type: EventName, data: object, statusUrl?: string): void;
	reset(): void;
}

/** Webhooks by subscription, each signed with the secret it was registered with. */
export function createWebhooks(outbox: Outbox): Webhooks {
	const webhooks = new Map<string, Webhook>();

	return {
		list: () => [...webhooks.values()],
		find: (id) => webhooks.get(id),
		add(body) {
			const webhook = { id: randomUUID(), ...body, created_at: new Date().toISOString() };
			webhooks.set(webhook.id, webhook);
			return webhook;
		},
		remove: (id) => void webhooks.delete(id),
		tell(type, data, statusUrl) {
			const event = { id: `evt_${randomUUID()}`, type, created_at: new Date().toISOString(), data };
			for (const { id, url, events, secret } of webhooks.values()) {
				if (events.includes(type)) outbox.push(target(id, url, secret), type, event);
			}
			if (statusUrl) outbox.push(target(statusUrl, statusUrl), type, event);
		},
		reset: () => webhooks.clear(),
	};
}

function target(key: string, url: string, secret?: string): Target {
	return {
		key: `${ID} ${key}`,
		provider: ID,
		url,
		bucketSize: 1,
		body: (_event, [item]) => JSON.stringify(item),
		headers: (body) =>
			secret === undefined
				? {}
				: { 'x-signature': createHmac('sha256', secret).update(body).digest('hex') },
		retries,
	};
}
