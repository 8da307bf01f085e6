import { api, sandboxUrl } from './support/world';

const infobip = { baseUrl: `${sandboxUrl}/infobip` };
const conversation = { baseUrl: `${sandboxUrl}/conversation` };

/** What n8n's Test button says of a credential. */
async function tested(type: string, data: Record<string, unknown>) {
	const id = await api.upsertCredential({ name: `e2e tested ${type}`, type, data });
	return await api.testCredential(id);
}

describe.each([
	[
		'Infobip API key',
		'rcsInfobipApi',
		{ ...infobip, authentication: 'apiKey' },
		'apiKey',
		'sandbox-infobip-key',
	],
	[
		'Infobip Basic',
		'rcsInfobipApi',
		{ ...infobip, authentication: 'basic', username: 'sandbox' },
		'password',
		'sandbox',
	],
	[
		'Infobip bearer token',
		'rcsInfobipApi',
		{ ...infobip, authentication: 'bearer' },
		'token',
		'sandbox-infobip-token',
	],
	[
		'Infobip OAuth2',
		'rcsInfobipApi',
		{ ...infobip, authentication: 'oauth2', clientId: 'sandbox' },
		'clientSecret',
		'sandbox',
	],
	[
		'conversation API token',
		'rcsConversationApi',
		conversation,
		'token',
		'sandbox-conversation-token',
	],
])('the credential test: %s', (_, type, data, field, right) => {
	it('is OK with the right secret', async () => {
		expect(await tested(type, { ...data, [field]: right })).toMatchObject({ status: 'OK' });
	});

	it('says in words what is wrong with a wrong one', async () => {
		const { status, message } = await tested(type, { ...data, [field]: 'wrong' });
		expect(status).toBe('Error');
		expect(message).toMatch(/credential|auth|key|token/i);
		expect(message).not.toContain('undefined');
	});
});

it('the credential test says so when the base URL leads nowhere', async () => {
	const { status, message } = await tested('rcsInfobipApi', {
		baseUrl: 'http://127.0.0.1:9',
		authentication: 'apiKey',
		apiKey: 'sandbox-infobip-key',
	});
	expect(status).toBe('Error');
	expect(message).toMatch(/refused|connect/i);
});
