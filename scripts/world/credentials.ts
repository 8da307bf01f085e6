import { isProviderId, providers } from '../../core/providers';
import { demoApp, INTEGRATION_USER } from '../../sandbox/crm/salesforce/account';
import { demoAccount, demoAgent } from '../../sandbox/providers/google-rbm/demoAccount';
import type { CredentialInput } from '../n8n/types';

/** What webhooks of the sandbox prove to know where they are registered by hand, as its consoles are told. */
export const sandboxWebhookSecret = 'sandbox-webhook-secret';

const name = (account: string) => `RCS Sandbox (${account})`;

const crmCredentials = { hubspot: 'rcsHubspotApi', salesforce: 'rcsSalesforceJwtApi' } as const;

export type CrmName = keyof typeof crmCredentials;

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
		{
			name: name('hubspot'),
			type: crmCredentials.hubspot,
			data: {
				token: 'sandbox-hubspot-key',
				otherAddress: true,
				baseUrl: `${sandboxUrl}/hubspot`,
			},
		},
		{
			name: name('salesforce'),
			type: crmCredentials.salesforce,
			data: {
				myDomainUrl: `${sandboxUrl}/salesforce`,
				clientId: demoApp.clientId,
				username: INTEGRATION_USER.username,
				privateKey: demoApp.privateKey,
			},
		},
	];
}

const CONNECTORS = { name: name('connector service'), type: 'rcsConnectorsApi' } as const;

/** For the nodes that ask the connector service. */
export function connectorsCredential(url: string, token: string): CredentialInput {
	return { ...CONNECTORS, data: { baseUrl: url, token } };
}

/** The `credentials` of a node that asks the connector service. */
export const credentialOfConnectors = { [CONNECTORS.type]: { name: CONNECTORS.name } };

/** The `credentials` of a node that works with a provider or a CRM. */
export function credentialOf(account: string): Record<string, { name: string }> {
	return { [credentialType(account)]: { name: name(account) } };
}

function credentialType(account: string): string {
	if (isProviderId(account)) return providers[account].profile.credential;
	if (isCrm(account)) return crmCredentials[account];
	throw new Error(`There is no provider and no CRM '${account}'`);
}

function isCrm(account: string): account is CrmName {
	return Object.hasOwn(crmCredentials, account);
}
