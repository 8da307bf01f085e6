import { checkAll } from '../../core/checkAll';
import { asObject } from '../../core/json';
import { NOW } from '../fixtures/messages';
import { base, failure, number, phone, provider, wire } from './googleRbmWire';

const checkedAt = NOW.toISOString();

describe('capability', () => {
	test('of one number, with its features', async () => {
		const { call, requests } = wire({ features: ['RICHCARD_STANDALONE', 'NEW', 5, null] });
		expect(await provider.capability?.(call, [number])).toEqual([
			{ to: number, reachable: 'yes', features: ['RICHCARD_STANDALONE', 'NEW', '5'], checkedAt },
		]);
		expect(requests).toEqual([
			{ method: 'GET', url: `${phone}/capabilities?requestId=new-id&agentId=demo-agent` },
		]);
	});

	test('without features, none are there', async () => {
		const [result] = (await provider.capability?.(wire({}).call, [number])) ?? [];
		expect(result).toMatchObject({ reachable: 'yes', features: [] });
	});

	test('404 is no, 403 is unknown, and both are about this number only', async () => {
		const absent = failure(404, 'NOT_FOUND', 'Requested entity was not found.');
		expect(await provider.capability?.(absent.call, [number])).toMatchObject([
			{ to: number, reachable: 'no', code: 'NOT_FOUND', checkedAt },
		]);
		const untested = failure(403, 'PERMISSION_DENIED', 'The caller does not have permission');
		expect(await provider.capability?.(untested.call, [number])).toMatchObject([
			{ reachable: 'unknown', code: 'PERMISSION_DENIED', reason: expect.stringMatching(/tester/) },
		]);
	});

	test('a wrong address and a wrong token are errors', async () => {
		for (const [status, category] of [
			[404, 'configuration'],
			[403, 'permission'],
			[401, 'auth'],
		] as const)
			await expect(
				provider.capability?.(wire('<html>', status).call, [number]),
			).rejects.toMatchObject({ detail: { category } });
	});

	const many = (count: number) =>
		Array.from({ length: count }, (_, i) => `+4477009${String(i).padStart(5, '0')}`);

	test('in bulk: what is not listed is not reachable', async () => {
		const numbers = ['+447700900001', '+447700900002', '+447700900001'];
		const { call, requests } = wire({
			reachableUsers: ['+447700900002'],
			totalRandomSampleUserCount: 2,
		});
		const results = (await provider.capability?.(call, numbers)) ?? [];
		expect(results.map(({ to, reachable }) => [to, reachable])).toEqual([
			['+447700900001', 'no'],
			['+447700900002', 'yes'],
			['+447700900001', 'no'],
		]);
		expect(results.some((result) => 'features' in result)).toBe(false);
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/v1/users:batchGet?agentId=demo-agent`,
				body: { users: ['+447700900001', '+447700900002'], agentId: 'demo-agent' },
			},
		]);
	});

	test.each<[number, number[]]>([
		[499, Array<number>(499).fill(0)],
		[500, [500]],
		[10_000, [10_000]],
		[10_001, [5001, 5000]],
	])('%i numbers become as few requests as Google takes', async (count, sizes) => {
		const { call, requests } = wire({});
		const clock = { now: () => NOW.getTime(), wait: () => Promise.resolve() };
		const pace = { concurrency: 1, retries: 0 };
		const answers = await checkAll(provider, call, many(count), pace, clock);
		expect(answers.size).toBe(count);
		const users = requests.map(({ body }) => asObject(body)['users'] ?? []);
		expect(users.map((list) => (Array.isArray(list) ? list.length : -1))).toEqual(sizes);
	});
});
