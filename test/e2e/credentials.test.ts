import { demoApp } from '../../sandbox/crm/salesforce/account';
import { demoCredentials } from '../../scripts/world/credentials';
import { api, sandboxUrl } from './support/world';

let count = 0;

/**
 * What n8n's Test button says of a credential. Each is a new one, because n8n keeps a token that was bought
 * when the fields of a credential change.
 */
async function tested(type: string, data: Record<string, unknown>) {
	const id = await api.upsertCredential({ name: `e2e tested ${type} ${(count += 1)}`, type, data });
	return await api.testCredential(id);
}

type Row = [
	name: string,
	type: string,
	data: Record<string, unknown>,
	field: string,
	right: string,
];

/** The field of a demo account that is its secret, where it is no API key. */
const secrets: Record<string, string> = {
	rcsConversationApi: 'token',
	rcsGoogleRbmApi: 'privateKey',
	rcsHubspotApi: 'token',
	rcsSalesforceJwtApi: 'privateKey',
};

const demoRows = demoCredentials(sandboxUrl).map(({ name, type, data }): Row => {
	const field = secrets[type] ?? 'apiKey';
	return [name, type, data, field, String(data[field])];
});

const at = (provider: string, data: object) => ({ baseUrl: `${sandboxUrl}/${provider}`, ...data });
const oauth2 = { authentication: 'oauth2', clientId: 'sandbox' };
const basic = { authentication: 'basic', username: 'sandbox' };

const otherRows: Row[] = [
	['Infobip Basic', 'rcsInfobipApi', at('infobip', basic), 'password', 'sandbox'],
	[
		'Infobip bearer token',
		'rcsInfobipApi',
		at('infobip', { authentication: 'bearer' }),
		'token',
		'sandbox-infobip-token',
	],
	['Infobip OAuth2', 'rcsInfobipApi', at('infobip', oauth2), 'clientSecret', 'sandbox'],
	['Agile Telecom Basic', 'rcsAgileTelecomApi', at('agile-telecom', basic), 'password', 'sandbox'],
	[
		'Salesforce client credentials',
		'rcsSalesforceOAuth2Api',
		{
			myDomainUrl: `${sandboxUrl}/salesforce`,
			grantType: 'clientCredentials',
			clientId: demoApp.clientId,
		},
		'clientSecret',
		demoApp.clientSecret,
	],
	['REST API v1 OAuth2', 'rcsRestV1Api', at('rest-v1', oauth2), 'clientSecret', 'sandbox'],
];

describe.each([...demoRows, ...otherRows])(
	'the credential test: %s',
	(_, type, data, field, right) => {
		it('is OK with the right secret', async () => {
			expect(await tested(type, { ...data, [field]: right })).toMatchObject({ status: 'OK' });
		});

		it('says in words what is wrong with a wrong one', async () => {
			const { status, message } = await tested(type, { ...data, [field]: 'wrong' });
			expect(status).toBe('Error');
			expect(message).toMatch(/credential|auth|key|token/i);
			expect(message).not.toContain('undefined');
		});
	},
);

it('the credential test says so when the base URL leads nowhere', async () => {
	const { status, message } = await tested('rcsInfobipApi', {
		baseUrl: 'http://127.0.0.1:9',
		authentication: 'apiKey',
		apiKey: 'sandbox-infobip-key',
	});
	expect(status).toBe('Error');
	expect(message).toMatch(/refused|connect/i);
});
