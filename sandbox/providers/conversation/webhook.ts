import { createHmac } from 'node:crypto';

import { compact } from '../../json';
import type { FailureReason, Inbound, NetworkEvent, Suggestion } from '../../network/types';
import type { Target } from '../../webhooks/outbox';

/** What is set in the provider's console. */
export interface WebhookSettings {
	url: string;
	secret: string;
}

/** The retry steps the guide names: 5 seconds, 30 seconds, 5 minutes. */
const retries = [5000, 30_000, 300_000];

/** Where this provider's webhooks go; each request carries one event, signed over its raw body. */
export function target({ url, secret }: WebhookSettings): Target {
	return {
		key: `conversation ${url}`,
		provider: 'conversation',
		url,
		bucketSize: 1,
		body: (_event, [item]) => JSON.stringify(item),
		headers: (body) => ({
			'x-signature': createHmac('sha256', secret).update(body).digest('hex'),
		}),
		retries,
	};
}

const legStatuses = {
	queued: 'QUEUED',
	sent: 'SENT',
	delivered: 'DELIVERED',
	read: 'READ',
	failed: 'FAILED',
	expired: 'FAILED',
	revoked: 'FAILED',
} as const;

/** The device errors the guide names, in its words where it has them. */
const reasons: Readonly<Record<FailureReason, string>> = {
	notReachable: "Device doesn't support RCS",
	blocked: 'User has RCS disabled',
	expired: 'The device was not reached in time',
	badTemplate: 'Invalid message payload',
};

/** The webhook for a change of a leg, if this provider tells of it. */
export function statusBody(
	{ message, leg, fallbackFollows }: Extract<NetworkEvent, { type: 'leg' }>,
	conversationId: string,
): { messageStatus: string } | undefined {
	if (fallbackFollows) return undefined;
	const body = (messageStatus: string) => ({
		...{ conversationId, messageId: message.id },
		messageStatus,
		...(leg.reason ? { error: { message: reasons[leg.reason] } } : {}),
		...{ timestamp: leg.times[leg.state] ?? message.createdAt },
	});
	// One status for the whole fallback: the guide knows no states of the SMS.
	if (leg.channel !== 'RCS') return leg.state === 'sent' ? body('FALLBACK') : undefined;
	return body(legStatuses[leg.state]);
}

/** The webhook for what a person did. Places, files and the menu of the conversation have none in this API. */
export function interactionBody(inbound: Inbound, conversationId: string): object | undefined {
	const { id, at, kind, text, postbackData, suggestion, form, pairedMessage } = inbound;
	const head = {
		conversationId,
		messageId: pairedMessage?.id ?? id,
		messageStatus: 'INTERACTED',
		timestamp: at,
	};
	switch (kind) {
		case 'text':
			return { ...head, interactionType: 'TEXT', text };
		case 'reply':
			return { ...head, interactionType: 'REPLY_TAPPED', action: { postbackData, text } };
		case 'action':
			return {
				...head,
				interactionType: 'ACTION_TAPPED',
				action: compact({ postbackData, uri: suggestion && uriOf(suggestion), text }),
			};
		case 'form':
			return {
				...head,
				interactionType: 'FORM_SUBMITTED',
				action: { postbackData },
				form: { values: form },
			};
		default:
			return undefined;
	}
}

function uriOf(suggestion: Suggestion): string | undefined {
	if (suggestion.kind === 'openUrl') return suggestion.url;
	return suggestion.kind === 'dial' ? `tel:${suggestion.phoneNumber}` : undefined;
}
