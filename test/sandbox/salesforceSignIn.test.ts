import { createPrivateKey, sign } from 'node:crypto';

import { demoApp, INTEGRATION_USER } from '../../sandbox/crm/salesforce/account';
import type { JsonObject } from '../../sandbox/json';
import { refused, useOrg } from './salesforceWorld';

const { call, org, admin, url, signIn } = useOrg();

const TOKEN = '/salesforce/services/oauth2/token';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const { clientId: client_id, clientSecret: client_secret, refreshToken: refresh_token } = demoApp;

const ask = (form: Record<string, string>) => call('POST', TOKEN, new URLSearchParams(form));
const now = () => Math.floor(Date.now() / 1000);

function assertion(claims: JsonObject = {}, alg = 'RS256'): string {
	const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
	const own = { iss: client_id, sub: INTEGRATION_USER.username, exp: now() + 180 };
	const input = `${part({ alg })}.${part({ ...own, aud: 'https://login.salesforce.com', ...claims })}`;
	const key = createPrivateKey(demoApp.privateKey);
	return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

describe('the token endpoint', () => {
	it.each([
		['client credentials', () => ({ grant_type: 'client_credentials', client_id, client_secret })],
		[
			'a refresh token',
			() => ({ grant_type: 'refresh_token', client_id, client_secret, refresh_token }),
		],
		['a signed assertion', () => ({ grant_type: JWT_BEARER, assertion: assertion() })],
		[
			'an assertion for the org itself',
			() => ({ grant_type: JWT_BEARER, assertion: assertion({ aud: `${url()}/salesforce` }) }),
		],
	])('gives a token for %s, which opens the org', async (_name, form) => {
		const { status, body } = await ask(form());
		expect(status).toBe(200);
		expect(body).toMatchObject({ token_type: 'Bearer', instance_url: `${url()}/salesforce` });
		const authorization = `Bearer ${String(body['access_token'])}`;
		const limits = '/salesforce/services/data/v66.0/limits';
		expect((await call('GET', limits, undefined, { authorization })).status).toBe(200);
	});

	it('takes the client in a Basic header too', async () => {
		const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64');
		const form = new URLSearchParams({ grant_type: 'client_credentials' });
		const answer = await call('POST', TOKEN, form, { authorization: `Basic ${basic}` });
		expect(answer.status).toBe(200);
	});

	it.each<[string, () => Record<string, string>, string]>([
		[
			'a wrong secret',
			() => ({ grant_type: 'client_credentials', client_id, client_secret: 'x' }),
			'invalid_client',
		],
		[
			'another app',
			() => ({ grant_type: 'client_credentials', client_id: 'x' }),
			'invalid_client_id',
		],
		['another grant', () => ({ grant_type: 'password' }), 'unsupported_grant_type'],
		[
			'an old refresh token',
			() => ({ grant_type: 'refresh_token', client_id, client_secret, refresh_token: 'x' }),
			'invalid_grant',
		],
		...(
			[
				['a claim that is over', { exp: now() - 1 }],
				['a claim for an hour', { exp: now() + 3600 }],
				['another audience', { aud: 'https://example.com' }],
				['another user', { sub: 'nobody@example.com' }],
			] as const
		).map(([name, claims]): [string, () => Record<string, string>, string] => [
			name,
			() => ({ grant_type: JWT_BEARER, assertion: assertion(claims) }),
			'invalid_grant',
		]),
		[
			'another algorithm',
			() => ({ grant_type: JWT_BEARER, assertion: assertion({}, 'none') }),
			'invalid_grant',
		],
		[
			'a broken signature',
			() => ({ grant_type: JWT_BEARER, assertion: `${assertion()}AA` }),
			'invalid_grant',
		],
	])('refuses %s', async (_name, form, error) => {
		expect(await ask(form())).toMatchObject({ status: 400, body: { error } });
	});
});

describe('a token', () => {
	it('is needed', async () => {
		const answer = await call('GET', '/salesforce/services/data/v66.0/limits');
		expect(answer).toMatchObject(refused(401, 'INVALID_SESSION_ID', 'Session expired or invalid'));
	});

	it('can end in the middle of a run, and another one goes on', async () => {
		await admin('POST', '/tokens/expire', { afterRequests: 2 });
		const statuses = [];
		for (let count = 0; count < 3; count++) statuses.push((await org('GET', '/limits')).status);
		expect(statuses).toEqual([200, 200, 401]);
		const authorization = `Bearer ${await signIn()}`;
		expect((await org('GET', '/limits', undefined, { authorization })).status).toBe(200);
	});
});

describe('the allowance of the org', () => {
	it('stands in every answer, and is over at some time', async () => {
		await admin('PUT', '/limits', { dailyMax: 2 });
		const first = await org('GET', '/limits');
		expect(first.headers.get('sforce-limit-info')).toBe('api-usage=1/2');
		expect(first.body).toMatchObject({ DailyApiRequests: { Max: 2, Remaining: 1 } });
		await org('GET', '/limits');
		expect(await org('GET', '/limits')).toMatchObject(
			refused(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
		);
	});

	it('counts a composite request once', async () => {
		const limits = (referenceId: string) => ({
			...{ method: 'GET', url: '/services/data/v66.0/limits', referenceId },
		});
		const answer = await org('POST', '/composite', {
			compositeRequest: [limits('a'), limits('b')],
		});
		expect(answer.headers.get('sforce-limit-info')).toBe('api-usage=1/100000');
	});

	it('also holds for requests at one time', async () => {
		await admin('PUT', '/limits', { concurrentMax: 0 });
		expect(await org('GET', '/limits')).toMatchObject(
			refused(403, 'REQUEST_LIMIT_EXCEEDED', expect.stringContaining('ConcurrentRequests')),
		);
	});
});
