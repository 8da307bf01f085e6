import type { JsonObject } from '../../sandbox/json';
import { API_KEY, objects, text, useSandbox } from './world';

const { call, sendInfobip, oracle } = useSandbox();

const chip = { type: 'REPLY', text: 'Yes', postbackData: 'yes' };
const media = { file: { url: 'https://shop.example/a.png' }, height: 'SHORT' };
const card = { title: 'Title', media, suggestions: [chip] };
const cardContent = { type: 'CARD', orientation: 'VERTICAL', alignment: 'LEFT', content: card };
const carousel = { type: 'CAROUSEL', cardWidth: 'MEDIUM', contents: [card, card] };
const times = (count: number, letter = 'a'): string => letter.repeat(count);
const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const event = {
	type: 'CREATE_CALENDAR_EVENT',
	text: 'Save',
	postbackData: 'save',
	title: 'Delivery',
	startTime: inDays(1),
	endTime: inDays(2),
};
const textWith = (content: JsonObject): JsonObject =>
	text({ content: { type: 'TEXT', text: 'Hi', ...content } });
const chipWith = (change: JsonObject): JsonObject =>
	textWith({ suggestions: [{ ...chip, ...change }] });
const openUrl = (change: JsonObject): JsonObject =>
	textWith({
		suggestions: [{ ...chip, type: 'OPEN_URL', url: 'https://shop.example', ...change }],
	});
const cardWith = (change: JsonObject): JsonObject =>
	text({ content: { ...cardContent, content: { ...card, ...change } } });
const eventWith = (change: JsonObject): JsonObject =>
	textWith({ suggestions: [{ ...event, ...change }] });
const optionsWith = (options: JsonObject): JsonObject => text({ options });

const at = 'messages[0].content';
const chipAt = `${at}.suggestions[0]`;

describe('Infobip refuses', () => {
	it.each<[string, JsonObject, string]>([
		['a text of 3073', textWith({ text: times(3073) }), `${at}.text`],
		['no text', text({ content: { type: 'TEXT' } }), `${at}.text`],
		['an unknown property', textWith({ colour: 'red' }), `${at}.colour`],
		['an unknown type', text({ content: { type: 'POEM' } }), `${at}.type`],
		['12 chips', textWith({ suggestions: many(12, chip) }), `${at}.suggestions`],
		['a label of 26', chipWith({ text: times(26) }), `${chipAt}.text`],
		['an empty label', chipWith({ text: '' }), `${chipAt}.text`],
		['postback data of 2025', chipWith({ postbackData: times(2025) }), `${chipAt}.postbackData`],
		['a mail address as URL', openUrl({ url: 'mailto:shop@shop.example' }), `${chipAt}.url`],
		['a URL of 2049', openUrl({ url: `https://shop.example/${times(2028)}` }), `${chipAt}.url`],
		[
			'a webview without its mode',
			openUrl({ application: 'WEBVIEW' }),
			`${chipAt}.webviewViewMode`,
		],
		[
			'a phone number with letters',
			chipWith({ type: 'DIAL_PHONE', phoneNumber: 'call me' }),
			`${chipAt}.phoneNumber`,
		],
		[
			'a latitude of 91',
			chipWith({ type: 'SHOW_LOCATION', latitude: 91, longitude: 0 }),
			`${chipAt}.latitude`,
		],
		['an event in the past', eventWith({ startTime: inDays(-1) }), `${chipAt}.startTime`],
		['an event that ends first', eventWith({ endTime: inDays(0.5) }), `${chipAt}.endTime`],
		[
			'a time without milliseconds',
			eventWith({ startTime: '2099-01-01T00:00:00Z' }),
			`${chipAt}.startTime`,
		],
		[
			'a card without alignment',
			text({ content: { type: 'CARD', orientation: 'VERTICAL', content: card } }),
			`${at}.alignment`,
		],
		[
			'a card without orientation',
			text({ content: { type: 'CARD', alignment: 'LEFT', content: card } }),
			`${at}.orientation`,
		],
		['a title of 201', cardWith({ title: times(201) }), `${at}.content.title`],
		['a description of 2001', cardWith({ description: times(2001) }), `${at}.content.description`],
		[
			'media without height',
			cardWith({ media: { file: media.file } }),
			`${at}.content.media.height`,
		],
		['5 buttons on a card', cardWith({ suggestions: many(5, chip) }), `${at}.content.suggestions`],
		[
			'an empty card',
			text({ content: { ...cardContent, content: { description: 'x' } } }),
			`${at}.content`,
		],
		['a carousel of one', text({ content: { ...carousel, contents: [card] } }), `${at}.contents`],
		[
			'a carousel of 11',
			text({ content: { ...carousel, contents: many(11, card) } }),
			`${at}.contents`,
		],
		[
			'a messageId of 201',
			text({ destinations: [{ to: '447700900001', messageId: times(201) }] }),
			'messages[0].destinations[0].messageId',
		],
		['no destination', text({ destinations: [] }), 'messages[0].destinations'],
		[
			'two kinds of failover',
			optionsWith({
				smsFailover: { text: 'x' },
				mmsFailover: { content: { messageSegments: [{ type: 'TEXT', text: 'x' }] } },
			}),
			'messages[0].options',
		],
		[
			'a window of 59 minutes',
			optionsWith({
				deliveryTimeWindow: {
					days: ['MONDAY'],
					from: { hour: 9, minute: 0 },
					to: { hour: 9, minute: 59 },
				},
			}),
			'messages[0].options.deliveryTimeWindow',
		],
		[
			'half a window',
			optionsWith({ deliveryTimeWindow: { days: ['MONDAY'], from: { hour: 9, minute: 0 } } }),
			'messages[0].options.deliveryTimeWindow',
		],
	])('%s', async (_name, message, property) => {
		const { status, body } = await sendInfobip(message);
		expect(status).toBe(400);
		expect(body).toMatchObject({
			errorCode: 'E400',
			description: 'Request cannot be processed.',
			resources: [],
		});
		expect(objects(body['violations']).map((violation) => violation['property'])).toContain(
			property,
		);
		expect(await oracle('infobip')).toEqual([]);
	});

	it('a schedule more than 180 days ahead', async () => {
		const { status, body } = await sendInfobip(text(), { schedule: { sendAt: inDays(181) } });
		expect(status).toBe(400);
		expect(objects(body['violations'])[0]?.['property']).toBe('options.schedule.sendAt');
	});

	it('a time whose offset has a colon', async () => {
		const sendAt = inDays(1).replace('Z', '+00:00');
		const { status, body } = await sendInfobip(text(), { schedule: { sendAt } });
		expect(status).toBe(400);
		expect(objects(body['violations'])[0]?.['property']).toBe('options.schedule.sendAt');
	});

	it('broken JSON and unknown paths, in its own words', async () => {
		const headers = { ...API_KEY, 'content-type': 'application/json' };
		const broken = await call('POST', '/infobip/rcs/2/messages', '{"messages":', headers);
		expect([broken.status, broken.body['errorCode']]).toEqual([400, 'E400']);
		const lost = await call('GET', '/infobip/rcs/9/messages', undefined, API_KEY);
		expect([lost.status, lost.body['errorCode']]).toEqual([404, 'E404']);
	});

	it('more than 10 MB', async () => {
		const { status } = await sendInfobip(textWith({ text: times(10 * 1024 * 1024) }));
		expect(status).toBe(413);
	});
});

describe('Infobip accepts what is just allowed', () => {
	it.each<[string, JsonObject]>([
		['3072 code points, not code units', textWith({ text: times(3072, '😀') })],
		['a label of 25 emoji', chipWith({ text: times(25, '😀') })],
		['postback data of 2024', chipWith({ postbackData: times(2024) })],
		['11 chips', textWith({ suggestions: many(11, chip) })],
		['a carousel of 10', text({ content: { ...carousel, contents: many(10, card) } })],
		['an event in the future', eventWith({})],
		[
			'every option',
			optionsWith({
				validityPeriod: { amount: 1, timeUnit: 'HOURS' },
				campaignReferenceId: times(255),
				platform: { entityId: 'e', applicationId: 'a' },
			}),
		],
	])('%s', async (_name, message) => {
		const { status, body } = await sendInfobip(message);
		expect(body).toMatchObject({
			messages: [{ status: { name: 'PENDING_ACCEPTED', groupId: 1, id: 26 } }],
		});
		expect(status).toBe(200);
	});
});

describe('Infobip answers each destination by itself', () => {
	it('when an id comes twice, a sender is unknown or a number is none', async () => {
		await sendInfobip(text());
		const duplicate = await sendInfobip(text());
		const stranger = await sendInfobip(
			text({ sender: 'Nobody', destinations: [{ to: '447700900001' }] }),
		);
		const nowhere = await sendInfobip(
			text({ destinations: [{ to: '12' }, { to: '447700900001' }] }),
		);
		const statuses = [duplicate, stranger, nowhere].map(({ status, body }) => [
			status,
			...objects(body['messages']).map((message) => message['status']),
		]);
		expect(statuses).toMatchObject([
			[200, { groupId: 5, groupName: 'REJECTED', id: 23, name: 'REJECTED_DUPLICATE_MESSAGE_ID' }],
			[200, { groupName: 'REJECTED', name: 'REJECTED_SOURCE' }],
			[200, { groupName: 'REJECTED', name: 'REJECTED_DESTINATION' }, { name: 'PENDING_ACCEPTED' }],
		]);
		expect(await oracle('infobip')).toHaveLength(2);
	});
});
