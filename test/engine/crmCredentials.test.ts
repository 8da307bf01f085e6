import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { setUp } from '../../connectors/setUp';
import { asArray, asObject } from '../../core/json';
import { loadCrm } from '../../nodes/shared/crmAccount';
import { authenticationProperties, crmCredentials, crmProperty } from '../../nodes/shared/crmForm';
import { nodeErrorOf } from '../../nodes/shared/nodeErrors';
import { useSandbox } from '../sandbox/world';
import { crmAccount, type SignIn } from './crmWorld';
import type { TestCredentials } from './credentials';
import { runNode } from './harness';

/** Signing in to the CRMs of the sandbox with our credentials, by what n8n really does with them. */

const { call, url } = useSandbox();

/** Looks at what is set up, which takes several requests. */
const nodeType: INodeType = {
	description: {
		properties: [crmProperty, ...authenticationProperties],
		credentials: crmCredentials,
	} as never,
	async execute(this: IExecuteFunctions) {
		try {
			const run = { ...(await loadCrm(this)), concurrency: 3 };
			const { added } = await setUp(run, { dryRun: true });
			return [[{ json: { added } }]];
		} catch (error) {
			throw nodeErrorOf(this.getNode(), error);
		}
	},
};

async function look(crm: 'hubspot' | 'salesforce', signIn: SignIn, credentials: TestCredentials) {
	const authentication = signIn === 'key' ? 'key' : 'oAuth2';
	const [done] = await runNode({ nodeType, parameters: { crm, authentication }, credentials });
	return asArray(asObject(done?.[0]?.json)['added']).length;
}

const ways = [
	['hubspot', 'key'],
	['hubspot', 'oAuth2'],
	['salesforce', 'key'],
	['salesforce', 'oAuth2'],
	['salesforce', 'clientCredentials'],
] as const;

test.each(ways)('%s with %s', async (crm, signIn) => {
	expect(await look(crm, signIn, crmAccount(crm, url(), signIn))).toBeGreaterThan(1);
});

describe('a session that ended in the middle of a run', () => {
	test.each(ways.filter(([crm, signIn]) => crm === 'salesforce' || signIn === 'oAuth2'))(
		'%s with %s: another token is bought, kept, and the run goes on',
		async (crm, signIn) => {
			const credentials = crmAccount(crm, url(), signIn);
			await look(crm, signIn, credentials);
			const before = JSON.stringify(credentials.data);
			if (crm === 'salesforce')
				await call('POST', '/sandbox/console/salesforce/tokens/expire', { afterRequests: 2 });
			else await call('POST', '/sandbox/console/hubspot/clock', { advanceSeconds: 3600 });
			expect(await look(crm, signIn, credentials)).toBeGreaterThan(1);
			const after = JSON.stringify(credentials.data);
			expect(after).not.toBe(before);
			await look(crm, signIn, credentials);
			expect(JSON.stringify(credentials.data)).toBe(after);
		},
	);
});

describe('what a refused sign-in says', () => {
	const tokens = (refresh_token?: string) => ({
		oauthTokenData: { access_token: 'ended', ...(refresh_token ? { refresh_token } : {}) },
	});

	test.each([
		['hubspot', 'key', { token: 'wrong' }, /Authentication credentials not found/],
		['hubspot', 'oAuth2', { clientSecret: 'wrong' }, /no access token: Client authentication/],
		['hubspot', 'oAuth2', tokens('wrong'), /needs to be reconnected/],
		['hubspot', 'oAuth2', tokens(), /no refresh token is available/],
		['hubspot', 'oAuth2', { oauthTokenData: undefined }, /not connected to an account/],
		['salesforce', 'key', { username: 'nobody' }, /gave no access token: user hasn't approved/],
		['salesforce', 'key', { clientId: 'wrong' }, /client identifier invalid/],
		['salesforce', 'key', { privateKey: 'wrong' }, /The private key cannot be read/],
		['salesforce', 'oAuth2', { clientSecret: 'wrong' }, /no access token: Client authentication/],
		['salesforce', 'oAuth2', tokens('wrong'), /needs to be reconnected/],
		['salesforce', 'clientCredentials', { clientSecret: 'wrong' }, /no access token: Client auth/],
		['salesforce', 'clientCredentials', { clientId: 'wrong' }, /client identifier invalid/],
	] as const)('%s with %s and %j', async (crm, signIn, fields, message) => {
		const looked = look(crm, signIn, crmAccount(crm, url(), signIn, fields));
		await expect(looked).rejects.toMatchObject({
			message: expect.stringMatching(message) as string,
			description: expect.stringMatching(/credential|consumer key|'Private Key'/i) as string,
		});
	});
});

test('what answers at a wrong address is told from a refusal', async () => {
	const credentials = crmAccount('salesforce', url(), 'key', { myDomainUrl: `${url()}/nothing` });
	await expect(look('salesforce', 'key', credentials)).rejects.toMatchObject({
		description: expect.stringMatching(/what answers there/) as string,
	});
});
