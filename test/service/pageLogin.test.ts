import { makeSession, tokenOf } from '../../service/http/session';
import { startTestService, TOKEN, type TestService } from './support/world';

const everything = {
	name: 'page',
	token: 'a-token-of-the-page-1',
	may: ['page', 'consent'] as const,
};
const other = { name: 'page', token: 'another-token-of-it-2', may: ['page'] as const };
const tokens = [{ ...everything, may: [...everything.may] }];

describe('a session of the page', () => {
	const [token] = tokens;
	if (!token) throw new Error('There is a token');
	const now = Date.UTC(2026, 10, 21);
	const session = makeSession(token, now);

	it('stands for its token until it is over', () => {
		expect(tokenOf(session, tokens, now)).toBe(token);
		expect(tokenOf(session, tokens, now + 12 * 3600_000)).toBeUndefined();
	});

	it('ends when the token is changed', () => {
		expect(tokenOf(session, [{ ...other, may: [...other.may] }], now)).toBeUndefined();
		expect(tokenOf(session, [], now)).toBeUndefined();
	});

	it.each([
		['a later end', session.replace(/\.\d+\./, `.${now + 99 * 3600_000}.`)],
		['no signature', session.replace(/[^.]+$/, 'x')],
		['nothing', ''],
		['other words', 'a.b.c'],
	])('is not valid with %s', (_what, forged) => {
		expect(tokenOf(forged, tokens, now)).toBeUndefined();
	});
});

describe('the login of the page', () => {
	let service: TestService;
	beforeAll(async () => {
		service = await startTestService({
			tokens: [
				{ name: 'tests', token: TOKEN },
				{ name: 'events only', token: 'may-do-events-only-1', may: ['events'] },
			],
		});
	});
	afterAll(() => service.stop());

	const own = { 'x-rcs-page': '1', 'content-type': 'application/json' };
	const login = (token: string, headers: Record<string, string> = own) =>
		fetch(`${service.url}/v1/page/login`, {
			method: 'POST',
			headers,
			body: JSON.stringify({ token }),
		});
	const cookieOf = (response: Response) => response.headers.get('set-cookie') ?? '';
	const post = (cookie: string, headers: Record<string, string>) =>
		fetch(`${service.url}/v1/page/messages`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', cookie, ...headers },
			body: JSON.stringify({ query: 'message-1' }),
		});

	it('gives a cookie that scripts cannot read and other sites cannot use', async () => {
		const response = await login(TOKEN);
		expect(response.status).toBe(200);
		expect(cookieOf(response)).toMatch(/^rcs_page=[^;]+; .*HttpOnly; SameSite=Strict$/);
		expect(cookieOf(response)).not.toContain(TOKEN);
		const whoami = await fetch(`${service.url}/v1/whoami`, {
			headers: { cookie: cookieOf(response).split(';')[0] ?? '' },
		});
		expect(await whoami.json()).toMatchObject({ token: 'tests' });
	});

	it('keeps the cookie to TLS where the page is seen over it', async () => {
		const response = await login(TOKEN, { ...own, origin: 'https://rcs.example.com' });
		expect(cookieOf(response)).toContain('Secure');
	});

	it('says what is wrong with a token', async () => {
		const unknown = await login('not-a-token-of-this-service');
		expect(unknown.status).toBe(401);
		expect(await unknown.json()).toMatchObject({
			error: { message: 'This token is not known here.' },
		});
		const without = await login('may-do-events-only-1');
		expect(without.status).toBe(403);
		expect(cookieOf(without)).toBe('');
	});

	it('lets nobody but the page itself change something', async () => {
		const cookie = cookieOf(await login(TOKEN)).split(';')[0] ?? '';
		expect((await post(cookie, { 'x-rcs-page': '1' })).status).toBe(200);
		expect((await post(cookie, {})).status).toBe(401);
		const foreign = { 'x-rcs-page': '1', 'sec-fetch-site': 'cross-site' };
		expect((await post(cookie, foreign)).status).toBe(401);
		expect((await login(TOKEN, { 'content-type': 'application/json' })).status).toBe(403);
	});

	it('ends with a log-out', async () => {
		const response = await fetch(`${service.url}/v1/page/logout`, { method: 'POST', headers: own });
		expect(cookieOf(response)).toMatch(/^rcs_page=; Max-Age=0/);
	});
});
