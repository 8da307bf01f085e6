import { createHmac, randomUUID } from 'node:crypto';
import { conversationWebhookSecret } from '../../../scripts/world/credentials';
import { n8nUrl, sandboxUrl } from './world';

export const urlOf = ({ webhookId }: { webhookId?: string }, mode = 'webhook') =>
	`${n8nUrl}/${mode}/${webhookId}/webhook`;

/** Posts bytes as a provider would. @returns the status n8n answers */
export async function post(url: string, body: string, headers: object = {}): Promise<number> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body,
	});
	await answer.text();
	return answer.status;
}

/** What the conversation API sends when someone taps a reply. */
export function tapped(timestamp = new Date().toISOString()): string {
	return JSON.stringify({
		conversationId: '+447700900001',
		messageId: randomUUID(),
		messageStatus: 'INTERACTED',
		timestamp,
		interactionType: 'REPLY_TAPPED',
		action: { postbackData: 'e2e', text: 'Yes' },
	});
}

export const messageIdIn = (body: string): string =>
	(JSON.parse(body) as { messageId: string }).messageId;

export function signed(
	body: string,
	secret = conversationWebhookSecret,
): { 'x-signature': string } {
	return { 'x-signature': createHmac('sha256', secret).update(body).digest('hex') };
}

/** The headers Infobip was told to send to an address when RCS Trigger registered it. */
export async function registeredHeaders(url: string): Promise<Record<string, string> | undefined> {
	const answer = await fetch(`${sandboxUrl}/infobip/subscriptions/1/profiles`, {
		headers: { authorization: 'App sandbox-infobip-key' },
	});
	const { results } = (await answer.json()) as {
		results: { webhook: { notifyUrl: string }; headers: Record<string, string> }[];
	};
	return results.find(({ webhook }) => webhook.notifyUrl === url)?.headers;
}
