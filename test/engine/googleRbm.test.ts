import { CheckCapability } from '../../nodes/CheckCapability/CheckCapability.node';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { demoCredentials } from '../../scripts/world/credentials';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { type CredentialData, TestCredentials } from './credentials';
import { runNode } from './harness';

/** Google RBM as n8n uses it: a token bought with the key of the credential, and kept. */

const ANDROID = '+447700900001';

let sandbox: Sandbox | undefined;
beforeAll(async () => {
	sandbox = await startSandbox({ port: 0, speed: 50 });
});
afterAll(() => sandbox?.stop());

function account(more: object = {}): TestCredentials {
	const type = 'rcsGoogleRbmApi';
	const demo = demoCredentials(sandbox?.url ?? '').find((credential) => credential.type === type);
	return new TestCredentials({ [type]: { ...demo?.data, ...more } } as CredentialData);
}

const check = (credentials: TestCredentials) =>
	runNode({
		nodeType: new CheckCapability(),
		parameters: { provider: 'google-rbm', phoneNumber: ANDROID },
		items: [{ json: {} }],
		credentials,
	});

it('buys a token with the private key, keeps it, and buys another when it is no longer good', async () => {
	const credentials = account();
	const [yes] = await check(credentials);
	expect(yes).toMatchObject([{ json: { capability: { reachable: 'yes' } } }]);
	const bought = credentials.data['rcsGoogleRbmApi']?.['accessToken'];
	expect(bought).toMatch(/\w/);
	await check(credentials);
	expect(credentials.data['rcsGoogleRbmApi']?.['accessToken']).toBe(bought);
	const [again] = await check(account({ accessToken: 'old' }));
	expect(again).toHaveLength(1);
});

it('sends a message', async () => {
	const [sent] = await runNode({
		nodeType: new SendRcs(),
		parameters: { provider: 'google-rbm', to: ANDROID, contentType: 'text', text: 'Hello' },
		items: [{ json: {} }],
		credentials: account(),
	});
	expect(sent).toMatchObject([{ json: { status: 'accepted', to: ANDROID } }]);
});

it.each([
	['a private key that is none', { privateKey: 'my-key' }, /private key/, /BEGIN PRIVATE KEY/],
	['a key of another account', { clientEmail: 'x@example.com' }, /account not found/, /key file/],
])('%s is explained', async (_name, fields, message, description) => {
	await expect(check(account(fields))).rejects.toMatchObject({
		message: expect.stringMatching(message) as string,
		description: expect.stringMatching(description) as string,
	});
});
