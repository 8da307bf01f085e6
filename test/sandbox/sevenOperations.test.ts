import { createHash, createHmac } from 'node:crypto';

import { request, SEVEN_KEY, SIGNING_KEY, useSeven } from './sevenWorld';
import { ANDROID, OFFLINE, objects, SMS_ONLY } from './world';
import { until } from '../until';

const { call, hook, oracle, send, sent, seven, url } = useSeven();

const status = async (ids: string) => (await seven('GET', `/status?msg_id=${ids}`)).body['list'];

describe('revoking', () => {
	const revoke = (id: string) => seven('DELETE', `/rcs/messages/${id}`);
	const state = async () => (await oracle('seven'))[0]?.['state'];

	it('takes back what waits for its phone', async () => {
		const id = await sent({ to: OFFLINE });
		expect(await revoke(id)).toMatchObject({ status: 200, body: { success: true } });
		expect(await state()).toBe('revoked');
		expect(await status(id)).toMatchObject([{ id, status: 'NOTDELIVERED' }]);
	});

	it('says the same of a message with a fallback, which stays, and of one that never was', async () => {
		const id = await sent({ to: OFFLINE, fallback: 'sms', delay: '2099-10-01 09:00' });
		expect([(await revoke(id)).body, (await revoke('1')).body]).toEqual([
			{ success: true },
			{ success: true },
		]);
		expect(await state()).toBe('queued');
	});
});

describe('status', () => {
	it('follows a message', async () => {
		const id = await sent({ delay: '2099-10-01 09:00' });
		const [entry] = objects(await status(id));
		expect(entry).toMatchObject({ id, status: 'ACCEPTED' });
		expect(entry?.['status_time']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
		const other = await sent({ text: 'Now' });
		await until(async () => objects(await status(other))[0]?.['status'] === 'DELIVERED');
		expect(await status(`${id},${other}`)).toMatchObject([{ id }, { id: other }]);
	});

	it.each(['1', ''])('of the id "%s" is refused', async (id) => {
		expect(await status(id)).toBe(901);
	});
});

describe('events', () => {
	const event = async (body: object) => (await seven('POST', '/rcs/events', body)).body;
	const ok = { success: true };
	const to = ANDROID.slice(1);

	async function heard() {
		await sent();
		await call('POST', `/sandbox/phones/${ANDROID}/text`, { text: 'Hi' });
		const { body } = await call('GET', `/sandbox/phones/${ANDROID}/messages`);
		return objects(body['messages']).findLast(({ type }) => type === 'inbound');
	}

	it('say that the agent types, and that it read the last message', async () => {
		expect(await event({ to, event: 'IS_TYPING', from: 'DemoCafe' })).toEqual(ok);
		expect((await heard())?.['seenAt']).toBeUndefined();
		expect(await event({ to, event: 'READ' })).toEqual(ok);
		const { body } = await call('GET', `/sandbox/phones/${ANDROID}/messages`);
		expect(objects(body['messages']).at(-1)).toHaveProperty('seenAt');
	});

	it('go to the message that is named', async () => {
		await heard();
		expect(await event({ msg_id: '681590', event: 'READ' })).toEqual(ok);
		expect(await event({ msg_id: '681591', event: 'READ' })).toEqual({ list: 901 });
	});

	it.each<[string, number, object]>([
		['no event', 400, { to }],
		['an unknown event', 400, { to, event: 'DELIVERED' }],
		['nobody', 301, { event: 'READ' }],
		['no number', 202, { to: 'x', event: 'READ' }],
		['no message to read', 901, { to, event: 'READ' }],
		['another agent', 306, { to, event: 'IS_TYPING', from: 'OtherAgent' }],
		['an unknown parameter', 400, { to, event: 'IS_TYPING', colour: 'red' }],
	])('with %s are refused', async (_name, code, body) => {
		expect(await event(body)).toEqual({ list: code });
	});
});

describe('looking up', () => {
	const lookUp = async (numbers: string) =>
		(await seven('GET', `/lookup/rcs?number=${numbers}`)).body;

	it('one number is an object, with its capabilities', async () => {
		expect(await lookUp(ANDROID.slice(1))).toMatchObject({
			success: true,
			international: ANDROID.slice(1),
			country_iso: 'GB',
			rcs_capabilities: expect.arrayContaining(['REVOCATION', 'RICHCARD_CAROUSEL']),
		});
	});

	it('several are a list; a phone without RCS has none', async () => {
		expect((await lookUp(`${ANDROID.slice(1)},${SMS_ONLY.slice(1)},x`))['list']).toMatchObject([
			{ rcs_capabilities: expect.arrayContaining(['ACTION_DIAL']) },
			{ success: true, rcs_capabilities: [] },
			{ success: false },
		]);
		expect(await lookUp('')).toEqual({ list: 202 });
	});

	it('the agents', async () => {
		expect((await seven('GET', '/rcs/agents')).body).toMatchObject({
			agents: [{ id: 'DemoCafe', status: 'launched', is_generic: false }],
		});
	});
});

describe('hooks', () => {
	const target = 'https://hooks.example.com/rcs';

	it('are registered, listed and removed', async () => {
		expect((await hook(target, { headers: 'X-A: b' })).body).toEqual({ success: true, id: 1 });
		expect((await seven('GET', '/hooks')).body).toMatchObject({
			success: true,
			hooks: [{ id: '1', target_url: target, event_type: 'all', enabled: true, headers: 'X-A: b' }],
		});
		expect((await seven('DELETE', '/hooks', { id: 1 })).body).toEqual({ success: true });
		expect((await seven('GET', '/hooks')).body).toMatchObject({ hooks: [] });
		expect((await seven('DELETE', '/hooks?id=1')).body).toMatchObject({ success: false });
	});

	it.each<[string, object]>([
		['another scheme', { target_url: 'ftp://hooks.example.com' }],
		['an unknown event', { event_type: 'mms' }],
		['an unknown method', { request_method: 'PUT' }],
		['an unknown parameter', { colour: 'red' }],
		['headers that are no text', { headers: { a: 'b' } }],
	])('with %s are refused', async (_name, more) => {
		const { body } = await hook(target, { ...more });
		expect(body).toMatchObject({ success: false, code: '400', error_message: expect.any(String) });
	});
});

describe('a request that is signed', () => {
	const nonce = 'abcdefghijklmnopqrstuvwxyz012345';
	const signed = async (more: { key?: string; age?: number; body?: object } = {}) => {
		const { key = SIGNING_KEY, age = 0, body = request() } = more;
		const time = String(Math.floor(Date.now() / 1000) - age);
		const md5 = createHash('md5').update(JSON.stringify(request())).digest('hex');
		const lines = [time, nonce, 'POST', `${url()}/seven/api/rcs/messages`, md5].join('\n');
		const signature = createHmac('sha256', key).update(lines).digest('hex');
		const proof = { 'x-timestamp': time, 'x-nonce': nonce, 'x-signature': signature };
		return call('POST', '/seven/api/rcs/messages', body, { ...SEVEN_KEY, ...proof });
	};

	it('is taken, once', async () => {
		expect((await signed()).body).toMatchObject({ success: '100' });
		expect((await signed()).body).toEqual({ list: 900 });
	});

	it.each([
		['with another key', { key: 'other' }],
		['too long ago', { age: 60 }],
		['over another body', { body: request({ text: 'Other' }) }],
	])('%s is refused', async (_name, more) => {
		expect((await signed(more)).body).toEqual({ list: 900 });
		expect(await oracle('seven')).toEqual([]);
	});
});

it('what is no path of the API is not found', async () => {
	expect((await seven('GET', '/rcs/templates')).status).toBe(404);
	expect((await send(request())).status).toBe(200);
});
