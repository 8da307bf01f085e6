import { CONTACTS, useHubspot } from './hubspotWorld';

const { call, backstage } = useHubspot();

const token = (changes: Record<string, string> = {}) =>
	call(
		'POST',
		'/hubspot/oauth/2026-09/token',
		new URLSearchParams({
			grant_type: 'refresh_token',
			client_id: 'sandbox-hubspot-client',
			client_secret: 'sandbox-hubspot-client-secret',
			refresh_token: 'sandbox-hubspot-refresh-token',
			...changes,
		}),
	);
const open = (accessToken: unknown) =>
	call('GET', `/hubspot${CONTACTS}`, undefined, { authorization: `Bearer ${String(accessToken)}` });

it('a refresh token buys an access token for half an hour', async () => {
	const { status, body } = await token();
	expect(status).toBe(200);
	expect(body).toMatchObject({ token_type: 'bearer', expires_in: 1800, hub_id: 4010 });
	expect((await open(body['access_token'])).status).toBe(200);
	await backstage('POST', '/clock', { advanceSeconds: 1801 });
	expect(await open(body['access_token'])).toMatchObject({
		status: 401,
		body: { category: 'EXPIRED_AUTHENTICATION' },
	});
	expect((await open((await token()).body['access_token'])).status).toBe(200);
});

it('an access token may end in mid-run, and the next one is good', async () => {
	const { body } = await token();
	await backstage('PUT', '/key', { expired: true });
	expect((await open(body['access_token'])).status).toBe(401);
	expect((await open((await token()).body['access_token'])).status).toBe(200);
});

it.each([
	[{ grant_type: 'password' }, 'unsupported_grant_type'],
	[{ client_secret: 'wrong' }, 'invalid_client'],
	[{ refresh_token: 'wrong' }, 'invalid_grant'],
])('%j is refused', async (changes, error) => {
	expect(await token(changes)).toMatchObject({ status: 400, body: { error } });
});

it('what was never a token is told apart from one that ended', async () => {
	expect(await open('made-up')).toMatchObject({
		status: 401,
		body: { category: 'INVALID_AUTHENTICATION' },
	});
});
