import { randomInt } from 'node:crypto';

import type { WebhookSettings } from './webhooks';

const ANSWER_WITHIN_MS = 10_000;

/**
 * Asks an address whether it is its owner's: it gets `{clientToken, secret}` and has to answer 200 with
 * the secret as plain text. Gives what is wrong, or undefined when nothing is.
 */
export async function problemWith({
	url,
	clientToken,
}: WebhookSettings): Promise<string | undefined> {
	const secret = String(randomInt(1_000_000_000, 9_999_999_999));
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json', connection: 'close' },
			body: JSON.stringify({ clientToken, secret }),
			redirect: 'manual',
			signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
		});
		const body = await response.text();
		if (response.status !== 200) return `The webhook answered HTTP ${response.status}`;
		return body === secret ? undefined : 'The webhook did not answer with the secret';
	} catch (error) {
		return `The webhook cannot be reached: ${String(error)}`;
	}
}
