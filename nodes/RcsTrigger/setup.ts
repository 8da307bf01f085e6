import { type IHookFunctions, NodeOperationError } from 'n8n-workflow';
import type { WebhookAuth } from '../../core/provider';
import type { Account } from '../shared/account';
import { halfFilled } from './halfFilled';
import type { TriggerOptions } from './options';

/** Names a field of the credential as the person sees it. */
type Label = (name: string) => string;

/** What to fill in for each way of proof. */
const fields: Readonly<Record<WebhookAuth, (label: Label) => string>> = {
	signature: (label) => `the secret that signs them (${label('webhookSecret')})`,
	basic: (label) => `${label('webhookUsername')} and ${label('webhookPassword')}`,
	urlToken: (label) =>
		`${label('webhookSecret')}, and put ?token= with the same value behind the webhook URL`,
	header: (label) => `${label('webhookHeaderName')} and ${label('webhookHeaderSecret')}`,
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
	const label = labelsOf(context, credential);
	const half = halfFilled(await context.getCredentials(credential));
	if (half) {
		const [set, empty] = [label(half.set), label(half.empty)];
		return problem(`has ${set}, but ${empty} is empty`, `fill in ${empty}, or clear ${set}`);
	}
	if (provider.webhook.verify(probe(), settings, new Date()).verified !== 'notConfigured')
		return undefined;
	const choices = webhookAuth.map((auth) => fields[auth](label)).join(', or ');
	return problem(
		'has no webhook secret',
		`fill in ${choices}. The values are those you give the provider together with the webhook URL`,
	);
}

function labelsOf(context: IHookFunctions, credential: string): Label {
	const properties = context.getCredentialsProperties(credential);
	return (name) => `'${properties.find((one) => one.name === name)?.displayName ?? name}'`;
}

/** A webhook that proves nothing: only whether anything would be asked of it counts. */
function probe() {
	const receivedAt = new Date().toISOString();
	return { method: 'POST', url: '', headers: {}, body: Buffer.alloc(0), receivedAt };
}
