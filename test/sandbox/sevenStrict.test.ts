import type { JsonObject } from '../../sandbox/json';
import { request, SEVEN_KEY, useSeven } from './sevenWorld';
import { ANDROID, objects, SMS_ONLY } from './world';

const { call, send, oracle } = useSeven();

const reply = { reply: { text: 'Yes', postbackData: 'yes' } };
const open = (more: JsonObject) => ({ action: { text: 'Open', postbackData: 'o', ...more } });
const media = { height: 'TALL', contentInfo: { fileUrl: 'https://example.com/a.jpg' } };
const cardContent = { title: 'Mug', media, suggestions: [reply] };
const standaloneCard = { cardOrientation: 'VERTICAL', cardContent };
const carousel = (...cardContents: JsonObject[]) => ({
	contentType: 'carousel',
	richCard: { carouselCard: { cardWidth: 'MEDIUM', cardContents } },
});

describe('a request of the guide is taken', () => {
	it('and answered as documented', async () => {
		expect((await send(request())).body).toEqual({
			success: '100',
			total_price: null,
			balance: 3218.988,
			debug: 'false',
			sms_type: 'direct',
			messages: [
				{
					id: '77233319353',
					sender: 'DemoCafe',
					recipient: ANDROID.slice(1),
					text: 'Hello World!',
					encoding: 'gsm',
					label: null,
					parts: 0,
					udh: null,
					is_binary: false,
					price: 0,
					channel: 'RCS',
					fallback: null,
					success: true,
					error: null,
					error_text: null,
				},
			],
		});
	});

	it.each<[string, JsonObject, string]>([
		['every parameter', { from: 'DemoCafe', ttl: 5, label: 'a.-_@', foreign_id: 'F1' }, 'text'],
		['a Unix time', { delay: 4102444800, performance_tracking: true }, 'text'],
		['a time to come', { delay: '2099-10-01 09:00', fallback: 'webview' }, 'text'],
		['a fallback', { fallback: { type: 'sms', text: 'By SMS', from: 'Shop' } }, 'text'],
		['a text', { text: { contentType: 'text', text: 'Hi', suggestions: [reply] } }, 'text'],
		['a file', { text: { contentType: 'file', contentInfo: media.contentInfo } }, 'file'],
		['a card', { text: { contentType: 'richcard', richCard: { standaloneCard } } }, 'card'],
		['a carousel', { text: carousel(cardContent, { title: 'Two' }) }, 'carousel'],
		['an object without a tag', { text: { text: 'Hi', suggestions: [reply] } }, 'text'],
	])('with %s', async (_name, more, kind) => {
		expect((await send(request(more))).body).toMatchObject({ success: '100' });
		expect(await oracle('seven')).toMatchObject([{ kind, to: ANDROID }]);
	});

	it('as a form', async () => {
		const form = new URLSearchParams({
			...{ to: ANDROID, text: 'Hello World!', ttl: '5', performance_tracking: '1' },
			fallback: JSON.stringify({ type: 'sms' }),
		});
		const { body } = await send(form);
		expect(body).toMatchObject({ success: '100', messages: [{ fallback: 'sms' }] });
		const rich = { contentType: 'richcard', richCard: { standaloneCard } };
		await send(new URLSearchParams({ to: ANDROID, text: JSON.stringify(rich) }));
		expect(await oracle('seven')).toMatchObject([{ kind: 'text' }, { kind: 'card' }]);
	});
});

describe('what the guide forbids is refused with its code, and nothing is committed', () => {
	const text = (more: JsonObject) => request({ text: { contentType: 'text', ...more } });

	it.each<[string, string, JsonObject]>([
		['no recipient', '301', request({ to: undefined })],
		['no text', '305', request({ text: '' })],
		['no number', '202', request({ to: 'Everybody' })],
		['a recipient that is no text', '400', request({ to: 447700900001 })],
		['another agent', '306', request({ from: 'OtherAgent' })],
		['an unknown parameter', '400', request({ colour: 'red' })],
		['a parameter of every object', '400', request({ constructor: 'red' })],
		['a delay of another form', '400', request({ delay: '2099-10-01T09:00:00Z' })],
		['a day that is none', '400', request({ delay: '2099-13-01 09:00' })],
		['a ttl that is a text', '400', request({ ttl: '5' })],
		['a ttl of nothing', '400', request({ ttl: 0 })],
		['a label of 101', '401', request({ label: 'a'.repeat(101) })],
		['a label with a space', '400', request({ label: 'a b' })],
		['a foreign id of 65', '401', request({ foreign_id: 'a'.repeat(65) })],
		['a foreign id with a colon', '400', request({ foreign_id: 'a:b' })],
		['tracking that is a text', '400', request({ performance_tracking: 'true' })],
		['an unknown fallback', '400', request({ fallback: 'mms' })],
		['a fallback with more', '400', request({ fallback: { type: 'sms', subject: 'a' } })],
		['a text of 3073', '401', request({ text: 'a'.repeat(3073) })],
		['a tag that is not the content', '400', text({ contentInfo: media.contentInfo })],
		['an unknown tag', '400', request({ text: { contentType: 'video', text: 'a' } })],
		['two contents', '400', text({ text: 'a', contentInfo: media.contentInfo })],
		['an uploaded file', '400', request({ text: { uploadedRbmFile: { fileName: 'files/1' } } })],
		['a label of 26', '401', text({ text: 'a', suggestions: [open({ text: 'a'.repeat(26) })] })],
		['an action of nothing', '400', text({ text: 'a', suggestions: [open({})] })],
		['12 chips', '401', text({ text: 'a', suggestions: Array.from({ length: 12 }, () => reply) })],
		['a carousel of one', '400', request({ text: carousel(cardContent) })],
	])('%s', async (_name, code, body) => {
		const answer = await send(body);
		expect(answer.status).toBe(200);
		expect(answer.body).toMatchObject({
			success: code,
			messages: [{ id: null, success: false, error: code, error_text: expect.any(String) }],
		});
		expect(await oracle('seven')).toEqual([]);
	});

	it('a body that is no JSON has no recipient', async () => {
		expect((await send('{')).body).toMatchObject({ success: '301' });
	});
});

describe('several recipients', () => {
	it('have an entry each, and 101 says that some failed', async () => {
		const { body } = await send(request({ to: `${ANDROID},nobody` }));
		expect(body).toMatchObject({ success: '101' });
		expect(objects(body['messages'])).toMatchObject([
			{ success: true, id: '77233319353' },
			{ success: false, error: '202', recipient: 'nobody' },
		]);
		expect(await oracle('seven')).toHaveLength(1);
	});
});

it('the reload lock stops the same words to the same number, whatever their foreign ids', async () => {
	const success = async (more: JsonObject = {}) => (await send(request(more))).body['success'];
	expect(await success({ foreign_id: 'a' })).toBe('100');
	expect([await success({ foreign_id: 'a' }), await success({ foreign_id: 'b' })]).toEqual([
		'402',
		'402',
	]);
	expect(await success({ text: 'Other words' })).toBe('100');
	expect(await success({ to: SMS_ONLY })).toBe('100');
	expect(await oracle('seven')).toHaveLength(3);
});

it('the reload lock can be turned off', async () => {
	const account = (body: JsonObject) => call('PUT', '/sandbox/console/seven/account', body);
	expect((await account({ reloadLock: 'no' })).status).toBe(400);
	await account({ reloadLock: false });
	await send(request());
	expect((await send(request())).body).toMatchObject({ success: '100' });
	expect(await oracle('seven')).toHaveLength(2);
});

describe('authentication', () => {
	const path = '/seven/api/rcs/messages';

	it.each<[string, number, Record<string, string>]>([
		['none', 300, {}],
		['a wrong key', 900, { 'x-api-key': 'wrong' }],
		['a wrong token', 900, { authorization: 'Bearer wrong' }],
	])('%s is answered with the code alone', async (_name, code, headers) => {
		const answer = await call('POST', path, request(), headers);
		expect(answer).toMatchObject({ status: 200, body: { list: code } });
		expect(await oracle('seven')).toEqual([]);
	});

	it('takes the key as a bearer token too', async () => {
		const headers = { authorization: `Bearer ${SEVEN_KEY['x-api-key']}` };
		expect((await call('POST', path, request(), headers)).body).toMatchObject({ success: '100' });
	});
});
