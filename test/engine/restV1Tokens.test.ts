import { asArray, asObject } from '../../core/json';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { type CredentialData, TestCredentials } from './credentials';
import { runNode } from './harness';
import { type Recorded, type RecordingServer, recordingServer, type Reply } from './httpServer';

/** A service that rotates refresh tokens: each is good once. */
let service: RecordingServer;
let access: string;
let refresh: string;
let issued: number;

beforeAll(async () => {
	service = await recordingServer(answer);
});
afterAll(() => service.stop());
beforeEach(() => {
	service.requests.length = 0;
	issued = 0;
	[access, refresh] = ['', ''];
});

function issue(): Reply {
	issued += 1;
	[access, refresh] = [`access-${issued}`, `refresh-${issued}`];
	const body = { access_token: access, refresh_token: refresh, expires_in: 3600 };
	// Slow enough that every request of a burst has come back meanwhile.
	return { delayMs: 500, body };
}

function answer({ path, headers, json }: Recorded): Reply {
	const refused = { status: 401, body: { error: { code: 401, message: 'No longer good' } } };
	if (path === '/v1/auth/login') return issue();
	if (path === '/v1/auth/refresh')
		return asObject(json)['refresh_token'] === refresh ? issue() : refused;
	if (headers.authorization !== `Bearer ${access}`) return refused;
	const { messages, message_id: id } = asObject(json);
	if (!messages) return { status: 202, body: { id, status: 'queued' } };
	const results = asArray(messages).map((message) => ({
		id: asObject(message)['message_id'],
		status: 'queued',
	}));
	return { status: 202, body: { results } };
}

function account(more: object = {}): TestCredentials {
	const data = {
		baseUrl: service.url,
		authentication: 'oauth2',
		clientId: 'client',
		clientSecret: 'secret',
		...more,
	};
	return new TestCredentials({ rcsRestV1Api: data } as CredentialData);
}

async function send(credentials: TestCredentials, count = 1): Promise<number> {
	const [accepted = []] = await runNode({
		nodeType: new SendRcs(),
		parameters: { provider: 'rest-v1', to: '={{ $json.to }}', messageType: 'text', text: 'Hi' },
		items: Array.from({ length: count }, (_, i) => ({
			json: { to: `+447700${String(900_000 + (i % 1000))}` },
		})),
		credentials,
	});
	return accepted.length;
}

const asked = () => service.requests.map(({ path }) => path.replace('/v1/', ''));
const kept = ({ data }: TestCredentials) => asObject(data['rcsRestV1Api']);

it('signs in before the first request, and keeps both tokens', async () => {
	const credentials = account();
	expect(await send(credentials)).toBe(1);
	expect(asked()).toEqual(['auth/login', 'messages']);
	expect(service.requests[0]?.json).toEqual({ client_id: 'client', client_secret: 'secret' });
	expect(kept(credentials)).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' });
});

it('renews an access token that is no longer good, each time with the refresh token of the time before', async () => {
	const credentials = account();
	await send(credentials);
	for (const time of [2, 3]) {
		access = 'ended';
		service.requests.length = 0;
		expect(await send(credentials)).toBe(1);
		expect(asked()).toEqual(['messages', 'auth/refresh', 'messages']);
		expect(service.requests.map(({ headers }) => headers.authorization)).toEqual([
			`Bearer access-${time - 1}`,
			undefined,
			`Bearer access-${time}`,
		]);
		expect(kept(credentials)).toMatchObject({ refreshToken: `refresh-${time}` });
	}
});

it('signs in again when its refresh token is refused, and keeps the new one', async () => {
	const credentials = account({ accessToken: 'ended', refreshToken: 'used before' });
	expect(await send(credentials)).toBe(1);
	expect(asked()).toEqual(['messages', 'auth/refresh', 'auth/login', 'messages']);
	expect(kept(credentials)).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' });
});

it('uses a refresh token once, however many requests find the access token ended', async () => {
	const credentials = account();
	await send(credentials);
	access = 'ended';
	service.requests.length = 0;
	expect(await send(credentials, 1000)).toBe(1000);
	const bulk = asked().filter((path) => path === 'messages/bulk');
	expect(asked().filter((path) => path === 'auth/refresh')).toHaveLength(1);
	expect(bulk.length).toBeGreaterThanOrEqual(10);
	expect(asked()).not.toContain('auth/login');
});

it('sends an API key as the credential says, and asks for no token', async () => {
	const key = { authentication: 'apiKey', apiKey: 'k', keyHeader: 'X-Api-Key', keyScheme: '' };
	await send(account(key)).catch(() => undefined);
	expect(asked()).toEqual(['messages']);
	expect(service.requests[0]?.headers).toMatchObject({ 'x-api-key': 'k' });
	expect(service.requests[0]?.headers).not.toHaveProperty('authorization');
});
