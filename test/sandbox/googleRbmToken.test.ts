import { createPrivateKey, sign } from 'node:crypto';

import type { JsonObject } from '../../sandbox/json';
import { demoAccount } from '../../sandbox/providers/google-rbm/demoAccount';
import { AGENT, phonePath, text, uuid } from './googleRbmWorld';
import { useSandbox } from './world';

const { call, url } = useSandbox();

describe('the token endpoint', () => {
	const path = '/google-rbm/token';
	const scope = 'https://www.googleapis.com/auth/rcsbusinessmessaging';
	const now = () => Math.floor(Date.now() / 1000);
	const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');

	function assertion(
		claims: JsonObject,
		header: JsonObject = { alg: 'RS256', typ: 'JWT' },
	): string {
		const own = { iss: demoAccount.clientEmail, scope, aud: `${url()}${path}` };
		const input = `${part(header)}.${part({ ...own, iat: now(), exp: now() + 3600, ...claims })}`;
		const key = createPrivateKey(demoAccount.privateKey);
		return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
	}

	/** The same header and signature around another claim. */
	function changed(jwt: string): string {
		const [header, , signature] = jwt.split('.');
		return [header, assertion({ exp: now() + 60 }).split('.')[1], signature].join('.');
	}

	const ask = (jwt: string, grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer') =>
		call('POST', path, new URLSearchParams({ grant_type, assertion: jwt }));

	it('gives a token for a signed claim, which opens the API', async () => {
		const { body } = await ask(assertion({}));
		expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3599 });
		const authorization = `Bearer ${String(body['access_token'])}`;
		const sent = await call(
			'POST',
			`${phonePath('agentMessages')}?messageId=${uuid()}&agentId=${AGENT}`,
			text(),
			{ authorization },
		);
		expect(sent.status).toBe(200);
	});

	it.each<[string, () => string, string]>([
		['another account', () => assertion({ iss: 'other@example.com' }), 'account not found'],
		['a changed claim', () => changed(assertion({})), 'Invalid JWT Signature'],
		['a broken signature', () => `${assertion({})}AA`, 'Invalid JWT Signature'],
		['no signature', () => assertion({}, { alg: 'none' }), 'Invalid JWT Signature'],
		['another audience', () => assertion({ aud: 'https://example.com/' }), 'audience'],
		[
			'a claim that is over',
			() => assertion({ iat: now() - 7200, exp: now() - 3600 }),
			'timeframe',
		],
		['a claim for two hours', () => assertion({ exp: now() + 7200 }), 'timeframe'],
		['another scope', () => assertion({ scope: 'email' }), 'scope'],
		['no JWT', () => 'x', 'account not found'],
	])('refuses %s', async (_name, jwt, words) => {
		expect(await ask(jwt())).toMatchObject({
			status: 400,
			body: { error_description: expect.stringContaining(words) },
		});
	});

	it('refuses another grant', async () => {
		expect((await ask(assertion({}), 'password')).body).toMatchObject({
			error: 'unsupported_grant_type',
		});
	});
});
