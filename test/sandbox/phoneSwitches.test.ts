import { until } from '../until';
import { ANDROID, objects, SMS_ONLY, text, useReceiver, useSandbox } from './world';

const { call, sendInfobip, oracle, url } = useSandbox();
const receiver = useReceiver();

const change = (number: string, traits: object) =>
	call('PATCH', `/sandbox/phones/${number}`, traits);
const states = async (): Promise<unknown[]> =>
	(await oracle('infobip')).map(({ channel, state }) => [channel, state]);
const reach = (channel: string, state: string) =>
	until(async () => JSON.stringify(await states()) === JSON.stringify([[channel, state]]));
const by = (number: string) => ({
	destinations: [{ to: number.slice(1), messageId: 'm1' }],
	options: { smsFailover: { sender: 'Shop', text: 'By SMS' } },
});

describe('airplane mode', () => {
	it('lets RCS messages wait, and nothing leaves the phone', async () => {
		await change(ANDROID, { airplane: true });
		await sendInfobip(text());
		await reach('RCS', 'sent');
		const refused = [
			await call('POST', `/sandbox/phones/${ANDROID}/text`, { text: 'Hi' }),
			await call('POST', `/sandbox/phones/${ANDROID}/tap`, { messageId: 'm1', suggestionIndex: 0 }),
			await call('PUT', `/sandbox/phones/${ANDROID}/block`, { blocked: true, spam: true }),
		];
		expect(refused.map(({ status }) => status)).toEqual([409, 409, 409]);
		await change(ANDROID, { airplane: false });
		await reach('RCS', 'read');
	});

	it('lets an SMS wait as well, which a phone without data gets', async () => {
		await change(SMS_ONLY, { airplane: true });
		await sendInfobip(text(by(SMS_ONLY)));
		await reach('SMS', 'sent');
		// Another phone's SMS, sent later, is there before: this one is held up, not slow.
		const other = '+447700900077';
		await change(other, { online: false });
		await sendInfobip(
			text({ ...by(other), destinations: [{ to: other.slice(1), messageId: 'm2' }] }),
		);
		await until(async () => JSON.stringify((await states())[1]) === '["SMS","delivered"]');
		expect((await states())[0]).toEqual(['SMS', 'sent']);
		await change(SMS_ONLY, { airplane: false });
		await until(async () => JSON.stringify((await states())[0]) === '["SMS","delivered"]');
	});
});

describe('blocking an agent', () => {
	const block = (body: object) => call('PUT', `/sandbox/phones/${ANDROID}/block`, body);

	it('keeps out what it writes, not what others write, until it is taken back', async () => {
		const { body } = await block({ agent: 'DemoShop', blocked: true });
		expect(body).toMatchObject({ blockedAgents: [{ provider: 'infobip', id: 'DemoShop' }] });
		await sendInfobip(text());
		await reach('RCS', 'failed');
		const other = { conversationId: ANDROID, messageId: 'm1', message: { text: 'Hi' } };
		const authorization = 'Bearer sandbox-conversation-token';
		await call('POST', '/conversation/v1/messages', other, { authorization });
		await until(async () => (await oracle('conversation'))[0]?.['state'] === 'read');
		expect((await block({ agent: 'DemoShop', blocked: false })).body).toMatchObject({
			blockedAgents: [],
		});
		await sendInfobip(text({ destinations: [{ to: ANDROID.slice(1), messageId: 'm2' }] }));
		await until(async () => (await oracle('infobip'))[1]?.['state'] === 'read');
	});

	it('as spam is told where the provider tells of complaints', async () => {
		const authorization = 'Bearer sandbox-rest-v1-key';
		const hook = {
			url: receiver.url(),
			events: ['message.complained'],
			secret: 'a-secret-of-sixteen',
		};
		await call('POST', '/rest-v1/v1/webhooks', hook, { authorization });
		const message = { message_id: 'm1', to: ANDROID, content: { text: 'Hello' } };
		await call('POST', '/rest-v1/v1/messages', message, { authorization });
		await block({ blocked: true, spam: true });
		const { body } = await until(() => receiver.got[0]);
		expect(body).toMatchObject({
			type: 'message.complained',
			data: { message_id: 'm1', from: ANDROID },
		});
	});

	it('has to name what it does', async () => {
		expect((await block({ agent: 'DemoShop' })).status).toBe(400);
		expect((await block({ agent: 'nobody', blocked: true })).status).toBe(409);
	});
});

it('agents have logos of their own, and are verified once they are launched', async () => {
	const agents = objects((await call('GET', '/sandbox/agents')).body['agents']);
	const logos = agents.map(({ logoUrl }) => String(logoUrl));
	expect(new Set(logos).size).toBe(agents.length);
	expect(agents.filter(({ verified }) => verified !== true).map(({ id }) => id)).toEqual([
		'NewShop',
	]);
	for (const logo of logos) {
		const answer = await fetch(`${url()}${logo}`);
		expect(answer.headers.get('content-type')).toBe('image/svg+xml');
		expect(await answer.text()).toMatch(/^<svg xmlns=/);
	}
});
