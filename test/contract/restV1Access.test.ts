import { response } from './deliver';
import { provider, base, auth, json, wire } from './restV1Wire';

describe('access', () => {
	const client = { kind: 'oauth2', clientId: 'client', clientSecret: 'test=secret' } as const;
	const granted = { access_token: 'token-1', refresh_token: 'refresh-1', expires_in: 3600 };
	const tokens = { accessToken: 'token-1', refreshToken: 'refresh-1' };

	test('signing in with POST /v1/auth/login', async () => {
		const settings = { auth: client, options: { oauth: { scope: 'messages' } } };
		const { call, requests } = wire([granted], settings);
		expect(await provider.accessToken?.(call)).toEqual(tokens);
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/v1/auth/login`,
				headers: json,
				body: { client_id: 'client', client_secret: 'test=secret', scope: 'messages' },
			},
		]);
	});

	test('signing in with GET /v1/auth/token', async () => {
		const settings = { auth: client, options: { oauth: { grant: 'token' } } };
		const { call, requests } = wire([granted], settings);
		expect(await provider.accessToken?.(call)).toEqual(tokens);
		const Authorization = `Basic ${Buffer.from('client:test=secret').toString('base64')}`;
		expect(requests).toEqual([
			{ method: 'GET', url: `${base}/v1/auth/token`, headers: { Authorization } },
		]);
	});

	const signedIn = { auth: { ...client, refreshToken: 'refresh-0' } };

	test('a refresh token is used first, and replaced by the new one', async () => {
		const { call, requests } = wire([granted], signedIn);
		expect(await provider.accessToken?.(call)).toEqual(tokens);
		expect(requests).toMatchObject([
			{ url: `${base}/v1/auth/refresh`, body: { refresh_token: 'refresh-0' } },
		]);
	});

	test('a service that does not rotate keeps its refresh token', async () => {
		const { call } = wire([{ access_token: 'token-2' }], signedIn);
		expect(await provider.accessToken?.(call)).toEqual({
			accessToken: 'token-2',
			refreshToken: 'refresh-0',
		});
	});

	test.each([400, 401, 403, 404])('a refused refresh (HTTP %i) signs in again', async (status) => {
		const { call, asked } = wire(
			({ url }) =>
				url.endsWith('refresh')
					? response(status, '{"error":"invalid_grant"}')
					: response(200, JSON.stringify(granted)),
			signedIn,
		);
		expect(await provider.accessToken?.(call)).toEqual(tokens);
		expect(asked()).toEqual(['POST /v1/auth/refresh', 'POST /v1/auth/login']);
	});

	test.each([429, 500, 503])(
		'a service that does not work (HTTP %i) is left alone',
		async (status) => {
			const { call, asked } = wire(() => response(status), signedIn);
			await expect(provider.accessToken?.(call)).rejects.toMatchObject({
				detail: { httpStatus: status },
			});
			expect(asked()).toEqual(['POST /v1/auth/refresh']);
		},
	);

	test('without a token, or without a client, it is said', async () => {
		await expect(provider.accessToken?.(wire([{}], { auth: client }).call)).rejects.toMatchObject({
			detail: { category: 'auth' },
		});
		await expect(provider.accessToken?.(wire().call)).rejects.toMatchObject({
			detail: { category: 'configuration' },
		});
	});

	test.each([
		[{}, { Authorization: 'Bearer test-api-key' }],
		[{ apiKey: { header: 'X-Api-Key', scheme: '' } }, { 'X-Api-Key': 'test-api-key' }],
		[{ apiKey: { scheme: 'Key' } }, { Authorization: 'Key test-api-key' }],
	])('an API key travels as the options say: %j', (options, headers) => {
		expect(provider.authorize({ auth, options })).toEqual({ ok: true, value: headers });
	});
});
