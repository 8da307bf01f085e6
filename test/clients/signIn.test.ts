import { RcsError } from '../../core/errors';
import type { Http } from '../../core/http';
import { salesforceHttp } from '../../service/clients/salesforce';
import { type RecordingServer, recordingServer } from '../engine/httpServer';
import { useSandbox } from '../sandbox/world';
import { useRecordingProxy } from './recordingProxy';
import { salesforceApps, transports } from './transports';

const { call, url } = useSandbox();
const proxy = useRecordingProxy(url);

async function errorOf(answer: Promise<unknown>): Promise<RcsError['detail']> {
	const error = await answer.then(
		() => undefined,
		(reason: unknown) => reason,
	);
	if (error instanceof RcsError) return error.detail;
	throw new Error(`Not an RcsError: ${String(error)}`);
}

describe.each(transports)('$id: the session of an app', ({ id, tokenPath, question, ...make }) => {
	const baseUrl = () => `${proxy.url()}/${id}`;
	const ask = (http: Http) => http({ method: 'GET', url: `${baseUrl()}${question}` });
	const asked = () =>
		proxy.wires.map(({ path }) => (path.endsWith(tokenPath) ? 'token' : 'question'));
	const endSessions = () =>
		id === 'hubspot'
			? call('PUT', '/sandbox/console/hubspot/key', { expired: true })
			: call('POST', '/sandbox/console/salesforce/tokens/expire', {});

	it('begins before the first request, and is kept', async () => {
		const http = make.withApp(baseUrl());
		expect((await ask(http)).status).toBe(200);
		expect((await ask(http)).status).toBe(200);
		expect(asked()).toEqual(['token', 'question', 'question']);
		expect(proxy.wires[0]?.authorization).toBeUndefined();
		expect(proxy.wires[1]?.authorization).toMatch(/^Bearer \S+$/);
	});

	it('begins once for many requests at the same time, and again once when it ends', async () => {
		const http = make.withApp(baseUrl());
		const many = () => Promise.all(Array.from({ length: 20 }, () => ask(http)));
		expect(new Set((await many()).map(({ status }) => status))).toEqual(new Set([200]));
		expect(asked().filter((what) => what === 'token')).toHaveLength(1);
		await endSessions();
		proxy.wires.length = 0;
		expect(new Set((await many()).map(({ status }) => status))).toEqual(new Set([200]));
		expect(asked().filter((what) => what === 'token')).toHaveLength(1);
	});

	it('is refused in the CRM’s own words, with advice and without the secret', async () => {
		const http = make.withApp(baseUrl(), 'not-the-secret');
		const detail = await errorOf(ask(http));
		expect(detail).toMatchObject({
			category: 'auth',
			retryable: false,
			httpStatus: 400,
			message: expect.stringMatching(/gave no access token: .*client/),
			advice: expect.stringContaining('client secret'),
		});
		expect(JSON.stringify(detail)).not.toContain('not-the-secret');
		expect(asked()).toEqual(['token']);
	});
});

it.each(Object.values(salesforceApps))('salesforce: signs in by $kind', async (auth) => {
	const baseUrl = `${proxy.url()}/salesforce`;
	const http = salesforceHttp(auth, baseUrl, Date.now);
	const response = await http({ method: 'GET', url: `${baseUrl}/services/data/v66.0/limits` });
	expect(response.status).toBe(200);
});

describe.each(transports)('$id: a server that', ({ tokenPath, ...make }) => {
	let server: RecordingServer;
	let token: { status?: number; body?: unknown } = {};
	let issued = 0;
	beforeAll(async () => {
		server = await recordingServer(({ path }) => {
			if (path !== tokenPath) return { status: 401, body: { message: 'INVALID_SESSION_ID' } };
			issued += 1;
			return { body: { access_token: `token-${issued}` }, ...token };
		});
	});
	afterAll(() => server.stop());
	beforeEach(() => {
		server.requests.length = 0;
		issued = 0;
		token = {};
	});
	const ask = (http = make.withApp(server.url)) => http({ method: 'GET', url: `${server.url}/x` });

	it('takes no token is asked twice and no more', async () => {
		expect(await ask()).toMatchObject({ status: 401, body: '{"message":"INVALID_SESSION_ID"}' });
		expect(server.requests.map(({ path }) => path)).toEqual([tokenPath, '/x', tokenPath, '/x']);
		expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
			...[undefined, 'Bearer token-1', undefined, 'Bearer token-2'],
		]);
	});

	it('takes no token that cannot be renewed is asked once', async () => {
		expect((await ask(make.withToken(server.url, 'rotated'))).status).toBe(401);
		expect(server.requests).toHaveLength(1);
	});

	it.each([
		[{ status: 200, body: { hello: 1 } }, 'configuration'],
		[{ status: 404 }, 'configuration'],
		[{ status: 429 }, 'rateLimit'],
		[{ status: 503 }, 'provider'],
		[{ status: 401, body: { error: 'invalid_client' } }, 'auth'],
	])('answers a sign-in with %j', async (answer, category) => {
		token = answer;
		expect(await errorOf(ask())).toMatchObject({ category });
		expect(server.requests).toHaveLength(1);
	});

	it('quotes the secret it was sent', async () => {
		token = { status: 400, body: { error_description: 'bad secret s3cr3t-of-app' } };
		const { message } = await errorOf(ask(make.withApp(server.url, 's3cr3t-of-app')));
		expect(message).toMatch(/bad secret \*\*\*$/);
	});

	it('refused once is asked again by the next request', async () => {
		const http = make.withApp(server.url);
		token = { status: 503 };
		await errorOf(ask(http));
		token = {};
		expect((await ask(http)).status).toBe(401);
	});
});
