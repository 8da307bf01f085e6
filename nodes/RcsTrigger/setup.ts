import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';
import type { WebhookAuth } from '../../core/provider';
import type { Account } from '../shared/account';
import type { TriggerOptions } from './options';

const fields: Readonly<Record<WebhookAuth, string>> = {
	signature: "the webhook secret that signs them ('Webhook Secret')",
	basic: "'Webhook Username' and 'Webhook Password'",
	header: "'Webhook Header Name' and 'Webhook Header Value'",
};

/** Whether webhooks that nobody registered for us can be told from forged ones, if they are to be. */
export function isSetUp({ provider, settings }: Account, { verify }: TriggerOptions): boolean {
	if (!verify) return true;
	const now = new Date();
	const probe = {
		method: 'POST',
		url: '',
		headers: {},
		body: Buffer.alloc(0),
		receivedAt: now.toISOString(),
	};
	return provider.webhook.verify(probe, settings, now).verified !== 'notConfigured';
}

/** Says what to fill in, and where. */
export function notSetUp(context: IHookFunctions, { provider }: Account): NodeOperationError {
	const { displayName, webhookAuth } = provider.profile;
	return new NodeOperationError(
		context.getNode(),
		`The ${displayName} credential has no webhook secret, so webhooks cannot be verified`,
		{
			description: `Open the ${displayName} credential of this node and fill in ${webhookAuth
				.map((auth) => fields[auth])
				.join(
					', or ',
				)}. The values are those you give the provider together with the webhook URL. To accept webhooks without any check, turn off 'Verify Webhooks' in Options.`,
		},
	);
}
