import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';
import type { WebhookAuth } from '../../core/provider';
import type { Account } from '../shared/account';
import { halfFilled } from './halfFilled';
import type { TriggerOptions } from './options';

const fields: Readonly<Record<WebhookAuth, string>> = {
	signature: "the webhook secret that signs them ('Webhook Secret')",
	basic: "'Webhook Username' and 'Webhook Password'",
	urlToken: "'Webhook URL Token', which the webhook URL ends with",
	header: "'Webhook Header Name' and 'Webhook Header Value'",
};

/** What keeps webhooks that nobody registered for us from being told from forged ones: what to fill in, and where. */
export async function setupProblem(
	context: IHookFunctions,
	{ provider, settings }: Account,
	{ verify }: TriggerOptions,
): Promise<NodeOperationError | undefined> {
	if (!verify) return undefined;
	const { displayName, credential, webhookAuth } = provider.profile;
	const problem = (what: string, fillIn: string) =>
		new NodeOperationError(
			context.getNode(),
			`The ${displayName} credential ${what}, so webhooks cannot be verified`,
			{
				description: `Open the ${displayName} credential of this node and ${fillIn}. To accept webhooks without any check, turn off 'Verify Webhooks' in Options.`,
			},
		);
	// What is set by half would refuse every webhook, so it is said before the first one comes.
	const half = halfFilled(await context.getCredentials(credential));
	if (half)
		return problem(
			`has '${half.set}', but '${half.empty}' is empty`,
			`fill in '${half.empty}', or clear '${half.set}'`,
		);
	if (provider.webhook.verify(probe(), settings, new Date()).verified !== 'notConfigured')
		return undefined;
	const choices = webhookAuth.map((auth) => fields[auth]).join(', or ');
	return problem(
		'has no webhook secret',
		`fill in ${choices}. The values are those you give the provider together with the webhook URL`,
	);
}

/** A webhook that proves nothing: only whether anything would be asked of it counts. */
function probe() {
	const receivedAt = new Date().toISOString();
	return { method: 'POST', url: '', headers: {}, body: Buffer.alloc(0), receivedAt };
}
