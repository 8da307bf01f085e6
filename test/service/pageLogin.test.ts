import { makeSession, tokenOf } from '../../service/http/session';
import { Tries } from '../../service/http/tries';
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

describe('tries in vain', () => {
	let now = 0;
	const tries = new Tries(2, 3, () => now);

	it('are counted by name for a minute', () => {
		tries.add('a');
		expect(tries.waitOf('a')).toBe(0);
		now = 10_000;
		tries.add('a');
		expect([tries.waitOf('a'), tries.waitOf('b')]).toEqual([50, 0]);
		now = 60_000;
		expect(tries.waitOf('a')).toBe(0);
		tries.add('a');
		expect(tries.waitOf('a')).toBe(0);
	});

	it('are forgotten when they are over, and of many names the oldest', () => {
		now = 130_000;
		for (const name of ['b', 'c', 'a', 'd', 'e']) tries.add(name);
		expect(tries.size).toBe(3);
		now = 200_000;
		tries.add('f');
		expect(tries.size).toBe(1);
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

	it('is closed for a while after ten wrong tokens of one person, and for that person only', async () => {
		const from = (address: string) => ({ ...own, 'x-forwarded-for': `1.2.3.4, ${address}` });
		for (let i = 0; i < 10; i += 1)
			expect((await login('not-a-token-of-this-service', from('192.0.2.1'))).status).toBe(401);
		const late = await login(TOKEN, from('192.0.2.1'));
		expect(late.status).toBe(429);
		expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(await late.json()).toMatchObject({ error: { category: 'rateLimit' } });
		expect((await login(TOKEN, from('192.0.2.2'))).status).toBe(200);
		expect((await login(TOKEN)).status).toBe(200);
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
