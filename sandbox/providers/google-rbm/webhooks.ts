import { createHmac, randomUUID } from 'node:crypto';

import { isObject } from '../../json';
import type { Target } from '../../webhooks/outbox';
import { demoAgent } from './demoAccount';

/** What is set in the console, once the handshake has proved that the address is its owner's. */
export interface WebhookSettings {
	url: string;
	clientToken: string;
}

const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 600_000;
const WEEK_MS = 7 * 86_400_000;

/** The documented rule: waits grow to 600 seconds, and after 7 days a webhook is dropped. */
const retries = backOff();

function backOff(): number[] {
	const waits: number[] = [];
	let [wait, waited] = [FIRST_WAIT_MS, 0];
	while (waited + wait <= WEEK_MS) {
		waits.push(wait);
		waited += wait;
		wait = Math.min(wait * 2, LONGEST_WAIT_MS);
	}
	return waits;
}

/** Where webhooks go: one event a request, in a Pub/Sub envelope, its data signed. */
export function target({ url, clientToken }: WebhookSettings): Target {
	return {
		key: `google-rbm ${url}`,
		provider: 'google-rbm',
		url,
		bucketSize: 1,
		body: (event, [payload]) => JSON.stringify(envelope(event, payload)),
		headers: (body) => ({
			'x-goog-signature': createHmac('sha512', clientToken).update(dataOf(body)).digest('base64'),
		}),
		retries,
	};
}

function envelope(type: string, payload: unknown): object {
	const now = new Date().toISOString();
	const id = randomUUID();
	return {
		message: {
			attributes: { business_id: `${demoAgent.id}@rbm.goog`, product: 'RBM', type },
			data: Buffer.from(JSON.stringify(payload)).toString('base64'),
			messageId: id,
			message_id: id,
			publishTime: now,
			publish_time: now,
		},
		subscription: 'projects/demo-project/subscriptions/rbm-sandbox',
	};
}

/** The signed bytes: the decoded `message.data`, not the body. */
function dataOf(body: string): Buffer {
	const json: unknown = JSON.parse(body);
	const message = isObject(json) ? json['message'] : undefined;
	return Buffer.from(String(isObject(message) ? message['data'] : ''), 'base64');
}
