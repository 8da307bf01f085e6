import type { ReadyMessage } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { agileTelecom } from '../../core/providers/agile-telecom';
import { prepare } from '../../core/send';
import { sendAll } from '../../core/sendAll';
import type { ProviderSettings } from '../../core/settings';
import { useAgileTelecom } from './agileTelecomWorld';
import { fetchHttp } from './fetchHttp';
import { ANDROID, SMS_ONLY, useReceiver } from './world';
import { until } from '../until';

/** The adapter and the emulator, written apart, over real HTTP. */

const { call, url, dashboard, oracle } = useAgileTelecom();
const receiver = useReceiver();
const provider: Provider = agileTelecom;
const clock = { now: () => Date.now(), wait: async () => Promise.resolve() };

const account = (more: Partial<ProviderSettings> = {}): ProviderSettings => ({
	baseUrl: `${url()}/agile-telecom`,
	agent: '10',
	auth: { kind: 'apiKey', apiKey: 'sandbox-agile-key' },
	options: { smsSender: 'SHOP' },
	webhook: { secret: 'url-token' },
	...more,
});

const calling = (settings: ProviderSettings) => ({
	http: fetchHttp(provider, settings),
	settings,
	now: new Date(),
	newId: () => 'new-id',
});

async function send(more: Partial<ReadyMessage>, settings = account()) {
	const message = {
		id: 'm1',
		to: ANDROID,
		content: { kind: 'text', text: 'Ciao' },
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
const suggestions: ReadyMessage['content'] = {
	kind: 'text',
	text: 'Ciao',
	suggestions: [
		{ type: 'reply', text: 'Si', postbackData: 'yes' },
		{ type: 'openUrl', text: 'Apri', url: 'https://example.com' },
		{ type: 'dial', text: 'Chiama', phoneNumber: '+15550100123' },
		{ type: 'viewLocation', text: 'Qui', latitude: 45.4642, longitude: -9.19, label: 'Negozio' },
		{ type: 'viewLocationQuery', text: 'Cerca', query: 'Via Roma 1' },
		{ type: 'calendar', text: 'Salva', title: 'Saldi', startTime: start, endTime: end },
	],
};
const card = {
	title: 'Mug',
	media: { url: 'https://example.com/a.jpg', height: 'tall' },
	suggestions: [{ type: 'reply', text: 'Si' }],
} as const;

describe.each(['flat', 'nested'] as const)('an account of the %s form takes', (bodyStyle) => {
	const contents: [string, ReadyMessage['content']][] = [
		['all suggestions', suggestions],
		['a card', { kind: 'card', card: { ...card, suggestions: [...card.suggestions] } }],
		['a carousel', { kind: 'carousel', cards: [{ title: 'One' }, { title: 'Two' }] }],
		['a template', { kind: 'template', id: '42', variables: { nome: 'Mario' } }],
	];
	it.each(contents)('%s', async (_name, content) => {
		await dashboard('account', { bodyStyle });
		const settings = account({ options: { bodyStyle } });
		expect(await send({ content }, settings)).toMatchObject({ status: 'accepted' });
		expect(await oracle('agile-telecom')).toMatchObject([{ id: 'm1' }]);
	});
});

it('every option and fallback is taken', async () => {
	const result = await send({
		schedule: { at: start },
		correlation: { campaignId: 'spring' },
		notify: { enabled: true },
		fallback: [
			{ channel: 'whatsapp', senderId: '77', templateId: '42' },
			{ channel: 'sms', text: 'Ciao', maxParts: 1 },
		],
	});
	expect(result).toMatchObject({ status: 'accepted' });
});

it('the other form is refused, with the advice to change it', async () => {
	await dashboard('account', { bodyStyle: 'nested' });
	expect(await send({})).toMatchObject({
		status: 'rejected',
		error: { httpStatus: 400, advice: expect.stringContaining('Body Style') },
	});
});

it('what only the SMS took is accepted by SMS', async () => {
	await dashboard('account', { agentActive: false });
	expect(await send({ fallback: [{ channel: 'sms', text: 'Ciao' }] })).toMatchObject({
		status: 'accepted',
		channel: 'sms',
	});
});

describe('when the connection is cut', () => {
	const fault = (kind: string, path: string) =>
		call('POST', '/sandbox/faults', { provider: 'agile-telecom', kind, path });

	it('after the message was taken, it is looked up and sent once', async () => {
		await fault('resetAfter', '/api/message-server');
		expect(await send({})).toMatchObject({ status: 'accepted', lookedUp: true });
		expect(await oracle('agile-telecom')).toHaveLength(1);
	});

	it('before it was taken, its outcome is unknown and it is not sent again', async () => {
		await fault('resetBefore', '/api/message-server');
		expect(await send({})).toMatchObject({ status: 'unknown' });
		expect(await oracle('agile-telecom')).toEqual([]);
	});

	it('and the look-up fails too, its outcome is unknown', async () => {
		await fault('resetAfter', '/api/message-server');
		await fault('status', '/api/partner-gateway');
		expect(await send({})).toMatchObject({ status: 'unknown' });
		expect(await oracle('agile-telecom')).toHaveLength(1);
	});
});

it('its callbacks are verified by the token in their URL, and read', async () => {
	await dashboard('webhook', { url: receiver.url('/hook?token=url-token') });
	await send({ to: SMS_ONLY, fallback: [{ channel: 'sms', text: 'Ciao' }] });
	await until(() => receiver.got.length === 2);
	await call('POST', `/sandbox/phones/${SMS_ONLY}/text`, { text: 'STOP' });
	await until(() => receiver.got.length === 3);
	const deliveries = receiver.got.map(({ path, raw }) => ({
		method: 'POST',
		url: `https://hooks.example.com${path}`,
		headers: {},
		body: Buffer.from(raw),
		receivedAt: new Date().toISOString(),
	}));
	const verdicts = deliveries.map((delivery) =>
		provider.webhook.verify(delivery, account(), new Date()),
	);
	expect(verdicts).toEqual([{ verified: 'ok' }, { verified: 'ok' }, { verified: 'ok' }]);
	expect(deliveries.flatMap((delivery) => provider.webhook.parse(delivery))).toMatchObject([
		{ type: 'message.failed', channel: 'rcs', messageId: 'm1', user: SMS_ONLY },
		{ type: 'message.delivered', channel: 'sms', messageId: 'm1', user: SMS_ONLY },
		{ type: 'user.optedOut', user: SMS_ONLY, keyword: 'STOP' },
	]);
});

it('the status of a message is found, and that of another is not', async () => {
	await send({});
	const known = await provider.status?.(calling(account()), [{ id: 'm1' }, { id: 'never-sent' }]);
	expect(known).toMatchObject([{ id: 'm1', channel: 'rcs' }]);
});

it('a file that a person sent has an address', async () => {
	await send({});
	await dashboard('webhook', { url: receiver.url() });
	const file = { url: 'https://example.com/a.mp4', name: 'a.mp4', mimeType: 'video/mp4', bytes: 9 };
	await call('POST', `/sandbox/phones/${ANDROID}/file`, file);
	const video = await until(() => receiver.got.find(({ body }) => body['messageType'] === 'VIDEO'));
	const key = String(video.body['mediaKey']);
	expect(await provider.media?.(calling(account()), key)).toEqual({ url: file.url });
});

it('a template is created, sent and filled', async () => {
	const content = { kind: 'text', text: 'Ciao {{nome}}' } as const;
	const draft = { name: 'Saluto', carriers: [], content };
	const template = await provider.templates?.create?.(calling(account()), draft);
	expect(template).toMatchObject({ name: 'Saluto', variables: ['nome'] });
	const id = template?.id ?? '';
	await send({ content: { kind: 'template', id, variables: { nome: 'Mario' } } });
	const { body } = await call('GET', `/sandbox/phones/${ANDROID}/messages`);
	expect(body).toMatchObject({ messages: [{ content: { text: 'Ciao Mario' } }] });
});
