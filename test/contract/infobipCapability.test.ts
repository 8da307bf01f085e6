import { NOW } from '../fixtures/messages';
import { base, provider, wire } from './infobipWire';

const checkedAt = NOW.toISOString();

describe('capability', () => {
	const numbers = ['+447700900123', '+447700900124', '+447700900125', '+447700900126'];

	test('one answer a number, in the order of the question', async () => {
		const { call, requests } = wire(
			{
				capabilityCheckResults: [
					{ messageId: 'b', phoneNumber: '447700900124', code: 'UNREACHABLE' },
					{ messageId: 'a', phoneNumber: '447700900123', code: 'ENABLED' },
					{ messageId: 'c', phoneNumber: '447700900125', code: 'REQUEST_FAILED' },
				],
			},
			200,
			{ options: { applicationId: 'app' } },
		);
		expect(await provider.capability?.(call, numbers)).toMatchObject([
			{ to: '+447700900123', reachable: 'yes', code: 'ENABLED', checkedAt },
			{ to: '+447700900124', reachable: 'no', code: 'UNREACHABLE' },
			{ to: '+447700900125', reachable: 'unknown', retryable: true },
			{ to: '+447700900126', reachable: 'unknown', retryable: true },
		]);
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/rcs/2/capability-check/query`,
				body: {
					sender: 'DemoSender',
					phoneNumbers: ['447700900123', '447700900124', '447700900125', '447700900126'],
					options: { platform: { applicationId: 'app' } },
				},
			},
		]);
	});

	test.each(['UNKNOWN_CODE', 'BRAND_NEW', 'constructor'])('%s is not known', async (code) => {
		const { call } = wire({ capabilityCheckResults: [{ phoneNumber: '447700900123', code }] });
		const results = await provider.capability?.(call, ['+447700900123']);
		expect(results).toMatchObject([
			{ reachable: 'unknown', reason: expect.stringContaining(code) },
		]);
	});

	test('no features are told, which is not the same as none', async () => {
		const { call } = wire({
			capabilityCheckResults: [{ phoneNumber: '447700900123', code: 'ENABLED' }],
		});
		const [result] = (await provider.capability?.(call, ['+447700900123'])) ?? [];
		expect(result).not.toHaveProperty('features');
	});

	test('a refused check is an error', async () => {
		const { call } = wire({ errorCode: 'E401', description: 'Invalid login' }, 401);
		await expect(provider.capability?.(call, numbers)).rejects.toMatchObject({
			detail: {
				category: 'auth',
				httpStatus: 401,
				code: 'E401',
				message: 'Infobip: Invalid login',
			},
		});
	});
});

describe('capability by webhook', () => {
	const numbers = ['+447700900123', '+447700900124'];
	const ask = async (answer: unknown, url: string, status = 200) => {
		const { call, requests } = wire(answer, status, { options: { entityId: 'entity' } });
		await provider.capabilityByWebhook?.(call, numbers, url);
		return requests;
	};
	const states = (...names: string[]) => ({
		bulkId: 'bulk-1',
		capabilityCheckRequestStates: names.map((status, i) => ({
			messageId: `check-${i}`,
			phoneNumber: numbers[i]?.slice(1),
			status,
		})),
	});

	test('asks for the answers at an address', async () => {
		const url = 'https://hooks.example.com/rcs';
		expect(await ask(states('PENDING_ENROUTE', 'PENDING_ENROUTE'), url)).toEqual([
			{
				method: 'POST',
				url: `${base}/rcs/2/capability-check/notify`,
				body: {
					sender: 'DemoSender',
					phoneNumbers: ['447700900123', '447700900124'],
					options: { platform: { entityId: 'entity' } },
					notifyUrl: url,
					notifyContentType: 'application/json',
				},
			},
		]);
	});

	test('leaves the address to the subscription where none is given', async () => {
		const [request] = await ask(states('PENDING_ENROUTE', 'PENDING_ENROUTE'), '');
		expect(request?.body).not.toHaveProperty('notifyUrl');
		expect(request?.body).not.toHaveProperty('notifyContentType');
	});

	test('10,000 numbers are taken, one more is refused before a request is made', async () => {
		const many = Array.from({ length: 10_001 }, () => '+447700900123');
		const { call, requests } = wire(states('PENDING_ENROUTE'));
		await provider.capabilityByWebhook?.(call, many.slice(1), '');
		expect(requests).toHaveLength(1);
		await expect(provider.capabilityByWebhook?.(call, many, '')).rejects.toMatchObject({
			detail: {
				category: 'validation',
				message: expect.stringMatching(/10000.*10001/),
				problems: [{ path: 'numbers' }],
			},
		});
		expect(requests).toHaveLength(1);
	});

	test('is an error where every number was refused, and none where some were', async () => {
		const refused = 'REJECTED_NOT_ENOUGH_CREDITS';
		await expect(ask(states(refused, refused), '')).rejects.toMatchObject({
			detail: { category: 'credit', code: refused },
		});
		await expect(ask(states(refused, 'PENDING_ENROUTE'), '')).resolves.toHaveLength(1);
		await expect(ask({ errorCode: 'E403', description: 'No' }, '', 403)).rejects.toMatchObject({
			detail: { category: 'permission', code: 'E403' },
		});
	});
});
