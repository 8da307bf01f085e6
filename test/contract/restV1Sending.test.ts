import { prepare } from '../../core/send';
import { aMessage, NOW } from '../fixtures/messages';
import { response } from './deliver';
import { provider, base, wire } from './restV1Wire';

describe('sending', () => {
	const batch = [aMessage({ id: 'a' }), aMessage({ id: 'b' }), aMessage({ id: 'c' })];
	const results = async (body: unknown, messages = batch) =>
		(await provider.send(wire([body]).call, messages)).map(({ id, status }) => `${id} ${status}`);

	test('many messages go out in one request', async () => {
		const { call, requests } = wire([{ results: [] }]);
		await provider.send(call, batch);
		expect(requests).toMatchObject([
			{
				url: `${base}/v1/messages/bulk`,
				body: { messages: [{ message_id: 'a' }, { message_id: 'b' }, { message_id: 'c' }] },
			},
		]);
	});

	test.each([
		['authentication', 'AUTHENTICATION'],
		['transaction', 'TRANSACTION'],
		['promotion', 'PROMOTION'],
		['serviceRequest', 'SERVICEREQUEST'],
		['acknowledgement', 'ACKNOWLEDGEMENT'],
	] as const)('the traffic type %s has the name RBM gives it', async (traffic, name) => {
		const { call, requests } = wire();
		await provider.send(call, [aMessage({ traffic })]);
		expect(requests).toMatchObject([{ body: { traffic_type: name } }]);
	});

	test('the message of the guide, with a variable that is a list', async () => {
		const items = [{ name: 'Blue mug', price: 12 }];
		const content = { kind: 'template', id: 'cart_recovery' } as const;
		const [code, list] = [{ discount_code: 'COMEBACK15' }, { cart_items: items }];
		for (const more of [
			{ content: { ...content, variables: { ...code, ...list } } },
			{ content: { ...content, variables: code }, providerOptions: { variables: list } },
		]) {
			const prepared = prepare(provider, aMessage(more), NOW);
			if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
			const { call, requests } = wire();
			await provider.send(call, [prepared.message]);
			expect(requests).toMatchObject([
				{ body: { template_id: 'cart_recovery', variables: { ...code, ...list } } },
			]);
		}
	});

	test('the refused ones of many are named, in the ways services do', async () => {
		const refused = { code: 'INVALID_NUMBER', message: 'No number' };
		const expected = ['a accepted', 'b rejected', 'c accepted'];
		const ok = { status: 'queued' };
		for (const body of [
			{
				results: [
					{ id: 'c', ...ok },
					{ message_id: 'b', error: refused },
					{ messageId: 'a', ...ok },
				],
			},
			{ messages: [ok, { status: 'rejected', reason: 'No number' }, ok] },
			{ data: [{ id: '1' }, { success: false, id: '2' }, { id: '3' }] },
			[ok, { accepted: false }, ok],
			{ results: [{ id: 'a' }, { id: 'c' }], errors: [{ index: 1, ...refused }] },
			{ results: [{ id: 'a' }, { id: 'c' }], errors: [{ message_id: 'b', ...refused }] },
		])
			expect(await results(body)).toEqual(expected);
	});

	test('what an answer does not mention is unknown', async () => {
		expect(await results({ results: [{ id: 'b', status: 'queued' }] })).toEqual([
			'a unknown',
			'b accepted',
			'c unknown',
		]);
		expect(await results({ errors: [{ index: 0, message: 'No' }] })).toEqual([
			'a rejected',
			'b unknown',
			'c unknown',
		]);
		expect(
			await results({ results: [{ status: 'queued' }, {}], errors: [{ message: 'No' }] }),
		).toEqual(['a unknown', 'b unknown', 'c unknown']);
	});

	test('an id the service chose is kept', async () => {
		const { call } = wire([{ data: { id: 'srv-1', status: 'queued' } }]);
		expect(await provider.send(call, [aMessage({ id: 'a' })])).toMatchObject([
			{ id: 'a', status: 'accepted', providerMessageId: 'srv-1' },
		]);
	});

	test('a refusal has its words, its place and its advice', async () => {
		const error = {
			code: 'INVALID_TEMPLATE',
			message: 'No such template',
			details: [{ field: 'template_id', message: 'unknown' }, 'ask us'],
		};
		const answers = [{ error }, error, { ...error, error_code: 'x' }];
		for (const body of answers) {
			const { call } = wire(() => response(400, JSON.stringify(body)));
			await expect(provider.send(call, [aMessage()])).rejects.toMatchObject({
				detail: {
					category: 'template',
					code: 'INVALID_TEMPLATE',
					httpStatus: 400,
					message: 'No such template (template_id: unknown; ask us)',
					problems: [{ path: 'template_id' }, { path: 'request' }],
				},
			});
		}
	});

	test.each([
		[400, 'validation'],
		[401, 'auth'],
		[403, 'permission'],
		[404, 'notFound'],
		[429, 'rateLimit'],
		[500, 'provider'],
	])('the error code %i is %s', async (code, category) => {
		const body = JSON.stringify({ error: { code, message: 'words' } });
		const { call } = wire(() => response(code, body));
		await expect(provider.send(call, [aMessage()])).rejects.toMatchObject({
			detail: { category, code: String(code), message: 'words' },
		});
		const row = { error: { code, message: 'words' } };
		expect(await provider.send(wire([row]).call, [aMessage()])).toMatchObject([
			{ status: 'rejected', error: { category, code: String(code) } },
		]);
	});
});

describe('status', () => {
	test('asks for each message by its id, and leaves out what there is not', async () => {
		const { call, asked } = wire(({ url }) =>
			url.endsWith('b%2F1')
				? response(404, '{"message":"Not found"}')
				: response(
						200,
						JSON.stringify({
							id: 'a',
							to: '447700900123',
							from: 'DemoHub',
							status: 'delivered',
							channel: 'sms',
							sent_at: '2030-01-01T10:00:00Z',
							delivered_at: 1_893_492_001,
						}),
					),
		);
		expect(await provider.status?.(call, [{ id: 'a' }, { id: 'b/1' }])).toMatchObject([
			{
				id: 'a',
				state: 'delivered',
				channel: 'sms',
				to: '+447700900123',
				agent: 'DemoHub',
				sentAt: '2030-01-01T10:00:00.000Z',
				doneAt: '2030-01-01T10:00:01.000Z',
			},
		]);
		expect(asked()).toEqual(['GET /v1/messages/a', 'GET /v1/messages/b%2F1']);
	});

	test.each([
		['scheduled', 'queued'],
		['message.READ', 'read'],
		['expired', 'expired'],
		['cancelled', 'revoked'],
		['constructor', 'unknown'],
	])('%s is %s', async (status, state) => {
		const { call } = wire([{ data: { status, error: { code: 'EXPIRED', message: 'Late' } } }]);
		expect(await provider.status?.(call, [{ id: 'a' }])).toMatchObject([{ id: 'a', state }]);
	});

	test('what says nothing of a message is no message', async () => {
		for (const body of ['', '<html>', '{}', '[]', '{"ok":true}']) {
			const { call } = wire(() => response(200, body));
			expect(await provider.status?.(call, [{ id: 'a' }])).toEqual([]);
		}
	});

	test('a wrong address is an error, and not a message there is not', async () => {
		const { call } = wire(() => response(404, '<html>'));
		await expect(provider.status?.(call, [{ id: 'a' }])).rejects.toMatchObject({
			detail: { category: 'configuration' },
		});
	});
});
