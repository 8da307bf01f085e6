import { randomUUID } from 'node:crypto';

import { checkAll } from '../../core/checkAll';
import type { RcsEvent } from '../../core/event/types';
import type { ReadyMessage } from '../../core/message/types';
import type { Call, Provider } from '../../core/provider';
import { googleRbm } from '../../core/providers/google-rbm';
import { prepare } from '../../core/send';
import { sendAll } from '../../core/sendAll';
import type { ProviderSettings } from '../../core/settings';
import { demoAccount } from '../../sandbox/providers/google-rbm/demoAccount';
import { carries, samples } from '../fixtures/messages';
import { fetchHttp } from './fetchHttp';
import { useAnsweringReceiver } from './googleRbmReceiver';
import { AGENT, CLIENT_TOKEN, CONSOLE, uuid } from './googleRbmWorld';
import { ANDROID, OFFLINE, SMS_ONLY, useSandbox } from './world';
import { until } from '../until';

/** The adapter and the emulator, written apart, over real HTTP. */

const { call, url, oracle } = useSandbox(200);
const receiver = useAnsweringReceiver();
const provider: Provider = googleRbm;
const clock = { now: () => Date.now(), wait: async () => Promise.resolve() };
const pace = { concurrency: 1, retries: 2 };

const account = (accessToken = ''): ProviderSettings => ({
	baseUrl: `${url()}/google-rbm`,
	agent: `${AGENT}@rbm.goog`,
	auth: {
		kind: 'serviceAccount',
		...demoAccount,
		accessToken,
		tokenUrl: `${url()}/google-rbm/token`,
	},
	webhook: { secret: ['older-token', CLIENT_TOKEN] },
});

const calling = (settings: ProviderSettings): Call => ({
	http: fetchHttp(provider, settings),
	settings,
	now: new Date(),
	newId: randomUUID,
});

/** A call with a token that the demo account signed for. */
async function signedIn(): Promise<Call> {
	const tokens = await provider.accessToken?.(calling(account()));
	return calling(account(tokens?.accessToken));
}

async function send(more: Partial<ReadyMessage> = {}, as?: Call) {
	const message: ReadyMessage = {
		id: uuid(),
		to: ANDROID,
		content: { kind: 'text', text: 'Hello' },
		...more,
	};
	const prepared = prepare(provider, message, new Date());
	if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
	const results = await sendAll(
		provider,
		as ?? (await signedIn()),
		[prepared.message],
		pace,
		clock,
	);
	return results.get(message.id);
}

const carried = Object.entries(samples).filter(
	([name, { needs }]) =>
		carries(provider.profile, needs) && !/raw|provider options|from|expiresAt/.test(name),
);

it.each(carried)('%s: taken', async (_name, { message }) => {
	const result = await send({ ...message, id: uuid(), to: ANDROID });
	expect(result).toMatchObject({ status: 'accepted' });
	expect(await oracle('google-rbm')).toMatchObject([{ id: uuid(), to: ANDROID }]);
});

it('an uploaded file is sent by its name', async () => {
	const as = await signedIn();
	const bytes = Buffer.from([0xff, 0xd8, 0xff]);
	const thumbnail = await provider.upload?.(as, { bytes, mimeType: 'image/jpeg' });
	const video = await provider.upload?.(as, { url: 'https://cdn.example.com/a.mp4' });
	const file = { url: video?.url ?? '', thumbnailUrl: thumbnail?.url ?? '' };
	expect(await send({ content: { kind: 'file', file } }, as)).toMatchObject({ status: 'accepted' });
});

it('raw content and provider options are what Google reads', async () => {
	const content = { kind: 'raw', payload: { text: 'as it is' } } as const;
	const taken = await send({ content, providerOptions: { messageTrafficType: 'PROMOTION' } });
	expect(taken).toMatchObject({ status: 'accepted' });
	const wrong = await send({ id: uuid(2), providerOptions: { colour: 'red' } });
	expect(wrong).toMatchObject({
		status: 'rejected',
		error: { category: 'validation', problems: [{ path: 'colour' }] },
	});
});

it.each(['resetAfter', 'resetBefore'])(
	'a lost answer (%s) is followed by the same send, and the person gets one message',
	async (kind) => {
		const path = '/v1/phones';
		await call('POST', '/sandbox/faults', { provider: 'google-rbm', kind, path });
		expect(await send()).toMatchObject({ status: 'accepted' });
		expect(await oracle('google-rbm')).toMatchObject([{ id: uuid() }]);
	},
);

it('a phone without RCS is refused at once, and an agent that is not launched too', async () => {
	expect(await send({ to: SMS_ONLY })).toMatchObject({
		status: 'rejected',
		error: { category: 'notReachable', advice: expect.stringContaining('SMS') },
	});
	await call('PUT', `${CONSOLE}/launch`, { state: 'PENDING' });
	expect(await send()).toMatchObject({ status: 'rejected', error: { category: 'permission' } });
});

it('another key gets no token', async () => {
	const stranger = account();
	const auth = { ...demoAccount, kind: 'serviceAccount', clientEmail: 'x@example.com' } as const;
	const settings = { ...stranger, auth: { ...auth, tokenUrl: `${url()}/google-rbm/token` } };
	await expect(provider.accessToken?.(calling(settings))).rejects.toMatchObject({
		detail: { category: 'auth', code: 'invalid_grant' },
	});
	expect(await send({}, calling(settings))).toMatchObject({ error: { category: 'auth' } });
});

it('capabilities one by one and in bulk', async () => {
	const as = await signedIn();
	const few = await checkAll(provider, as, [ANDROID, SMS_ONLY], pace, clock);
	expect([...few.values()]).toMatchObject([
		{ result: { reachable: 'yes', features: expect.arrayContaining(['RICHCARD_CAROUSEL']) } },
		{ result: { reachable: 'no' } },
	]);
	const others = Array.from(
		{ length: 600 },
		(_, i) => `+4477009${String(i + 100).padStart(5, '0')}`,
	);
	const many = await checkAll(provider, as, [...others, ANDROID], pace, clock);
	expect(many.get(ANDROID)).toMatchObject({ result: { reachable: 'yes' } });
	expect(many.get('+447700900100')).toMatchObject({ result: { reachable: 'no' } });
});

it('testers, signals and revoking', async () => {
	const as = await signedIn();
	expect(await provider.testNumbers?.add?.(as, ANDROID)).toMatchObject({ status: 'PENDING' });
	await provider.event?.(as, { to: ANDROID, type: 'typing' });
	await provider.event?.(as, { to: ANDROID, type: 'read', messageId: 'in-1' });
	await send({ to: OFFLINE }, as);
	await provider.revoke?.(as, { id: uuid(), to: OFFLINE });
	expect(await oracle('google-rbm')).toMatchObject([{ state: 'revoked' }]);
});

describe('webhooks', () => {
	const events: RcsEvent[] = [];

	beforeEach(async () => {
		events.length = 0;
		receiver.answer = (delivery) => {
			const settings = account();
			const reply = provider.webhook.handshake?.(delivery, settings);
			if (reply) return reply;
			const verdict = provider.webhook.verify(delivery, settings, new Date());
			if (verdict.verified !== 'ok') return { status: 401, body: '' };
			events.push(...provider.webhook.parse(delivery));
			return undefined;
		};
		const settings = { url: receiver.url(), clientToken: CLIENT_TOKEN };
		expect((await call('PUT', `${CONSOLE}/webhook`, settings)).status).toBe(200);
	});

	const told = (type: string) =>
		until(() => events.find((event) => event.type === type), `an event of type ${type}`);

	it('tell the way of a message and what the person answers', async () => {
		const suggestions = [{ type: 'reply', text: 'Yes', postbackData: 'yes' } as const];
		await send({ content: { kind: 'text', text: 'Well?', suggestions } });
		expect(await told('message.read')).toMatchObject({ messageId: uuid(), user: ANDROID });
		await call('POST', `/sandbox/phones/${ANDROID}/tap`, { messageId: uuid(), suggestionIndex: 0 });
		expect(await told('message.replied')).toMatchObject({ postbackData: 'yes', agent: AGENT });
	});

	it.each([false, true])(
		'tell whether an SMS is safe (revoking fails: %p)',
		async (revokeFails) => {
			await call('PUT', `${CONSOLE}/expiry`, { revokeFails });
			await send({ to: OFFLINE, validity: { seconds: 2 } });
			expect(await told('message.expired')).toMatchObject({
				messageId: uuid(),
				safeToFallBack: !revokeFails,
				error: { category: 'expired' },
			});
		},
	);

	it('an opt-out in the menu is told by its event and by its text', async () => {
		await send();
		await call('POST', `/sandbox/phones/${ANDROID}/subscription`, { subscribed: false });
		await until(() => events.filter(({ type }) => type === 'user.optedOut').length === 2);
		const ids = events.filter(({ type }) => type === 'user.optedOut').map(({ eventId }) => eventId);
		expect(new Set(ids).size).toBe(2);
	});
});
