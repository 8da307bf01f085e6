import { isProviderId, providers } from '../../core/providers';
import { demoAccount, demoAgent } from '../../sandbox/providers/google-rbm/demoAccount';
import type { CredentialInput } from '../n8n/api';

/** What webhooks of the sandbox prove to know where they are registered by hand, as its consoles are told. */
export const sandboxWebhookSecret = 'sandbox-webhook-secret';

const name = (provider: string) => `RCS Sandbox (${provider})`;

/** Accounts at the sandbox; these keys open nothing else. */
export function demoCredentials(sandboxUrl: string): CredentialInput[] {
	return [
		{
			name: name('infobip'),
			type: 'rcsInfobipApi',
			data: {
				baseUrl: `${sandboxUrl}/infobip`,
				authentication: 'apiKey',
				apiKey: 'sandbox-infobip-key',
				agent: 'DemoShop',
			},
		},
		{
			name: name('conversation'),
			type: 'rcsConversationApi',
			data: {
				baseUrl: `${sandboxUrl}/conversation`,
				token: 'sandbox-conversation-token',
				webhookSecret: sandboxWebhookSecret,
			},
		},
		{
			name: name('agile-telecom'),
			type: 'rcsAgileTelecomApi',
			data: {
				baseUrl: `${sandboxUrl}/agile-telecom`,
				authentication: 'apiKey',
				apiKey: 'sandbox-agile-key',
				agent: '10',
				smsSender: 'DEMOSHOP',
				webhookSecret: sandboxWebhookSecret,
			},
		},
		{
			name: name('google-rbm'),
			type: 'rcsGoogleRbmApi',
			data: {
				baseUrl: `${sandboxUrl}/google-rbm`,
				tokenUrl: `${sandboxUrl}/google-rbm/token`,
				agent: demoAgent.id,
				clientEmail: demoAccount.clientEmail,
				privateKey: demoAccount.privateKey,
				webhookSecret: sandboxWebhookSecret,
			},
		},
		{
			name: name('rest-v1'),
			type: 'rcsRestV1Api',
			data: {
				baseUrl: `${sandboxUrl}/rest-v1`,
				authentication: 'apiKey',
				apiKey: 'sandbox-rest-v1-key',
				agent: 'DemoHub',
			},
		},
		{
			name: name('seven'),
			type: 'rcsSevenApi',
			data: {
				baseUrl: `${sandboxUrl}/seven/api`,
				authentication: 'apiKey',
				apiKey: 'sandbox-seven-key',
				agent: 'DemoCafe',
				webhookSecret: sandboxWebhookSecret,
			},
		},
	];
}

/** The `credentials` of a node that works with a provider. */
export function credentialOf(provider: string): Record<string, { name: string }> {
	if (!isProviderId(provider)) throw new Error(`There is no provider '${provider}'`);
	return { [providers[provider].profile.credential]: { name: name(provider) } };
}
