import { sendBatch } from '../../core/send';
import { aMessage } from '../fixtures/messages';
import { provider, base, wire, to } from './agileTelecomWire';

describe('answers', () => {
	async function answered(answer: unknown) {
		const { call } = wire(answer);
		const [result] = await sendBatch(provider, call, [aMessage({ id: 'out-1' })]);
		return result;
	}
	const yes = { accepted: true, reasons: [] };
	const no = { accepted: false, reasons: ['Agent not active', 'No route'] };

	test.each<[string, object, object]>([
		['accepted', { rcs: yes, sms: null }, { status: 'accepted' }],
		['with a fallback beside it', { rcs: yes, sms: yes }, { status: 'accepted' }],
		['taken by SMS', { rcs: no, sms: yes }, { status: 'accepted', channel: 'sms' }],
		['taken by WhatsApp', { rcs: no, whatsapp: yes }, { status: 'accepted', channel: 'whatsapp' }],
	])('%s', async (_name, results, expected) => {
		const answer = { messageId: 'out-1', simulation: false, results };
		expect(await answered(answer)).toEqual({ id: 'out-1', to, raw: answer, ...expected });
	});

	test('refused, with all reasons', async () => {
		const answer = {
			messageId: 'out-1',
			results: { rcs: no, sms: { ...no, reasons: ['Too long'] } },
		};
		expect(await answered(answer)).toMatchObject({
			status: 'rejected',
			error: {
				category: 'validation',
				message: expect.stringContaining('Agent not active; No route; Too long'),
			},
		});
	});

	test('the list of the quick start', async () => {
		const listed = (accepted: boolean, statusCode: number) => ({
			messageId: 'msg_1234567890',
			customerMessageId: 'out-1',
			simulation: false,
			results: [{ phoneNumber: to, accepted, channel: 'rcs', statusCode }],
		});
		const taken = await answered(listed(true, 200));
		expect(taken).toMatchObject({ status: 'accepted' });
		expect(taken).not.toHaveProperty('providerMessageId');
		expect(await answered({ ...listed(true, 200), customerMessageId: null })).toMatchObject({
			providerMessageId: 'msg_1234567890',
		});
		expect(await answered(listed(false, 422))).toMatchObject({
			status: 'rejected',
			error: { message: expect.stringContaining('status 422') },
		});
	});

	test.each([{ messageId: 'out-1' }, { results: { rcs: {} } }, { results: [{}] }])(
		'%j says nothing',
		async (answer) => {
			expect(await answered(answer)).toMatchObject({ status: 'unknown' });
		},
	);
});

describe('errors', () => {
	async function failure(status: number, body: unknown) {
		const { call } = wire(body, status);
		const [result] = await sendBatch(provider, call, [aMessage()]);
		return result && result.status !== 'accepted' ? result.error : undefined;
	}

	test.each([
		[400, 'validation', 'Body Style'],
		[401, 'auth', 'API key'],
		[403, 'permission', 'IP address'],
		[404, 'notFound', 'agent or the template'],
		[422, 'validation', 'Body Style'],
		[429, 'rateLimit', 'Messages per Second'],
		[500, 'unknownOutcome', 'may have been sent'],
	])('%i is %s, with advice', async (status, category, advice) => {
		const body = { status, error: 'Words', message: 'What happened' };
		expect(await failure(status, body)).toMatchObject({
			category,
			httpStatus: status,
			message: 'Agile Telecom: What happened',
			advice: expect.stringContaining(advice),
		});
	});

	test('the wait of a rate limit stands in the body', async () => {
		const body = { status: 429, error: 'Too Many Requests', message: 'Slow down', retryAfter: 12 };
		expect(await failure(429, body)).toMatchObject({ retryAfterMs: 12_000 });
	});

	test('fields that are wrong are named', async () => {
		const errors = [{ field: 'agentId', message: 'must be an integer' }, 'destination is missing'];
		expect(await failure(400, { message: 'Bad request', errors })).toMatchObject({
			message: 'Agile Telecom: Bad request (agentId: must be an integer; destination is missing)',
			problems: [{ path: 'agentId' }, { path: 'request' }],
		});
	});
});

describe('status', () => {
	const url = `${base}/api/partner-gateway/v1/messages/status/`;

	test.each<[unknown, object]>([
		[{ deliveryStatus: 'DELIVERED' }, { state: 'delivered' }],
		[
			{ deliveryStatus: 'SENT', channel: 'RCS' },
			{ state: 'sent', channel: 'rcs' },
		],
		[
			{ statusCode: 6, description: 'undeliverable' },
			{ state: 'failed', error: { code: '6' } },
		],
		[{ deliveryStatus: 'EXPIRED' }, { state: 'expired', error: { category: 'expired' } }],
		[{ deliveryStatus: 'BRAND_NEW' }, { state: 'unknown' }],
		[{ customerMessageId: 'a/1' }, { state: 'unknown' }],
		[
			[
				{ status: 'ERROR', channel: 'rcs' },
				{ status: 'DELIVERED', channel: 'sms', phoneNumber: to },
			],
			{ state: 'delivered', channel: 'sms', to },
		],
	])('%j', async (answer, expected) => {
		const { call, requests } = wire(answer);
		expect(await provider.status?.(call, [{ id: 'a/1' }])).toEqual([
			expect.objectContaining({ id: 'a/1', raw: answer }),
		]);
		expect(await provider.status?.(call, [{ id: 'a/1' }])).toMatchObject([expected]);
		expect(requests[0]).toEqual({ method: 'GET', url: `${url}a%2F1` });
	});

	test.each<[number, unknown]>([
		[404, { status: 404, message: 'No such message' }],
		[200, {}],
		[200, []],
		[200, null],
		[200, { customerMessageId: 'another' }],
	])('HTTP %i %j is a message that is not there', async (status, answer) => {
		expect(await provider.status?.(wire(answer, status).call, [{ id: 'a' }])).toEqual([]);
	});

	test('a failed look-up is an error', async () => {
		await expect(provider.status?.(wire({}, 401).call, [{ id: 'a' }])).rejects.toMatchObject({
			detail: { category: 'auth' },
		});
	});
});
