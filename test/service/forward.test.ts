import type { Delivery } from '../../core/webhook/delivery';
import { until } from '../until';
import { idle } from './support/idle';
import { startTarget, type Target } from './support/target';
import { startTestService, type TestService } from './support/world';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('raw webhooks', () => {
	let service: TestService;
	let target: Target;
	let other: Target;
	/** Stands until a test lets time pass; so far ahead that nobody looks again by himself. */
	let now = Date.now() + DAY;
	const clock = { now: () => now, wait: () => Promise.resolve() };

	beforeAll(async () => {
		[target, other] = await Promise.all([startTarget(), startTarget()]);
		const account = { provider: 'infobip', settings: { auth: { kind: 'apiKey', apiKey: 'key' } } };
		const proof = { webhook: { headerName: 'X-Proof', headerValue: 'secret' } };
		service = await startTestService(
			{
				providers: {
					shop: {
						...account,
						settings: { ...account.settings, ...proof, baseUrl: 'https://api.example.com' },
						forwardTo: [named()],
					},
				},
			},
			clock,
		);
	});
	afterAll(async () => {
		await service.stop();
		await Promise.all([target.stop(), other.stop()]);
	});
	beforeEach(async () => {
		await idle(service.service.store, 'forward');
		for (const one of [target, other]) {
			one.taken.length = 0;
			one.answer = () => 200;
		}
		await service.service.store.query('delete from rcs.forwards');
		await service.service.store.query('delete from rcs.forward_targets');
	});

	const webhook = (body: string): Delivery => ({
		method: 'POST',
		url: 'https://rcs.example.com/webhooks/shop?token=abc',
		headers: { 'content-type': 'application/json' },
		body: Buffer.from(body),
		receivedAt: new Date(clock.now()).toISOString(),
	});
	/** The one in the configuration. */
	const named = () => `${target.url}/webhook/rcs?key=1`;
	const arrive = (body: string, ...targets: string[]) =>
		service.service.takeIn.take({
			events: [],
			webhook: { connection: 'shop', delivery: webhook(body), targets },
		});
	const bodies = (of: Target) => of.taken.map(({ body }) => body.toString());
	/** Lets time pass, and has the target tried where its time has come. */
	const pass = async (ms: number, to = target.url) => {
		now += ms;
		await service.service.queues.hurry('forward', { target: to }, { key: to });
	};
	const review = async () => (await service.get('/v1/page/forwards')).body;
	const waiting = async () => {
		const [row] = await service.service.store.query<{ count: number }>(
			'select count(*) as count from rcs.forwards',
		);
		return row?.count;
	};

	it('arrive with their method, query, headers and exact bytes', async () => {
		const body = Buffer.from([...Buffer.from('{"results":[]} '), 0xff, 0x00, 0x0d, 0x0a]);
		const answer = await fetch(`${service.url}/webhooks/shop?token=a%20b`, {
			method: 'POST',
			body,
			headers: {
				...{ 'x-proof': 'secret', 'x-signature': 'sha256=AbC+/==', authorization: 'Basic eDp5' },
				...{ 'content-type': 'application/json', 'user-agent': 'Provider/1' },
			},
		});
		expect(answer.status).toBe(200);
		const [taken] = await until(() => target.taken.length > 0 && target.taken);
		expect(taken).toMatchObject({
			method: 'POST',
			path: '/webhook/rcs?key=1&token=a+b',
			headers: {
				...{ 'x-proof': 'secret', 'x-signature': 'sha256=AbC+/==', authorization: 'Basic eDp5' },
				...{ 'content-type': 'application/json', 'user-agent': 'Provider/1' },
				host: new URL(target.url).host,
				'content-length': String(body.length),
			},
		});
		expect(taken?.body.equals(body)).toBe(true);
		await until(async () => (await waiting()) === 0);
	});

	it('are not handed on when they are forged', async () => {
		const answer = await fetch(`${service.url}/webhooks/shop`, { method: 'POST', body: '{}' });
		expect(answer.status).toBe(401);
		expect(await waiting()).toBe(0);
	});

	it('are given up when the configuration does not name their target any more', async () => {
		const old = (body: string, to: string) =>
			service.service.takeIn.take({
				events: [],
				webhook: {
					...{ connection: 'shop', targets: [to] },
					delivery: { ...webhook(body), receivedAt: '2026-01-01T00:00:00.000Z' },
				},
			});
		await old('unnamed', `${other.url}/before`);
		await old('named', named());
		const oneIs = () =>
			until(async () => {
				const given = givenUp(await review());
				return given.count === 1 && given;
			});
		expect(await oneIs()).toMatchObject({
			items: [{ target: `${other.url}/before`, reason: expect.stringContaining('forwardTo') }],
		});
		expect((await service.post('/v1/page/forwards/replay', { all: true })).body).toEqual({
			replayed: 1,
		});
		await oneIs();
		await until(() => target.taken.length > 0);
		expect(bodies(target)).toEqual(['named']);
		expect(bodies(other)).toEqual([]);
	});

	it('come in their order', async () => {
		const all = Array.from({ length: 30 }, (_, i) => `${i}`);
		for (const one of all) await arrive(one, target.url);
		await until(() => target.taken.length === all.length);
		expect(bodies(target)).toEqual(all);
	});

	it('wait for a target that is down, in their order, and are sent when it is back', async () => {
		target.answer = () => 503;
		await arrive('first', target.url);
		await until(() => target.taken.length === 1);
		await arrive('second', target.url);
		expect(await until(async () => troubled(await review()))).toMatchObject({
			failures: 1,
			reason: 'The target answered 503.',
		});
		target.answer = () => 200;
		await pass(2 * MINUTE);
		await until(() => target.taken.length === 3);
		expect(bodies(target)).toEqual(['first', 'first', 'second']);
		await until(async () => (await waiting()) === 0);
		expect(await review()).toMatchObject({ targets: [] });
	});

	it('wait as long as the target asks for', async () => {
		target.answer = () => ({ status: 429, headers: { 'retry-after': '300' } });
		await arrive('first', target.url);
		await until(async () => troubled(await review()));
		target.answer = () => 200;
		await pass(4 * MINUTE);
		await arrive('other', other.url);
		await until(() => other.taken.length === 1);
		expect(target.taken).toHaveLength(1);
		await pass(2 * MINUTE);
		await until(() => target.taken.length === 2);
	});

	it('let others go before one that the target refuses again and again', async () => {
		target.answer = ({ body }) => (body.toString() === 'bad' ? 500 : 200);
		await arrive('bad', target.url);
		await arrive('good', target.url);
		await until(async () => {
			await pass(MINUTE);
			return bodies(target).includes('good');
		});
		expect(bodies(target).slice(0, 3)).toEqual(['bad', 'bad', 'bad']);
		await until(async () => (await waiting()) === 1);
	});

	it('do not wait for a target that does not answer at all', async () => {
		const slow = await startTarget();
		slow.answer = () => 'hangs';
		await arrive('first', slow.url, other.url);
		await until(() => slow.taken.length === 1);
		await arrive('next', slow.url, other.url);
		await until(() => other.taken.length === 2);
		expect(bodies(other)).toEqual(['first', 'next']);
		expect(bodies(slow)).toEqual(['first']);
		await slow.stop();
	});

	it('do not follow redirects', async () => {
		target.answer = () => ({ status: 307, headers: { location: `${other.url}/elsewhere` } });
		await arrive('moved', target.url);
		expect(await until(async () => troubled(await review()))).toMatchObject({
			reason: 'The target answered 307. Redirects are not followed: enter the address it leads to.',
		});
		expect(other.taken).toEqual([]);
	});

	it('are given up after a day of trying, with the reason, and can be sent again', async () => {
		target.answer = () => 404;
		await arrive('first', target.url);
		await arrive('second', target.url);
		const { items } = await until(async () => {
			await pass(60 * MINUTE);
			const found = givenUp(await review());
			return found.count === 2 && found;
		});
		expect(items).toMatchObject([
			{ connection: 'shop', reason: expect.stringContaining('The target answered 404') },
			{ attempts: expect.any(Number) },
		]);
		expect(items[1]?.attempts).toBeGreaterThanOrEqual(3);
		const tries = target.taken.length;
		await pass(DAY);
		await arrive('other', other.url);
		await until(() => other.taken.length === 1);
		expect(target.taken).toHaveLength(tries);

		target.answer = () => 200;
		expect(await service.post('/v1/page/forwards/replay', { ids: [items[1]?.id] })).toEqual({
			status: 200,
			body: { replayed: 1 },
		});
		await until(() => bodies(target).slice(tries).join() === 'first');
		expect(await service.post('/v1/page/forwards/discard', { all: true })).toEqual({
			status: 200,
			body: { discarded: 1 },
		});
		expect(givenUp(await review())).toEqual({ count: 0, items: [] });
		expect(service.failures).toEqual([]);
	});

	it('are not given up because this service was down for days', async () => {
		target.answer = () => 503;
		const late = { ...webhook('late'), receivedAt: new Date(now - 3 * DAY).toISOString() };
		await service.service.takeIn.take({
			events: [],
			webhook: { connection: 'shop', delivery: late, targets: [named()] },
		});
		const found = await until(async () => {
			const answer = await review();
			return troubled(answer) && answer;
		});
		expect(givenUp(found).count).toBe(0);
	});

	it('ask for a token on the page', async () => {
		expect((await service.get('/v1/page/forwards', 'wrong')).status).toBe(401);
		expect(await service.post('/v1/page/forwards/replay', { ids: [] })).toMatchObject({
			status: 400,
		});
	});
});

interface Review {
	targets: { target: string; trouble?: object }[];
	givenUp: { count: number; items: { id: number; attempts: number }[] };
}

const troubled = (review: unknown) =>
	(review as Review).targets.find((one) => one.trouble)?.trouble;
const givenUp = (review: unknown) => (review as Review).givenUp;
