import { createPublicKey, generateKeyPairSync, verify as verifySignature } from 'node:crypto';
import type { HttpRequest } from '../../core/http';
import { asObject, parseJson } from '../../core/json';
import type { Auth, ProviderSettings } from '../../core/settings';
import { NOW } from '../fixtures/messages';
import { provider, wire } from './googleRbmWire';

describe('access', () => {
	const keys = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	const account = (more: Partial<Extract<Auth, { kind: 'serviceAccount' }>> = {}): Auth => ({
		kind: 'serviceAccount',
		clientEmail: 'rbm@example.iam.gserviceaccount.com',
		privateKey: keys.privateKey,
		...more,
	});
	const granted = { access_token: 'token-1', expires_in: 3599, token_type: 'Bearer' };

	function readJwt(request: HttpRequest | undefined) {
		const form = new URLSearchParams(String(request?.body));
		const [header = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.');
		const json = (part: string) => parseJson(Buffer.from(part, 'base64url').toString());
		const signed = verifySignature(
			'sha256',
			Buffer.from(`${header}.${claims}`),
			createPublicKey(keys.publicKey),
			Buffer.from(signature, 'base64url'),
		);
		return { grant: form.get('grant_type'), header: json(header), claims: json(claims), signed };
	}

	test('a service account signs its own request for a token', async () => {
		const { call, requests } = wire(granted, 200, { auth: account() });
		expect(await provider.accessToken?.(call)).toEqual({ accessToken: 'token-1' });
		expect(requests).toMatchObject([
			{
				method: 'POST',
				url: 'https://oauth2.googleapis.com/token',
				headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			},
		]);
		expect(readJwt(requests[0])).toEqual({
			grant: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
			header: { alg: 'RS256', typ: 'JWT' },
			claims: {
				iss: 'rbm@example.iam.gserviceaccount.com',
				scope: 'https://www.googleapis.com/auth/rcsbusinessmessaging',
				aud: 'https://oauth2.googleapis.com/token',
				iat: NOW.getTime() / 1000,
				exp: NOW.getTime() / 1000 + 3600,
			},
			signed: true,
		});
	});

	test('another token URL is also what the request is for', async () => {
		const tokenUrl = 'http://127.0.0.1:4010/google-rbm/token';
		const { call, requests } = wire(granted, 200, { auth: account({ tokenUrl }) });
		await provider.accessToken?.(call);
		expect(requests[0]?.url).toBe(tokenUrl);
		expect(readJwt(requests[0]).claims).toMatchObject({ aud: tokenUrl });
	});

	test.each<[string, (pem: string) => string]>([
		['in one line', (pem) => pem.replaceAll('\n', '')],
		['with spaces for line breaks', (pem) => pem.replaceAll('\n', ' ')],
		['with \\n written out', (pem) => pem.replaceAll('\n', '\\n')],
		['with Windows line breaks', (pem) => pem.replaceAll('\n', '\r\n')],
		[
			'as the whole key file',
			(pem) => JSON.stringify({ private_key: pem, type: 'service_account' }),
		],
	])('the key may be copied %s', async (_how, copy) => {
		const { call, requests } = wire(granted, 200, {
			auth: account({ privateKey: copy(keys.privateKey) }),
		});
		await provider.accessToken?.(call);
		expect(readJwt(requests[0]).signed).toBe(true);
	});

	test.each(['', 'my-key', keys.publicKey, keys.privateKey.slice(0, 400)])(
		'what is no private key is said, without repeating it',
		async (privateKey) => {
			const { call, requests } = wire(granted, 200, { auth: account({ privateKey }) });
			const error: unknown = await provider.accessToken?.(call).catch((thrown: unknown) => thrown);
			expect(error).toMatchObject({
				detail: {
					category: 'configuration',
					message: expect.stringContaining('private key'),
					advice: expect.stringContaining('BEGIN PRIVATE KEY'),
				},
			});
			expect(JSON.stringify(error)).not.toContain('MII');
			expect(requests).toEqual([]);
		},
	);

	test('a refused signature says what to check', async () => {
		const body = { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' };
		const { call } = wire(body, 400, { auth: account() });
		await expect(provider.accessToken?.(call)).rejects.toMatchObject({
			detail: {
				category: 'auth',
				code: 'invalid_grant',
				message: 'Google gave no access token: Invalid JWT Signature.',
				advice: expect.stringMatching(/same JSON key file.*clock/),
			},
		});
	});

	test('an answer without a token, a busy server and another kind of account are errors', async () => {
		const settings = { auth: account() };
		const categoryOf = async (body: unknown, status: number, own: ProviderSettings = settings) => {
			const error: unknown = await provider
				.accessToken?.(wire(body, status, own).call)
				.catch((thrown: unknown) => thrown);
			return asObject(asObject(error)['detail'])['category'];
		};
		expect(await categoryOf({}, 200)).toBe('auth');
		expect(await categoryOf({ error: 'internal_failure' }, 500)).toBe('provider');
		expect(await categoryOf(granted, 200, {})).toBe('configuration');
	});

	test('a ready token is used as it is', () => {
		const authorized = provider.authorize({ auth: account({ accessToken: 'ready' }) });
		expect(authorized).toEqual({ ok: true, value: { Authorization: 'Bearer ready' } });
		const other = provider.authorize({ auth: { kind: 'bearer', token: 't' } });
		expect(other).toMatchObject({ ok: false });
	});
});
