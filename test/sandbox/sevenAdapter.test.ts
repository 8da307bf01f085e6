import { randomUUID } from 'node:crypto';

import type { ReadyMessage } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { seven as adapter } from '../../core/providers/seven';
import { prepare } from '../../core/send';
import { sendAll } from '../../core/sendAll';
import type { ProviderSettings } from '../../core/settings';
import type { Delivery } from '../../core/webhook/delivery';
import { fetchHttp } from './fetchHttp';
import { SIGNING_KEY, useSeven } from './sevenWorld';
import { ANDROID, OFFLINE, type Received, SMS_ONLY, useReceiver } from './world';
import { until } from '../until';

/** The adapter and the emulator, written apart, over real HTTP. */

const { call, hook, url, oracle } = useSeven(200);
const receiver = useReceiver();
const provider: Provider = adapter;
const clock = { now: () => Date.now(), wait: async () => Promise.resolve() };

const account = (more: Partial<ProviderSettings> = {}): ProviderSettings => ({
	baseUrl: `${url()}/seven/api`,
	agent: 'DemoCafe',
	auth: { kind: 'apiKey', apiKey: 'sandbox-seven-key' },
	webhook: { secret: SIGNING_KEY },
	...more,
});

const calling = (settings = account()) => ({
	http: fetchHttp(provider, settings),
	settings,
	now: new Date(),
	newId: () => randomUUID(),
});

async function send(more: Partial<ReadyMessage> = {}, settings = account()) {
	const message = {
		id: 'm1',
		to: ANDROID,
		content: { kind: 'text', text: 'Hello' },
		...more,
	} as const;
	const prepared = prepare(provider, message, new Date());
	if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
	const pace = { concurrency: 1, retries: 2 };
	const results = await sendAll(provider, calling(settings), [prepared.message], pace, clock);
	return results.get('m1');
}

const start = new Date(Date.now() + 86_400_000).toISOString();
const end = new Date(Date.now() + 90_000_000).toISOString();
const suggestions: NonNullable<Extract<ReadyMessage['content'], { kind: 'text' }>['suggestions']> =
	[
		{ type: 'reply', text: 'Yes', postbackData: 'yes' },
		{ type: 'openUrl', text: 'Open', url: 'https://example.com', webview: 'half' },
		{ type: 'dial', text: 'Call', phoneNumber: '+15550100123' },
		{ type: 'viewLocation', text: 'Here', latitude: 51.4779, longitude: -0.0015, label: 'Shop' },
		{ type: 'viewLocationQuery', text: 'Find', query: 'Greenwich' },
		{ type: 'shareLocation', text: 'Share' },
		{ type: 'calendar', text: 'Save', title: 'Sale', startTime: start, endTime: end },
	];
const media = { url: 'https://example.com/a.jpg' };
const card = { title: 'Mug', media: { ...media, height: 'tall' as const } };

describe('what the adapter writes is taken', () => {
	it.each<[string, ReadyMessage['content']]>([
		['a text', { kind: 'text', text: 'Hello' }],
		['all suggestions', { kind: 'text', text: 'Hello', suggestions }],
		['a file', { kind: 'file', file: media }],
		['a card', { kind: 'card', orientation: 'horizontal', card, suggestions }],
		['a carousel', { kind: 'carousel', cards: [card, { title: 'Two' }] }],
	])('%s', async (_name, content) => {
		expect(await send({ content })).toMatchObject({ status: 'accepted' });
		expect(await oracle('seven')).toMatchObject([{ kind: content.kind, to: ANDROID }]);
	});

	it('every option and the fallback, signed', async () => {
		const options = { signRequests: { key: SIGNING_KEY } };
		const more: Partial<ReadyMessage> = {
			schedule: { at: start },
			validity: { seconds: 90 },
			tracking: { clicks: true, shortenUrls: true },
			correlation: { label: 'spring' },
			fallback: [{ channel: 'sms', text: 'By SMS', from: 'Shop' }],
		};
		expect(await send(more, account({ options }))).toMatchObject({ status: 'accepted' });
		const wrong = account({ options: { signRequests: { key: 'other' } } });
		expect(await send({ id: 'm1', ...more }, wrong)).toMatchObject({ error: { code: '900' } });
		expect(await oracle('seven')).toHaveLength(1);
	});
});

it('an answer of 200 that refuses is a refusal', async () => {
	expect(await send({ from: 'OtherAgent' })).toMatchObject({
		status: 'rejected',
		error: { category: 'configuration', code: '306' },
	});
	const auth = { kind: 'apiKey', apiKey: 'wrong' } as const;
	expect(await send({}, account({ auth }))).toMatchObject({
		error: { category: 'auth', code: '900' },
	});
	expect(await oracle('seven')).toEqual([]);
});

describe('when the connection is cut', () => {
	const fault = (kind: string) =>
		call('POST', '/sandbox/faults', { provider: 'seven', kind, path: '/api/rcs/messages' });

	it('after the message was taken, its outcome is unknown and it is not sent again', async () => {
		await fault('resetAfter');
		expect(await send()).toMatchObject({ status: 'unknown' });
		expect(await oracle('seven')).toHaveLength(1);
	});

	it('before it was taken, nobody can tell either, and it is not sent again', async () => {
		await fault('resetBefore');
		expect(await send()).toMatchObject({ status: 'unknown' });
		expect(await oracle('seven')).toEqual([]);
	});
});

describe('operations', () => {
	it('a message is revoked by the id that seven gave, and its status tells so', async () => {
		const result = await send({ to: OFFLINE });
		if (result?.status !== 'accepted') throw new Error('The message was not accepted');
		const id = result.providerMessageId ?? '';
		await provider.revoke?.(calling(), { id, to: OFFLINE });
		expect(await oracle('seven')).toMatchObject([{ id, state: 'revoked' }]);
		expect(await provider.status?.(calling(), [{ id }, { id: '1' }])).toMatchObject([
			{ id, state: 'failed' },
		]);
	});

	it('phones are looked up, one or several', async () => {
		expect(await provider.capability?.(calling(), [SMS_ONLY])).toMatchObject([
			{ to: SMS_ONLY, reachable: 'no', features: [] },
		]);
		expect(await provider.capability?.(calling(), [SMS_ONLY, ANDROID])).toMatchObject([
			{ to: SMS_ONLY, reachable: 'no' },
			{ to: ANDROID, reachable: 'yes', features: expect.arrayContaining(['ACTION_DIAL']) },
		]);
	});

	it('the agent types', async () => {
		await provider.event?.(calling(), { type: 'typing', to: ANDROID });
		const read = provider.event?.(calling(), { type: 'read', to: ANDROID, messageId: '1' });
		await expect(read).rejects.toMatchObject({ detail: { code: '901' } });
	});

	it('agents are listed', async () => {
		expect(await provider.agents?.list(calling())).toMatchObject([{ id: 'DemoCafe' }]);
	});
});

describe('webhooks', () => {
	const own = 'made-at-registration';
	const deliveryOf = ({ path, headers, raw }: Received): Delivery => ({
		method: 'POST',
		url: receiver.url(path),
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name, String(value)]),
		),
		body: Buffer.from(raw),
		receivedAt: new Date().toISOString(),
	});
	const events = () => receiver.got.map(deliveryOf).flatMap((one) => provider.webhook.parse(one));

	/** Registers as RCS Trigger does, and tells what then proves a webhook. */
	async function register(): Promise<ProviderSettings> {
		const { create, proof } = provider.webhook.subscriptions ?? {};
		await create?.(calling(), {
			id: 'trigger-1',
			url: receiver.url('/hook?a=b'),
			events: ['message.delivered', 'message.replied', 'message.clicked'],
			secret: own,
		});
		return account({ webhook: { ...account().webhook, ...proof?.(account(), own) } });
	}

	it('that the adapter registered are verified and read', async () => {
		const settings = await register();
		const link = { type: 'openUrl', text: 'Open', url: 'https://example.com' } as const;
		const yes = { type: 'reply', text: 'Yes', postbackData: 'yes' } as const;
		const content = { kind: 'text' as const, text: 'Hello', suggestions: [yes, link] };
		const sent = await send({ content, tracking: { clicks: true } });
		if (sent?.status !== 'accepted') throw new Error('The message was not accepted');
		await until(() => receiver.got.length === 2);
		const phone = `/sandbox/phones/${ANDROID}`;
		const messageId = sent.providerMessageId;
		const theirs = { providerMessageId: messageId };
		await call('POST', `${phone}/tap`, { messageId, suggestionIndex: 0 });
		await call('POST', `${phone}/tap`, { messageId, suggestionIndex: 1 });
		await call('POST', `${phone}/text`, { text: 'STOP' });
		await until(() => receiver.got.length === 6);
		const verdicts = receiver.got.map((received) =>
			provider.webhook.verify(deliveryOf(received), settings, new Date()),
		);
		expect(new Set(verdicts.map(({ verified }) => verified))).toEqual(new Set(['ok']));
		expect(events()).toMatchObject([
			{ type: 'message.delivered', messageId: 'm1', ...theirs, channel: 'rcs', user: ANDROID },
			{ type: 'message.read', messageId: 'm1', ...theirs },
			{ type: 'message.replied', text: 'Yes', postbackData: 'yes', user: ANDROID },
			{ type: 'message.clicked', text: 'Open' },
			{ type: 'message.clicked', url: 'https://example.com', ...theirs },
			{ type: 'user.optedOut', keyword: 'STOP', agent: 'DemoCafe' },
		]);
	});

	it('are refused when a byte changed', async () => {
		const settings = await register();
		await send();
		const delivery = deliveryOf(await until(() => receiver.got[0]));
		// A webhook on its way would reach the next test.
		await until(() => receiver.got.length === 2);
		const forged = { ...delivery, body: Buffer.from(`${String(delivery.body)} `) };
		const verdict = provider.webhook.verify(forged, settings, new Date());
		expect(verdict).toMatchObject({ verified: 'failed' });
	});

	it('tell by which SMS a message arrived', async () => {
		await register();
		await send({ to: SMS_ONLY, fallback: [{ channel: 'sms', text: 'By SMS' }] });
		await until(() => receiver.got.length === 2);
		expect(events()).toMatchObject([
			{ type: 'message.sent', channel: 'sms', messageId: 'm1' },
			{ type: 'message.delivered', channel: 'sms', messageId: 'm1' },
		]);
	});

	it('STOP by SMS is an opt-out', async () => {
		const settings = await register();
		await call('POST', `/sandbox/phones/${SMS_ONLY}/text`, { text: 'STOP', agent: 'DemoCafe' });
		const delivery = deliveryOf(await until(() => receiver.got[0]));
		expect(provider.webhook.verify(delivery, settings, new Date())).toEqual({ verified: 'ok' });
		expect(events()).toMatchObject([
			{ type: 'user.optedOut', channel: 'sms', user: SMS_ONLY, keyword: 'STOP' },
		]);
	});

	it('of a hook made by hand, which sends forms, are verified and read', async () => {
		await hook(receiver.url('/hook'), { request_method: 'POST' });
		await send();
		await call('POST', `/sandbox/phones/${ANDROID}/text`, { text: 'a=b & [c]' });
		await until(() => receiver.got.length === 3);
		const verdicts = receiver.got.map((received) =>
			provider.webhook.verify(deliveryOf(received), account(), new Date()),
		);
		expect(new Set(verdicts.map(({ verified }) => verified))).toEqual(new Set(['ok']));
		const said = events().find(({ text }) => text !== undefined);
		expect(said).toMatchObject({ text: 'a=b & [c]', user: ANDROID, agent: 'DemoCafe' });
		expect(events().map(({ messageId }) => messageId)).toContain('m1');
	});

	it('hooks are listed and removed, and registering again leaves one', async () => {
		await register();
		await register();
		const { list, remove } = provider.webhook.subscriptions ?? {};
		const found = (await list?.(calling())) ?? [];
		expect(found).toMatchObject([{ id: '2', url: receiver.url('/hook?a=b') }]);
		await remove?.(calling(), found[0]?.id ?? '');
		expect(await list?.(calling())).toEqual([]);
	});
});
