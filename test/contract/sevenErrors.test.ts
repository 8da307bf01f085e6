import { errorCodes } from '../../core/providers/seven/errorCodes';
import { aMessage } from '../fixtures/messages';
import { sent } from '../fixtures/seven';
import { number, provider, wire } from './sevenWire';
import { json, wire as anyWire } from './wire';

/** seven.io answers HTTP 200 to what it refuses; the code says so, in several places. */

const message = aMessage();

async function resultOf(body: unknown) {
	const [result] = await provider.send(wire([body]).call, [message]);
	return result;
}

/** Every code of the documents that is no success, with what it is here. */
const codes: [code: string, category: string, retryable: boolean, advice: RegExp][] = [
	['201', 'validation', false, /country code/],
	['202', 'validation', false, /phone number/],
	['300', 'auth', false, /enter the API key/],
	['301', 'validation', false, /provider options/],
	['304', 'validation', false, /provider options/],
	['305', 'validation', false, /provider options/],
	['306', 'configuration', false, /agent ID/],
	['307', 'validation', false, /provider options/],
	['400', 'validation', false, /Raw Only/],
	['401', 'validation', false, /Shorten/],
	['402', 'duplicate', false, /180 seconds.*reload lock/],
	['403', 'frequencyCap', false, /tomorrow/],
	['500', 'credit', false, /Top up/],
	['600', 'provider', true, /Try again/],
	['700', 'provider', true, /Try again/],
	['900', 'auth', false, /API key/],
	['901', 'notFound', false, /providerMessageId/],
	['902', 'permission', false, /Activate/],
	['903', 'permission', false, /IP address/],
];

test('the table has every code, and no other', () => {
	expect(Object.keys(errorCodes)).toEqual(codes.map(([code]) => code));
});

describe.each(codes.filter(([code]) => code !== '700'))(
	'%s is %s',
	(code, category, retryable, advice) => {
		const detail = {
			category,
			retryable,
			code,
			message: expect.stringMatching(`^seven.io: .*\\(code ${code}\\)$`),
			advice: expect.stringMatching(advice),
		};

		test.each([
			['a bare number', Number(code)],
			['a bare text', code],
			['success', { success: code }],
			['success as a number, with no message', { success: Number(code), messages: [] }],
		])('as %s', async (_where, body) => {
			await expect(resultOf(body)).rejects.toMatchObject({ detail });
		});

		test('of one message, as text and as number', async () => {
			for (const error of [code, Number(code)])
				expect(
					await resultOf(sent(message, '101', { success: false, error, error_text: null })),
				).toMatchObject({ status: 'rejected', error: detail });
		});

		test('with an HTTP status of its own', async () => {
			const { call } = anyWire({}, json(Number(code), 400));
			await expect(provider.send(call, [message])).rejects.toMatchObject({
				detail: { ...detail, httpStatus: 400 },
			});
		});
	},
);

describe('700, of which seven.io knows no more itself', () => {
	const unknown = { category: 'unknownOutcome', retryable: false, code: '700' };

	test.each([
		['a bare number', 700],
		['success', { success: '700', messages: [] }],
		['code', { success: false, code: '700' }],
		['of the message', sent(message, '101', { success: false, error: '700' })],
	])('leaves it open whether a message was sent, as %s', async (_where, body) => {
		expect(await resultOf(body)).toMatchObject({
			id: message.id,
			to: message.to,
			status: 'unknown',
			error: { ...unknown, advice: expect.stringMatching(/before you send it again/) },
		});
	});

	test('also with an HTTP status of its own', async () => {
		const { call } = anyWire({}, json(700, 400));
		expect(await provider.send(call, [message])).toMatchObject([
			{ status: 'unknown', error: { ...unknown, httpStatus: 400 } },
		]);
	});

	test('may be tried again where nothing is sent', async () => {
		await expect(provider.agents?.list(wire([700]).call)).rejects.toMatchObject({
			detail: { category: 'provider', retryable: true, code: '700' },
		});
	});
});

describe('success: false', () => {
	const refused = { success: false, code: '900', error_message: 'Key was deleted' };
	const detail = { category: 'auth', code: '900', message: 'seven.io: Key was deleted (code 900)' };

	test.each<[string, (body: unknown) => Promise<unknown> | undefined]>([
		['a message', resultOf],
		['typing', (body) => provider.event?.(wire([body]).call, { to: number, type: 'typing' })],
		['revoking', (body) => provider.revoke?.(wire([body]).call, { id: '1' })],
		['the status', (body) => provider.status?.(wire([body]).call, [{ id: '1' }])],
		['a capability', (body) => provider.capability?.(wire([body]).call, [number])],
		['the agents', (body) => provider.agents?.list(wire([body]).call)],
	])('refuses %s by the code beside it', async (_name, ask) => {
		await expect(ask(refused)).rejects.toMatchObject({ detail });
		await expect(ask({ ...refused, success: 'false', code: 900 })).rejects.toMatchObject({
			detail,
		});
	});

	test('refuses without a reason too', async () => {
		await expect(provider.revoke?.(wire([{ success: false }]).call, { id: '1' })).rejects.toThrow(
			'seven.io: the request was refused without a reason',
		);
	});

	test('refuses by the code of the message where it has none itself', async () => {
		const body = { ...sent(message, '', { success: false, error: '202' }), success: false };
		await expect(resultOf(body)).rejects.toMatchObject({ detail: { code: '202' } });
	});
});

test("the provider's own words count more than the table's", async () => {
	const entry = { success: false, error: '202', error_text: 'Number has no digits' };
	expect(await resultOf(sent(message, '101', entry))).toMatchObject({
		error: { message: 'seven.io: Number has no digits (code 202)' },
	});
});

test('a refusal of the whole answer says why in the words about its message', async () => {
	const entry = { id: null, success: false, error: '400', error_text: 'contentType is not known' };
	await expect(resultOf(sent(message, '400', entry))).rejects.toMatchObject({
		detail: { code: '400', message: 'seven.io: contentType is not known (code 400)' },
	});
});

test('a code that nobody described is shown', async () => {
	await expect(resultOf(888)).rejects.toMatchObject({
		detail: { category: 'provider', code: '888', message: expect.stringContaining('888') },
	});
});

describe('what was accepted', () => {
	test.each([
		['text and boolean', sent(message, '100', {}), { providerMessageId: '77233319353' }],
		['all as texts', sent(message, '100', { success: 'true', id: 5 }), { providerMessageId: '5' }],
		['by the fallback', sent(message, '100', { channel: 'SMS' }), { channel: 'sms' }],
		['without an id', sent(message, '100', { id: null }), {}],
		['a bare 100', 100, {}],
		['100 without a list of messages', { success: '100' }, {}],
	])('%s', async (_name, body, more) => {
		expect(await resultOf(body)).toMatchObject({ status: 'accepted', id: message.id, ...more });
	});

	test('RCS is no channel worth a word, and an id that is null is none', async () => {
		const result = await resultOf(sent(message, '100', { id: null }));
		expect(result).not.toHaveProperty('channel');
		expect(result).not.toHaveProperty('providerMessageId');
	});
});

test.each([
	101,
	{ success: '101' },
	{ success: true },
	{ success: '100', messages: [] },
	{ success: '100', messages: null },
	{ success: '100', messages: [null] },
	sent(message, '100', { success: null }),
])('%j does not say what became of the message', async (body) => {
	expect(await resultOf(body)).toMatchObject({
		status: 'unknown',
		error: { category: 'unknownOutcome' },
	});
});

test('"false" of a message is false, whatever the code of the answer', async () => {
	const entry = { success: 'false', error: null, error_text: null };
	expect(await resultOf(sent(message, '100', entry))).toMatchObject({ status: 'rejected' });
});
