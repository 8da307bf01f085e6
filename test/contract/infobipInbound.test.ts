import { arrived } from './arrived';
import { provider } from './infobipWire';

/** What the golden webhooks do not show: members that are missing, and webhooks nobody describes. */

const eventOf = (result: object) =>
	provider.webhook.parse(arrived(JSON.stringify({ results: [result] })))[0];
const inbound = {
	sender: '447700900123',
	to: 'DemoSender',
	receivedAt: '2030-03-03T14:22:30.000+0000',
	messageId: 'in-1',
	interactionType: 'SINGLE_MESSAGE',
};

test('a file has its address as Infobip gives it, and is named for marking it as read', () => {
	const url = 'https://abc123.api.infobip.com/files/1';
	const file = { type: 'FILE', url, name: 'lamp.jpg', contentType: 'image/jpeg', size: 2048 };
	expect(eventOf({ ...inbound, message: file })).toMatchObject({
		type: 'message.received',
		inboundId: 'in-1',
		media: { url, fileName: 'lamp.jpg', mimeType: 'image/jpeg', bytes: 2048 },
	});
	expect(eventOf({ ...inbound, message: { type: 'FILE' } })?.media).toEqual({});
});

test.each(['A2P_CONVERSATION', 'INTERACTIVE_SESSION', 'SOMETHING_NEW'])(
	'traffic type %s is told as it is',
	(trafficType) => {
		const price = { trafficType, pricePerMessage: 0.01, currency: 'EUR' };
		const conversation = { canInitiate: true, id: null };
		expect(
			eventOf({ ...inbound, message: { type: 'TEXT', text: 'Hi' }, price, conversation }),
		).toMatchObject({
			billing: { trafficType, interactionType: 'SINGLE_MESSAGE', price: 0.01, currency: 'EUR' },
			conversation: { canInitiate: true },
		});
	},
);

test('what costs nothing has no traffic type, and a message without conversation none', () => {
	const price = { trafficType: null, pricePerMessage: 0, currency: 'EUR' };
	const event = eventOf({ ...inbound, message: { type: 'TEXT', text: 'Hi' }, price });
	expect(event?.billing).toEqual({ interactionType: 'SINGLE_MESSAGE', price: 0, currency: 'EUR' });
	expect(event).not.toHaveProperty('conversation');
});

describe('a click, which the documents name but do not describe', () => {
	test.each([
		{ url: 'https://shop.example.com/lamp', recipient: '447700900123', clickTime: 1898775900000 },
		{ clickedUrl: 'https://shop.example.com/lamp', to: '447700900123', event: 'CLICK' },
		{ originalUrl: 'https://shop.example.com/lamp', destination: '+447700900123' },
	])('is read where it names a message and a link: %j', (click) => {
		expect(eventOf({ messageId: 'out-1', ...click })).toMatchObject({
			type: 'message.clicked',
			messageId: 'out-1',
			user: '+447700900123',
			url: 'https://shop.example.com/lamp',
		});
	});

	test.each([
		{ url: 'https://shop.example.com/lamp' },
		{ messageId: 'out-1', clicks: 1 },
		{ messageId: 'out-1', url: null },
		{ messageId: 'out-1', url: '' },
	])('is unknown otherwise: %j', (click) => {
		expect(eventOf(click)).toMatchObject({ type: 'unknown' });
	});

	test('its time may be in milliseconds', () => {
		const click = { messageId: 'out-1', url: 'https://example.com', clickTime: 1898775900000 };
		expect(eventOf(click)).toMatchObject({ occurredAt: '2030-03-03T13:45:00.000Z' });
	});
});

test('a test number that changed is told with its state', () => {
	const update = { event: 'RCS_TEST_NUMBER_STATUS_UPDATE', senderName: 'DemoSender' };
	const states = { senderStatus: 'LAUNCHED', testNumberStatus: 'WAITING_FOR_TESTER_ACCEPTANCE' };
	expect(eventOf({ ...update, ...states, testNumber: '447700900123' })).toMatchObject({
		type: 'agent.updated',
		agent: 'DemoSender',
		user: '+447700900123',
		text: 'WAITING_FOR_TESTER_ACCEPTANCE',
	});
});
