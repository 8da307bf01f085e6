import type { Inbound, NetworkEvent } from '../../network/types';
import type { Target } from '../../webhooks/outbox';
import { AGENT_NUMBER, ID, type Dashboard } from './account';

/** The documents ask for an answer within 5 seconds and name no repetitions: a few, further apart. */
const retries = [10_000, 60_000, 300_000];

/** Where callbacks go: one event a request, unsigned. */
export function target({ url, headers }: NonNullable<Dashboard['callback']>): Target {
	return {
		key: `${ID} ${url}`,
		provider: ID,
		url,
		bucketSize: 1,
		body: (_event, [item]) => JSON.stringify(item),
		headers: () => headers,
		retries,
	};
}

/** Times as the guide writes them: whole seconds in UTC. */
const seconds = (time: string): string => time.replace(/\.\d+Z$/, 'Z');

type LegEvent = Extract<NetworkEvent, { type: 'leg' }>;

const codes = {
	delivered: { statusCode: 3, description: 'delivered' },
	failed: { statusCode: 6, description: 'undeliverable' },
	expired: { statusCode: 6, description: 'undeliverable' },
} as const;

/** The callback for a change of a leg; nothing is told before a message arrives or fails. */
export function legCallback({ message, leg }: LegEvent): { eventType: string } | undefined {
	const { state, channel } = leg;
	const about = {
		messageId: message.id,
		destination: message.to,
		eventDate: seconds(leg.times[state] ?? message.createdAt),
	};
	if (state === 'read') return { ...{ channel }, eventType: 'READ', ...about };
	if (state !== 'delivered' && state !== 'failed' && state !== 'expired') return undefined;
	return { ...{ channel }, eventType: 'DELIVERY', ...about, ...codes[state] };
}

/**
 * The callback for what a person did. Of a reply, the guide says that its postback data is received,
 * and shows only a text; of an action it shows nothing, so that its label is told. A file of a kind
 * without a message type, a place and a form are not told at all.
 */
export function inboundCallback(inbound: Inbound): { eventType: string } | undefined {
	const said = saidBy(inbound);
	if (!said) return undefined;
	return {
		...{ channel: 'RCS' },
		eventType: 'INBOUND',
		...{ messageId: inbound.id, source: inbound.phone, destination: AGENT_NUMBER },
		...{ receivedDate: seconds(inbound.at) },
		...said,
	};
}

function saidBy({ id, kind, text, postbackData, file }: Inbound): object | undefined {
	switch (kind) {
		case 'text':
		case 'action':
			return { messageType: 'TEXT', text };
		case 'reply':
			return { messageType: 'TEXT', text: postbackData };
		case 'file': {
			const [, type] = /^(image|audio|video)\//.exec(file?.mimeType ?? '') ?? [];
			return type === undefined ? undefined : { messageType: type.toUpperCase(), mediaKey: id };
		}
		default:
			return undefined;
	}
}
