import type { JsonObject } from '../../sandbox/json';
import { request, useAgileTelecom } from './agileTelecomWorld';
import { ANDROID, BLOCKED, SMS_ONLY, useReceiver } from './world';
import { until } from '../until';

const { call, send, ask, dashboard, oracle } = useAgileTelecom();
const receiver = useReceiver();

const bodies = () => receiver.got.map(({ body }) => body);
const arrived = (count: number) => until(() => receiver.got.length >= count, `${count} callbacks`);
const sms = { sender: 'SHOP', text: 'Ciao' };

beforeEach(() =>
	dashboard('webhook', { url: receiver.url('/hook?token=secret'), headers: { 'x-a': 'b' } }),
);

describe('callbacks of a message', () => {
	const common = { messageId: 'm1', destination: ANDROID, eventDate: expect.any(String) };

	it('say that it was delivered and read, at the URL and with the headers of the dashboard', async () => {
		await send(request());
		await arrived(2);
		expect(bodies()).toEqual([
			{ ...common, channel: 'RCS', eventType: 'DELIVERY', statusCode: 3, description: 'delivered' },
			{ ...common, channel: 'RCS', eventType: 'READ' },
		]);
		expect(receiver.got[0]).toMatchObject({ path: '/hook?token=secret', headers: { 'x-a': 'b' } });
		expect(bodies()[0]?.['eventDate']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
	});

	it('say that it failed, and that the SMS arrived', async () => {
		await send(request({ destination: SMS_ONLY, fallbackSms: sms }));
		await arrived(2);
		expect(bodies()).toMatchObject([
			{ channel: 'RCS', statusCode: 6, description: 'undeliverable' },
			{ channel: 'SMS', statusCode: 3, messageId: 'm1' },
		]);
	});

	it('tell of WhatsApp before the SMS, where the phone has it', async () => {
		const fallbacks = {
			fallbackWhatsApp: { phoneNumberId: 7, templateId: 1 },
			fallbackSms: sms,
		};
		await send(request({ destination: SMS_ONLY, ...fallbacks }));
		await arrived(2);
		expect(bodies()).toMatchObject([{ channel: 'RCS' }, { channel: 'WHATSAPP', statusCode: 3 }]);
		await call('PATCH', `/sandbox/phones/${SMS_ONLY}`, { whatsapp: false });
		await send(request({ messageId: 'm2', destination: SMS_ONLY, ...fallbacks }));
		await arrived(5);
		expect(bodies().slice(2)).toMatchObject([
			{ channel: 'RCS', statusCode: 6 },
			{ channel: 'WHATSAPP', statusCode: 6 },
			{ channel: 'SMS', statusCode: 3 },
		]);
	});

	it('do not come when they are not wanted', async () => {
		await send(request({ enableNotification: false }));
		await until(async () => (await oracle('agile-telecom'))[0]?.['state'] === 'read');
		await send(request({ messageId: 'm2', destination: BLOCKED }));
		await arrived(1);
		expect(bodies()).toMatchObject([{ messageId: 'm2', statusCode: 6 }]);
	});

	it('tell only of the SMS when RCS was refused at once', async () => {
		await dashboard('account', { agentActive: false });
		await send(request({ fallbackSms: sms }));
		await arrived(1);
		expect(bodies()).toMatchObject([{ channel: 'SMS', statusCode: 3 }]);
	});
});

describe('callbacks of what a person did', () => {
	const phone = `/sandbox/phones/${ANDROID}`;
	const url = { type: 'url', text: 'Vedi dettagli', url: 'https://example.com' };
	const reply = { type: 'reply', text: 'Conferma', postbackData: 'CONFIRM_BOOKING_123' };
	const inbound = () => bodies().filter(({ eventType }) => eventType === 'INBOUND');

	beforeEach(async () => {
		await send(request({ body: { type: 'TEXT', text: 'Ciao', suggestions: [reply, url] } }));
		await arrived(2);
	});

	const said = async (path: string, body: JsonObject) => {
		await call('POST', `${phone}/${path}`, body);
		return until(() => inbound()[0]);
	};
	const about = {
		channel: 'RCS',
		eventType: 'INBOUND',
		source: ANDROID,
		destination: '+447700900910',
		messageId: expect.not.stringMatching(/^m1$/),
	};

	it('a text', async () => {
		expect(await said('text', { text: 'Si' })).toMatchObject({
			...about,
			messageType: 'TEXT',
			text: 'Si',
		});
	});

	it('a tap is a text: the postback data of a reply, the label of an action', async () => {
		const tap = (suggestionIndex: number) => said('tap', { messageId: 'm1', suggestionIndex });
		expect(await tap(0)).toMatchObject({ ...about, text: 'CONFIRM_BOOKING_123' });
		receiver.got.length = 0;
		expect(await tap(1)).toMatchObject({ ...about, text: 'Vedi dettagli' });
	});

	it('a picture has a key, for which its address is given', async () => {
		const file = { url: 'https://example.com/a.jpg', name: 'a.jpg', bytes: 10 };
		const picture = await said('file', { ...file, mimeType: 'image/jpeg' });
		expect(picture).toMatchObject({ ...about, messageType: 'IMAGE' });
		const found = await ask(`/files/${String(picture['mediaKey'])}?expireMinutes=180`);
		expect(found).toMatchObject({ status: 200, body: { url: file.url } });
		expect((await ask('/files/none?expireMinutes=180')).status).toBe(404);
		expect((await ask('/files/none?expireMinutes=soon')).status).toBe(400);
	});
});

it('the status of a message follows it', async () => {
	const status = async () => (await ask('/partner-gateway/v1/messages/status/m1')).body;
	await send(request({ scheduledDate: '2099-10-01 09:00:00.000+0000' }));
	expect(await status()).toEqual({
		customerMessageId: 'm1',
		channel: 'RCS',
		deliveryStatus: 'PENDING',
	});
	await call('POST', '/sandbox/reset');
	await send(request());
	await until(async () => (await status())['deliveryStatus'] === 'READ');
});
