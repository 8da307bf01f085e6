/** An account of the sandbox: what a client needs to connect. They open nothing else. */
export interface Account {
	name: string;
	/** Of its API, at the sandbox. */
	path: string;
	access: string;
}

export const accounts: readonly Account[] = [
	{ name: 'Infobip', path: '/infobip', access: 'API key sandbox-infobip-key · sender DemoShop' },
	{
		name: 'Conversation',
		path: '/conversation',
		access: 'token sandbox-conversation-token',
	},
	{
		name: 'Agile Telecom',
		path: '/agile-telecom',
		access: 'API key sandbox-agile-key · agent 10',
	},
	{ name: 'seven.io', path: '/seven/api', access: 'API key sandbox-seven-key · agent DemoCafe' },
	{
		name: 'REST API v1',
		path: '/rest-v1',
		access: 'API key sandbox-rest-v1-key · agent DemoHub',
	},
	{
		name: 'Google RBM',
		path: '/google-rbm',
		access: 'the service account in sandbox/providers/google-rbm/demoAccount.ts',
	},
	{ name: 'HubSpot', path: '/hubspot', access: 'service key sandbox-hubspot-key' },
	{
		name: 'Salesforce',
		path: '/salesforce',
		access:
			'client ID sandbox-salesforce-client-id · client secret sandbox-salesforce-client-secret',
	},
];
