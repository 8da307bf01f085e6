import type { HttpRequest } from '../../core/http';
import type { ReadyMessage } from '../../core/message/types';
import { smsSize } from '../../core/message/sms';
import type { Call, Provider } from '../../core/provider';
import { agileTelecom } from '../../core/providers/agile-telecom';
import { prepare, sendBatch } from '../../core/send';
import { parseSettings, type ProviderSettings } from '../../core/settings';
import { settingsFromFields } from '../../core/fields';
import { aMessage, NOW } from '../fixtures/messages';
import { arrived } from './arrived';
import { response } from './deliver';

/** What the contract leaves to Agile Telecom: the examples of its documents, on the wire and back. */

const provider: Provider = agileTelecom;
const base = 'https://lora-api.agiletelecom.com';

function wire(body: unknown, status = 200, settings: ProviderSettings = { agent: '1' }) {
	const requests: HttpRequest[] = [];
	const call: Call = {
		http: (request) => {
			requests.push(request);
			return Promise.resolve(response(status, JSON.stringify(body)));
		},
		settings,
		now: NOW,
		newId: () => 'new-id',
	};
	return { call, requests };
}

/** What reached the wire for a message that was prepared as the nodes do. */
async function sent(more: Partial<ReadyMessage>, settings?: ProviderSettings) {
	const prepared = prepare(provider, aMessage({ id: 'out-1', ...more }), NOW);
	if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
	const { call, requests } = wire({ results: { rcs: { accepted: true } } }, 200, settings);
	const [result] = await sendBatch(provider, call, [prepared.message]);
	return { body: requests[0]?.body, result, changes: prepared.changes };
}

const to = '+447700900123';
const envelope = { destination: to, agentId: 1, messageId: 'out-1' };
const mug = 'https://example.com/images/promo-spring.jpg';
const card = {
	title: 'Offerta Speciale',
	description: 'Sconto del 30%',
	media: { url: mug, height: 'medium' as const },
	suggestions: [
		{ type: 'openUrl' as const, text: "Scopri l'offerta", url: 'https://example.com/promo' },
		{
			type: 'calendar' as const,
			text: 'Ricordamelo',
			title: 'Fine promozione primavera',
			startTime: '2030-03-31T11:00:00+02:00',
			endTime: '2030-03-31T23:59:00Z',
		},
	],
};
const encodedCard = {
	title: 'Offerta Speciale',
	description: 'Sconto del 30%',
	mediaUrl: mug,
	mediaHeight: 'MEDIUM',
	suggestions: [
		{ type: 'url', text: "Scopri l'offerta", url: 'https://example.com/promo' },
		{
			type: 'calendar',
			text: 'Ricordamelo',
			title: 'Fine promozione primavera',
			startTime: '2030-03-31T09:00:00Z',
			endTime: '2030-03-31T23:59:00Z',
		},
	],
};

describe('content', () => {
	const nested = { agent: '1', options: { bodyStyle: 'nested' } };
	const text = { kind: 'text', text: 'Ciao' } as const;
	const carousel = { kind: 'carousel', cards: [card, { title: 'Two' }] } as const;
	const cards = [encodedCard, { title: 'Two' }];

	test.each<[string, ReadyMessage['content'], object, object]>([
		['text', text, { type: 'TEXT', text: 'Ciao' }, { type: 'TEXT', body: { text: 'Ciao' } }],
		[
			'card',
			{ kind: 'card', card },
			{ type: 'CARD', ...encodedCard },
			{ type: 'CARD', body: encodedCard },
		],
		[
			'carousel',
			{ ...carousel, cards: [...carousel.cards] },
			{ type: 'CAROUSEL', cards },
			{ type: 'CAROUSEL', body: { cards } },
		],
	])('a %s is flat or nested', async (_kind, content, flat, deep) => {
		expect((await sent({ content })).body).toEqual({ ...envelope, body: flat });
		expect((await sent({ content }, nested)).body).toEqual({ ...envelope, body: deep });
	});

	test.each([
		[45.4642, 9.19, '45.4642', '9.19'],
		[1e-7, -1e-7, '0', '0'],
		[0.000001, -0.0000015, '0.000001', '-0.000002'],
		[-90, 180, '-90', '180'],
	])('the place %p, %p is decimal text', async (latitude, longitude, north, east) => {
		const place = { type: 'viewLocation', text: 'Shop', latitude, longitude } as const;
		const { body } = await sent({ content: { ...text, suggestions: [place] } });
		const suggestions = [
			{ type: 'locationCoordinates', text: 'Shop', latitude: north, longitude: east },
		];
		expect(body).toMatchObject({ body: { suggestions } });
	});

	test('how a card looks has no place, and that is said', async () => {
		const content = { kind: 'card', orientation: 'horizontal', card } as const;
		const { body, changes } = await sent({ content });
		expect(body).toEqual({ ...envelope, body: { type: 'CARD', ...encodedCard } });
		expect(changes).toEqual([
			{ path: 'content.orientation', action: 'dropped', message: expect.any(String) },
		]);
	});

	test('a chip beside a card is refused, or becomes a button of it', () => {
		const chip = { type: 'reply', text: 'No' } as const;
		const message = aMessage({ content: { kind: 'card', card, suggestions: [chip] } });
		const strict = prepare(provider, message, NOW);
		expect(strict).toMatchObject({ ok: false, problems: [{ path: 'content.suggestions' }] });
		const fitted = prepare(provider, message, NOW, 'downgrade');
		expect(fitted).toMatchObject({
			ok: true,
			message: { content: { card: { suggestions: [...card.suggestions, chip] } } },
		});
	});

	test('a picture becomes a card', () => {
		const message = aMessage({ content: { kind: 'file', file: { url: mug } } });
		expect(prepare(provider, message, NOW, 'downgrade')).toMatchObject({
			ok: true,
			message: { content: { kind: 'card', card: { media: { url: mug } } } },
		});
	});
});

describe('agent and sender', () => {
	test.each([[undefined], ['shop'], ['1.5'], ['0'], ['-1'], ['9007199254740993']])(
		'%p is no agent, and nothing is sent',
		async (agent) => {
			const { call, requests } = wire({}, 200, agent ? { agent } : {});
			const [result] = await sendBatch(provider, call, [aMessage()]);
			expect(result).toMatchObject({
				status: 'rejected',
				error: { category: 'configuration', advice: expect.stringContaining('Default Agent ID') },
			});
			expect(requests).toEqual([]);
		},
	);

	test('the agent of the message goes before that of the account', async () => {
		expect((await sent({ from: '7' })).body).toMatchObject({ agentId: 7 });
		const wrong = prepare(provider, aMessage({ from: 'shop' }), NOW);
		expect(wrong).toMatchObject({ ok: false, problems: [{ path: 'from' }] });
	});

	test('an SMS needs a sender: of the step, else of the account', async () => {
		const step = { channel: 'sms', text: 'Hi', maxParts: 2 } as const;
		const account = { agent: '1', options: { smsSender: 'SHOP' } };
		expect((await sent({ fallback: [{ ...step, from: 'MUGS' }] }, account)).body).toMatchObject({
			fallbackSms: { sender: 'MUGS', text: 'Hi' },
			maxSmsParts: 2,
		});
		expect((await sent({ fallback: [step] }, account)).body).toMatchObject({
			fallbackSms: { sender: 'SHOP' },
		});
		const { body, result } = await sent({ fallback: [step] });
		expect(body).toBeUndefined();
		expect(result).toMatchObject({
			status: 'rejected',
			error: {
				category: 'configuration',
				message: expect.stringContaining('fallback.0.from'),
				advice: expect.stringContaining('Default SMS Sender'),
				problems: [{ path: 'fallback.0.from', message: expect.any(String) }],
			},
		});
		const whatsapp = { channel: 'whatsapp', senderId: '77', templateId: '5' } as const;
		expect((await sent({ fallback: [whatsapp, step] })).result).toMatchObject({
			error: { problems: [{ path: 'fallback.1.from' }] },
		});
	});

	test('WhatsApp with a body of its own', async () => {
		const body = { type: 'text', text: { body: 'Hi' } };
		const fallback: ReadyMessage['fallback'] = [
			{ channel: 'whatsapp', senderId: '77', body },
			{ channel: 'sms', from: 'MUGS', text: 'Hi' },
		];
		expect((await sent({ fallback })).body).toMatchObject({
			fallbackWhatsApp: { phoneNumberId: 77, body },
			fallbackSms: { sender: 'MUGS', text: 'Hi' },
		});
	});
});

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

describe('media', () => {
	test('the address of a file', async () => {
		const { call, requests } = wire({ url: 'https://files.example.com/a?sig=1' });
		expect(await provider.media?.(call, 'a/b')).toEqual({
			url: 'https://files.example.com/a?sig=1',
		});
		expect(requests).toEqual([{ method: 'GET', url: `${base}/api/files/a%2Fb?expireMinutes=180` }]);
	});

	test('a file that is gone', async () => {
		const gone = wire({ message: 'Not found' }, 404).call;
		await expect(provider.media?.(gone, 'a')).rejects.toMatchObject({
			detail: { category: 'notFound', advice: expect.stringContaining('file') },
		});
		await expect(provider.media?.(wire({}).call, 'a')).rejects.toMatchObject({
			detail: { category: 'media' },
		});
	});
});

describe('templates', () => {
	const draft = { name: 'Order', carriers: [] };

	test('texts have single braces, and suggestions an object named as their type', async () => {
		const { call, requests } = wire({ id: 42, name: 'Order' });
		const template = await provider.templates?.create?.(call, {
			...draft,
			content: {
				kind: 'text',
				text: 'Order {{ number }} comes on {{day}}, {{number}}',
				suggestions: [
					{ type: 'reply', text: 'OK', postbackData: 'ok:{{number}}' },
					{ type: 'openUrl', text: 'Visit website', url: 'https://example.com' },
					{ type: 'dial', text: 'Call us', phoneNumber: '+15550100123' },
					{ type: 'viewLocation', text: 'Shop', latitude: 45.4642, longitude: 9.19 },
					{ type: 'viewLocationQuery', text: 'Find us', query: 'Via Roma 1, Milano' },
					{
						type: 'calendar',
						text: 'Save',
						title: 'Delivery',
						startTime: '{{day}}',
						endTime: '2030-05-01T10:00:00Z',
					},
				],
			},
		});
		const body = {
			text: 'Order {number} comes on {day}, {number}',
			suggestions: [
				{ type: 'reply', text: 'OK', reply: { postbackData: 'ok:{number}' } },
				{ type: 'url', text: 'Visit website', url: { url: 'https://example.com' } },
				{ type: 'dial', text: 'Call us', dial: { phoneNumber: '+15550100123' } },
				{
					type: 'coordinates',
					text: 'Shop',
					coordinates: { latitude: '45.4642', longitude: '9.19' },
				},
				{ type: 'location', text: 'Find us', location: { query: 'Via Roma 1, Milano' } },
				{
					type: 'calendar',
					text: 'Save',
					calendar: { title: 'Delivery', startTime: '{day}', endTime: '2030-05-01T10:00:00Z' },
				},
			],
		};
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/api/message-server/rcs/templates`,
				headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
				body: { name: 'Order', description: 'Order', type: 'TEXT', body },
			},
		]);
		expect(template).toEqual({
			id: '42',
			name: 'Order',
			kind: 'TEXT',
			status: 'unknown',
			content: body,
			variables: ['number', 'day'],
		});
	});

	test('cards, and the raw object with its own fallback', async () => {
		const { call, requests } = wire({ templateId: 7, status: 'approved' });
		const own = { type: 'TEXT', body: { text: 'Hi', fallbackSms: { sender: 'S', text: 'Hi' } } };
		const contents: ReadyMessage['content'][] = [
			{ kind: 'carousel', cards: [{ title: 'One' }, { title: 'Two' }] },
			{ kind: 'raw', payload: own },
		];
		for (const content of contents) {
			const about = { ...draft, description: 'Sale', content };
			const made = await provider.templates?.create?.(call, about);
			expect(made).toMatchObject({ id: '7', status: 'approved' });
		}
		expect(requests.map(({ body }) => body)).toEqual([
			{
				name: 'Order',
				description: 'Sale',
				type: 'CAROUSEL',
				body: { cards: [{ title: 'One' }, { title: 'Two' }] },
			},
			{ name: 'Order', description: 'Sale', ...own },
		]);
	});
});

test('a callback counts only with everything that is set', () => {
	const webhook = { secret: ['new', 'old'], headerName: 'X-A', headerValue: 'b' };
	const verdict = (url: string, headers: Record<string, string>, more: object = {}) =>
		provider.webhook.verify(arrived('{}', headers, url), { webhook: { ...webhook, ...more } }, NOW);
	const url = 'https://hooks.example.com/rcs?token=';
	expect(verdict(`${url}old`, { 'x-a': 'b' })).toEqual({ verified: 'ok' });
	expect(verdict(`${url}old`, {})).toMatchObject({ verified: 'failed' });
	expect(verdict(url, { 'x-a': 'b' })).toMatchObject({ verified: 'failed', reason: 'missing' });
	expect(verdict(`${url}new`, { 'x-a': 'b' }, { username: 'half' })).toMatchObject({
		verified: 'failed',
	});
});

test('an account as the form has it', () => {
	const settings = settingsFromFields(
		{
			baseUrl: base,
			authentication: 'basic',
			username: 'u',
			password: 'p',
			agent: 10,
			bodyStyle: 'nested',
			smsSender: 'SHOP',
			webhookSecret: 'token',
		},
		provider,
	);
	expect(parseSettings(settings, provider.options)).toEqual({
		ok: true,
		value: {
			baseUrl: base,
			agent: '10',
			auth: { kind: 'basic', username: 'u', password: 'p' },
			webhook: { secret: ['token'] },
			options: { bodyStyle: 'nested', smsSender: 'SHOP' },
		},
	});
	expect(provider.authorize(settings)).toEqual({
		ok: true,
		value: { Authorization: `Basic ${Buffer.from('u:p').toString('base64')}` },
	});
});

test('SMS are counted before they are sent', () => {
	const message = (text: string, maxParts: number) =>
		prepare(
			provider,
			aMessage({ fallback: [{ channel: 'sms', from: 'MUGS', text, maxParts }] }),
			NOW,
		).ok;
	const [euro, emoji] = ['€'.repeat(80), '😀'.repeat(35)];
	expect([smsSize(euro), smsSize(emoji)]).toMatchObject([{ parts: 1 }, { parts: 1 }]);
	expect([message(euro, 1), message(emoji, 1)]).toEqual([true, true]);
	expect([message(`${euro}€`, 1), message(`${emoji}😀`, 1)]).toEqual([false, false]);
});
