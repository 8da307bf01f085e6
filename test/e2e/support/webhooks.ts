import { createHmac, randomUUID } from 'node:crypto';
import type { Provider } from '../../../core/provider';
import { type ProviderId, providers } from '../../../core/providers';
import { fetchOnce } from '../../../scripts/n8n/fetchOnce';
import { sandboxWebhookSecret } from '../../../scripts/world/credentials';
import { n8nUrl, sandbox, sandboxUrl } from './world';

export const urlOf = ({ webhookId }: { webhookId?: string }, mode = 'webhook', url = n8nUrl) =>
	`${url}/${mode}/${webhookId}/webhook`;

/** Where a provider's webhooks are set up by hand and not as `{url, secret}`: what its console is told. */
const consoles: Partial<Record<ProviderId, (url: string) => object>> = {
	'agile-telecom': (url) => ({ url: `${url}?token=${sandboxWebhookSecret}` }),
	'google-rbm': (url) => ({ url, clientToken: sandboxWebhookSecret }),
};

/** Tells a provider where its webhooks go, where RCS Trigger cannot do that by itself. */
export async function registerByHand(id: ProviderId, url: string): Promise<void> {
	const { webhook }: Provider = providers[id];
	if (webhook.subscriptions) return;
	const told = consoles[id]?.(url) ?? { url, secret: sandboxWebhookSecret };
	await sandbox('PUT', `/sandbox/console/${id}/webhook`, told);
}

/** Posts bytes as a provider would. @returns the status n8n answers */
export async function post(url: string, body: string, headers: object = {}): Promise<number> {
	const answer = await fetchOnce(url, {
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

export function signed(body: string, secret = sandboxWebhookSecret): { 'x-signature': string } {
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
