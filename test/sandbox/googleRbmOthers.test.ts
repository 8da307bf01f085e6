import { AGENT, BEARER, CONSOLE, phonePath, refused, sender, text, uuid } from './googleRbmWorld';
import { ANDROID, OFFLINE, SMS_ONLY, useSandbox } from './world';

const { call, oracle, url } = useSandbox();
const send = sender(call);

const content = (more: object) => ({ contentMessage: more });

describe('everything else', () => {
	it('takes back what did not arrive, and never says whether', async () => {
		const revoke = (id: string) =>
			call(
				'DELETE',
				`${phonePath(`agentMessages/${id}`, OFFLINE)}?agentId=${AGENT}`,
				undefined,
				BEARER,
			);
		await send(text(), { to: OFFLINE });
		expect(await revoke(uuid())).toMatchObject({ status: 200, body: {} });
		expect(await revoke(uuid(2))).toMatchObject({ status: 200, body: {} });
		expect(await oracle('google-rbm')).toMatchObject([{ state: 'revoked' }]);
	});

	it('shows signals, and refuses half of one', async () => {
		const signal = (body: object) =>
			call('POST', `${phonePath('agentEvents')}?eventId=${uuid()}&agentId=${AGENT}`, body, BEARER);
		expect((await signal({ eventType: 'IS_TYPING' })).body).toMatchObject({
			name: `phones/${ANDROID}/agentEvents/${uuid()}`,
		});
		expect((await signal({ eventType: 'READ', messageId: 'in-1' })).status).toBe(200);
		for (const wrong of [{}, { eventType: 'READ' }, { eventType: 'IS_TYPING', messageId: 'x' }])
			expect(await signal(wrong)).toMatchObject(refused(400, 'INVALID_ARGUMENT'));
	});

	it('tells the capabilities of one number', async () => {
		const check = (phone: string, requestId: string) =>
			call(
				'GET',
				`${phonePath('capabilities', phone)}?requestId=${requestId}&agentId=${AGENT}`,
				undefined,
				BEARER,
			);
		expect((await check(ANDROID, uuid())).body['features']).toContain('RICHCARD_CAROUSEL');
		expect(await check(SMS_ONLY, uuid())).toMatchObject(refused(404, 'NOT_FOUND'));
		expect(await check(ANDROID, '')).toMatchObject(refused(400, 'INVALID_ARGUMENT'));
	});

	it('tells of 500 numbers and more who can be reached, and of no fewer', async () => {
		const numbers = (count: number) =>
			Array.from({ length: count }, (_, i) => `+4477009${String(i + 100).padStart(5, '0')}`);
		const check = (users: string[]) =>
			call('POST', `/google-rbm/v1/users:batchGet?agentId=${AGENT}`, { users }, BEARER);
		const { body } = await check([...numbers(499), ANDROID]);
		expect(body).toMatchObject({ reachableUsers: [ANDROID], totalRandomSampleUserCount: 375 });
		for (const users of [numbers(499), numbers(10_001), [...numbers(499), '+447700900001', '5']])
			expect(await check(users)).toMatchObject(refused(400, 'INVALID_ARGUMENT'));
	});

	it('keeps files, by address or as bytes, for messages', async () => {
		const path = `?agentId=${AGENT}`;
		const fileUrl = 'https://cdn.example.com/a.mp4';
		const byUrl = await call('POST', `/google-rbm/v1/files${path}`, { fileUrl }, BEARER);
		const upload = (type: string) =>
			fetch(`${url()}/google-rbm/upload/v1/files${path}`, {
				method: 'POST',
				headers: { ...BEARER, 'content-type': type },
				body: Buffer.from([0xff, 0xd8]),
			});
		const bytes: unknown = await (await upload('image/jpeg')).json();
		expect((await upload('text/html')).status).toBe(415);
		const names = { fileName: byUrl.body['name'], thumbnailName: Object(bytes)['name'] as unknown };
		expect((await send(content({ uploadedRbmFile: names }))).status).toBe(200);
		const { body } = await call('GET', `/sandbox/phones/${ANDROID}/messages`);
		expect(body).toMatchObject({ messages: [{ content: { kind: 'file', url: fileUrl } }] });
		const thumbnail = String(names.thumbnailName).replace('files/', '');
		const served = await fetch(`${url()}${CONSOLE}/files/${thumbnail}`);
		expect(served.headers.get('content-type')).toBe('image/jpeg');
	});

	it('invites 20 testers a day', async () => {
		const invite = () => call('POST', `${phonePath('testers')}?agentId=${AGENT}`, {}, BEARER);
		const answers = [];
		for (let i = 0; i < 21; i += 1) answers.push((await invite()).status);
		expect(answers.slice(0, 20).every((status) => status === 200)).toBe(true);
		expect(answers[20]).toBe(429);
	});

	it('notes promotions to people who unsubscribed', async () => {
		const promotion = { ...text(), messageTrafficType: 'PROMOTION' };
		await send(promotion, { id: uuid(1) });
		await call('POST', `/sandbox/phones/${ANDROID}/subscription`, { subscribed: false });
		await send(promotion, { id: uuid(2) });
		await send({ ...text(), messageTrafficType: 'AUTHENTICATION' }, { id: uuid(3) });
		await call('POST', `/sandbox/phones/${ANDROID}/subscription`, { subscribed: true });
		await send(promotion, { id: uuid(4) });
		expect((await call('GET', `${CONSOLE}/violations`)).body).toEqual({ messageIds: [uuid(2)] });
	});
});
