import { CheckCapability } from '../../nodes/CheckCapability/CheckCapability.node';
import { asArray, asObject } from '../../core/json';
import { type CredentialData, TestCredentials } from './credentials';
import { runNode } from './harness';
import { type Recorded, type RecordingServer, recordingServer, type Reply } from './httpServer';

let provider: RecordingServer;
let valid: string;
let issued: number;

beforeAll(async () => {
	provider = await recordingServer(answer);
});
afterAll(() => provider.stop());
beforeEach(() => {
	provider.requests.length = 0;
	issued = 0;
	valid = 'token-1';
});

/** Gives out token-1, token-2 ... and knows only the valid one. */
function answer({ path, headers, json }: Recorded): Reply {
	if (path === '/auth/1/oauth2/token') {
		issued += 1;
		// Slow enough that every request of a burst has come back meanwhile.
		return { delayMs: 500, body: { access_token: `token-${issued}` } };
	}
	if (headers.authorization !== `Bearer ${valid}`) {
		return { status: 401, body: { description: 'Invalid token.' } };
	}
	const phones = asArray(asObject(json)['phoneNumbers']);
	const capabilityCheckResults = phones.map((phoneNumber) => ({ phoneNumber, code: 'ENABLED' }));
	return { body: { capabilityCheckResults } };
}

function account(more: object = {}): TestCredentials {
	const data = {
		baseUrl: provider.url,
		authentication: 'oauth2',
		clientId: 'client',
		clientSecret: 'secret',
		agent: 'DemoShop',
		...more,
	};
	return new TestCredentials({ rcsInfobipApi: data } as CredentialData);
}

function check(credentials: TestCredentials, numbers = ['+447700900001']) {
	return runNode({
		nodeType: new CheckCapability(),
		parameters: { provider: 'infobip', phoneNumber: '={{ $json.phone }}' },
		items: numbers.map((phone) => ({ json: { phone } })),
		credentials,
	});
}

const many = (count: number) =>
	Array.from({ length: count }, (_, i) => `+4477009${String(i).padStart(5, '0')}`);

const asked = () => provider.requests.map(({ path }) => path.replace(/.*\//, ''));

describe('an access token', () => {
	it('is asked for before the first request, and kept', async () => {
		const credentials = account();
		const [yes] = await check(credentials);
		expect(yes).toHaveLength(1);
		expect(asked()).toEqual(['token', 'query']);
		const [{ body = '', headers = {} } = {}] = provider.requests;
		expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
			client_id: 'client',
			client_secret: 'secret',
			grant_type: 'client_credentials',
		});
		expect(headers['content-type']).toContain('application/x-www-form-urlencoded');
		await check(credentials);
		expect(asked()).toEqual(['token', 'query', 'query']);
	});

	it('is asked for once more when it is no longer good', async () => {
		const credentials = account({ accessToken: 'old' });
		const [yes] = await check(credentials);
		expect(yes).toHaveLength(1);
		expect(asked()).toEqual(['query', 'token', 'query']);
	});

	it('is asked for only once, and the refusal told, when the new one is no better', async () => {
		valid = 'none';
		await expect(check(account({ accessToken: 'old' }))).rejects.toMatchObject({
			name: 'NodeApiError',
			message: 'Infobip: Invalid token.',
			httpCode: '401',
		});
		expect(asked()).toEqual(['query', 'token', 'query']);
	});

	it.each([{}, { accessToken: 'old' }])(
		'is asked for once for many requests at the same time, from %j',
		async (more) => {
			const [yes] = await check(account(more), many(2000));
			expect(yes).toHaveLength(2000);
			expect(asked().filter((path) => path === 'token')).toHaveLength(1);
		},
	);
});

describe('other ways to sign in', () => {
	it.each([
		[{ authentication: 'apiKey', apiKey: 'k' }, 'App k'],
		[{ authentication: 'basic', username: 'u', password: 'p' }, 'Basic dTpw'],
		[{ authentication: 'bearer', token: 't' }, 'Bearer t'],
	])('%j', async (fields, header) => {
		await check(account(fields)).catch(() => undefined);
		expect(provider.requests).toHaveLength(1);
		expect(provider.requests[0]?.headers.authorization).toBe(header);
	});
});

it.each([301, 302, 307, 308])('does not follow a redirect (HTTP %i)', async (status) => {
	const elsewhere = await recordingServer(() => ({ body: { capabilityCheckResults: [] } }));
	const moved = await recordingServer(({ path }) => ({
		status,
		headers: { location: `${elsewhere.url}${path}` },
	}));
	const token = { baseUrl: moved.url, authentication: 'bearer', token: 't' };
	await expect(check(account(token))).rejects.toMatchObject({
		httpCode: String(status),
		description: expect.stringContaining('base URL') as string,
	});
	expect(moved.requests).toHaveLength(1);
	expect(elsewhere.requests).toEqual([]);
	await Promise.all([moved.stop(), elsewhere.stop()]);
});

it('reads the credential once for any number of requests', async () => {
	const credentials = account({ authentication: 'bearer', token: valid });
	await check(credentials, many(2000));
	expect(asked()).toEqual(['query', 'query', 'query', 'query']);
	expect(credentials.reads).toBe(1);
});
