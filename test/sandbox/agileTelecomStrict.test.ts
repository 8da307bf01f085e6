import { RcsAgileTelecomApi } from '../../credentials/RcsAgileTelecomApi.credentials';
import type { JsonObject } from '../../sandbox/json';
import { ANDROID } from './world';
import { AGILE_KEY, request, SEND, TEMPLATES, useAgileTelecom } from './agileTelecomWorld';

const { call, send, ask, dashboard, oracle } = useAgileTelecom();

const reply = { type: 'reply', text: 'Conferma', postbackData: 'CONFIRM_BOOKING_123' };
const url = { type: 'url', text: 'Vedi', url: 'https://example.com/booking/123' };
const times = { startTime: '2030-03-31T09:00:00Z', endTime: '2030-03-31T23:59:00Z' };
const calendar = { type: 'calendar', text: 'Ricordamelo', title: 'Fine', ...times };
const card = { title: 'Offerta', mediaUrl: 'https://example.com/a.jpg', mediaHeight: 'TALL' };
const sms = { sender: 'SHOP', text: 'Ciao' };
const text = (more: JsonObject): JsonObject =>
	request({ body: { type: 'TEXT', text: 'Ciao', ...more } });
const chips = (...suggestions: JsonObject[]): JsonObject => text({ suggestions });
const cards = (...list: JsonObject[]): JsonObject =>
	request({ body: { type: 'CAROUSEL', cards: list } });
const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

describe('a request of the guide is taken', () => {
	it.each<[string, JsonObject]>([
		[
			'a text with chips',
			chips(reply, url, { type: 'dial', text: 'Chiama', phoneNumber: ANDROID }),
		],
		['a card', request({ body: { type: 'CARD', ...card, suggestions: [url, calendar] } })],
		['a carousel', cards(card, { title: 'Two' })],
		[
			'places',
			chips(
				{ type: 'locationCoordinates', text: 'Qui', latitude: '45.4642', longitude: '-9.19' },
				{ type: 'locationQuery', text: 'Qui', query: 'Via Roma 1, Milano' },
			),
		],
		[
			'a template',
			request({ body: undefined, templateId: 42, placeholders: { nome: 'A' }, campaignId: 'c' }),
		],
		[
			'all fallbacks',
			request({ fallbackWhatsApp: { phoneNumberId: 7, templateId: 1 }, fallbackSms: sms }),
		],
		['a time to come', request({ scheduledDate: '2099-10-01 09:00:00.000+0000' })],
	])('%s', async (_name, body) => {
		const answer = await send(body);
		expect(answer.body).toMatchObject({
			messageId: 'm1',
			simulation: false,
			results: { rcs: { accepted: true, reasons: [] } },
		});
		expect(answer.status).toBe(200);
		expect(await oracle('agile-telecom')).toHaveLength(1);
	});

	it('without a message id, which it makes up', async () => {
		const { body } = await send(request({ messageId: undefined }));
		expect(body['messageId']).toMatch(/^[0-9a-f-]{36}$/);
	});
});

describe('what the guide forbids is refused, and nothing is committed', () => {
	it.each<[string, number, JsonObject, string]>([
		['no number', 400, request({ destination: undefined }), 'destination'],
		['a number without +', 400, request({ destination: '447700900001' }), 'destination'],
		['no agent', 400, request({ agentId: undefined }), 'agentId'],
		['an agent that is a text', 400, request({ agentId: '10' }), 'agentId'],
		['neither body nor template', 400, request({ body: undefined }), 'body'],
		['body and template', 400, request({ templateId: 42 }), 'body'],
		['an unknown member', 400, request({ colour: 'red' }), 'colour'],
		['a nested body', 400, request({ body: { type: 'TEXT', body: { text: 'a' } } }), 'body'],
		['a file', 400, request({ body: { type: 'FILE', mediaUrl: card.mediaUrl } }), 'body.type'],
		[
			'a card that lies',
			400,
			request({ body: { type: 'CARD', ...card, orientation: 'H' } }),
			'body',
		],
		['a carousel of one', 400, cards(card), 'body.cards'],
		['a carousel of 11', 400, cards(...many(11, card)), 'body.cards'],
		['a campaign id of 256', 400, request({ campaignId: 'a'.repeat(256) }), 'campaignId'],
		['a reply without postback', 400, chips({ type: 'reply', text: 'a' }), 'postbackData'],
		['an action with postback', 400, chips({ ...url, postbackData: 'a' }), 'postbackData'],
		['a webview', 400, chips({ ...url, webview: 'TALL' }), 'webview'],
		['a shared place', 400, chips({ type: 'shareLocation', text: 'a' }), 'type'],
		[
			'coordinates that are numbers',
			400,
			chips({ type: 'locationCoordinates', text: 'a', latitude: 1, longitude: 2 }),
			'latitude',
		],
		[
			'WhatsApp alone',
			400,
			request({ fallbackWhatsApp: { phoneNumberId: 7, templateId: 1 } }),
			'fallbackSms',
		],
		[
			'WhatsApp with body and template',
			400,
			request({
				fallbackWhatsApp: { phoneNumberId: 7, templateId: 1, body: {} },
				fallbackSms: sms,
			}),
			'fallbackWhatsApp',
		],
		['an SMS without sender', 400, request({ fallbackSms: { text: 'a' } }), 'fallbackSms.sender'],
		['an ISO time', 400, request({ scheduledDate: '2099-10-01T09:00:00Z' }), 'scheduledDate'],
		[
			'a time that has passed',
			422,
			request({ scheduledDate: '2020-10-01 09:00:00.000+0000' }),
			'scheduledDate',
		],
		['an empty card', 422, request({ body: { type: 'CARD', description: 'a' } }), 'body'],
		['an event that ends first', 422, chips({ ...calendar, endTime: times.startTime }), 'endTime'],
		['an unknown agent', 404, request({ agentId: 11 }), 'agent'],
		['an unknown template', 404, request({ body: undefined, templateId: 1 }), 'Template'],
	])('%s: %i', async (_name, status, body, words) => {
		const answer = await send(body);
		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject({ status, message: expect.stringContaining(words) });
		expect(await oracle('agile-telecom')).toEqual([]);
	});

	it('an id that was used', async () => {
		await send(request());
		expect(await send(request())).toMatchObject({ status: 422 });
		expect(await oracle('agile-telecom')).toHaveLength(1);
	});

	it('a wrong key, and an address that is not on the list', async () => {
		expect((await call('POST', SEND, request(), { 'x-api-key': 'wrong' })).status).toBe(401);
		expect((await call('POST', SEND, request())).status).toBe(401);
		const authorization = `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}`;
		expect((await call('POST', SEND, request(), { authorization })).status).toBe(200);
		await dashboard('account', { allowedIps: ['203.0.113.7'] });
		const refused = await send(request({ messageId: 'm2' }));
		expect(refused).toMatchObject({ status: 403, body: { error: 'Forbidden' } });
	});
});

it('the request that tests a credential needs the right key', async () => {
	const { request: tests } = new RcsAgileTelecomApi().test;
	const path = `/agile-telecom${tests.url}`;
	expect((await call('GET', path, undefined, AGILE_KEY)).status).toBe(200);
	expect((await call('GET', path, undefined, { 'x-api-key': 'wrong' })).status).toBe(401);
});

it('an account of the other form takes only that', async () => {
	await dashboard('account', { bodyStyle: 'nested' });
	expect((await send(request())).status).toBe(400);
	const body = { type: 'CARD', body: card };
	expect((await send(request({ body }))).status).toBe(200);
	expect(await oracle('agile-telecom')).toMatchObject([{ kind: 'card' }]);
});

it('a simulation is checked and answered, and delivers nothing', async () => {
	const answer = await send(request({ simulation: true, fallbackSms: sms }));
	expect(answer.body).toEqual({
		messageId: 'm1',
		simulation: true,
		results: {
			rcs: { accepted: true, reasons: [] },
			sms: { accepted: true, unicode: false, parts: 1, reasons: [] },
		},
	});
	expect((await send({ ...text({}), agentId: 'x', simulation: true })).status).toBe(400);
	expect(await oracle('agile-telecom')).toEqual([]);
	expect((await ask('/partner-gateway/v1/messages/status/m1')).status).toBe(404);
});

it('an agent that is not active accepts nothing, but the SMS goes out', async () => {
	await dashboard('account', { agentActive: false });
	const alone = await send(request());
	expect(alone).toMatchObject({
		status: 200,
		body: { results: { rcs: { accepted: false, reasons: ['Agent not active'] }, sms: null } },
	});
	expect(await oracle('agile-telecom')).toEqual([]);
	const followed = await send(request({ fallbackSms: sms }));
	expect(followed.body).toMatchObject({
		results: { rcs: { accepted: false }, sms: { accepted: true } },
	});
	expect(await oracle('agile-telecom')).toHaveLength(1);
});

it('an SMS of too many parts is left out', async () => {
	const long = { sender: 'SHOP', text: '€'.repeat(81) };
	const { body } = await send(request({ fallbackSms: long, maxSmsParts: 1 }));
	expect(body).toMatchObject({
		results: { rcs: { accepted: true }, sms: { accepted: false, parts: 2, unicode: false } },
	});
});

describe('templates', () => {
	const template = {
		name: 'Spedito',
		description: 'Ordine spedito',
		type: 'TEXT',
		body: {
			text: 'Ciao {nome}, {saluti}',
			suggestions: [
				{ type: 'url', text: 'Apri', url: { url: 'https://example.com/{codice}' } },
				{ type: 'coordinates', text: 'Qui', coordinates: { latitude: '1', longitude: '2' } },
			],
			fallbackSms: { sender: 'SHOP', text: 'Ciao {nome}' },
		},
	};
	const create = (more: JsonObject) => call('POST', TEMPLATES, { ...template, ...more }, AGILE_KEY);

	it('are created and sent, filled', async () => {
		const { body, status } = await create({});
		expect(status).toBe(200);
		const sent = await send(
			request({
				body: undefined,
				templateId: body['id'],
				placeholders: { nome: 'Mario', codice: '7' },
			}),
		);
		expect(sent.body).toMatchObject({ results: { sms: { accepted: true } } });
		const { body: phone } = await call('GET', `/sandbox/phones/${ANDROID}/messages`);
		expect(phone).toMatchObject({
			messages: [
				{
					content: {
						text: 'Ciao Mario, {saluti}',
						suggestions: [{ url: 'https://example.com/7' }, { latitude: 1, longitude: 2 }],
					},
				},
			],
		});
	});

	it.each<[string, JsonObject, string]>([
		['no description', { description: undefined }, 'description'],
		['an unknown type', { type: 'FILE' }, 'type'],
		['a flat suggestion', { body: { text: 'a', suggestions: [url] } }, 'url'],
		['an SMS without text', { body: { text: 'a', fallbackSms: { sender: 'a' } } }, 'fallbackSms'],
	])('with %s are refused', async (_name, more, words) => {
		const answer = await create(more);
		expect(answer).toMatchObject({
			status: 400,
			body: { message: expect.stringContaining(words) },
		});
	});
});
