import type { RcsMessage } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { infobip } from '../../core/providers/infobip';
import { prepare } from '../../core/send';
import { sendAll } from '../../core/sendAll';
import type { ProviderSettings } from '../../core/settings';
import { arrived } from '../contract/arrived';
import { fetchHttp } from './fetchHttp';
import { ANDROID, type Received, SMS_ONLY, useReceiver, useSandbox } from './world';
import { until } from '../until';

/** The adapter and the emulator, written apart, over real HTTP. */

const { call, url, oracle } = useSandbox();
const receiver = useReceiver();
const provider: Provider = infobip;
const clock = { now: () => Date.now(), wait: async () => Promise.resolve() };

function calling(more: Partial<ProviderSettings> = {}) {
	const auth = { kind: 'apiKey', apiKey: 'sandbox-infobip-key' } as const;
	const settings = { baseUrl: `${url()}/infobip`, agent: 'DemoShop', auth, ...more };
	return {
		http: fetchHttp(provider, settings),
		settings,
		now: new Date(),
		newId: () => 'new-id',
	};
}

async function send(more: Partial<RcsMessage> = {}, settings?: Partial<ProviderSettings>) {
	const id = more.id ?? 'm1';
	const content = { kind: 'text', text: 'Hello' } as const;
	const prepared = prepare(provider, { to: ANDROID, content, ...more, id }, new Date());
	if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
	const pace = { concurrency: 1, retries: 2 };
	const results = await sendAll(provider, calling(settings), [prepared.message], pace, clock);
	return results.get(id);
}

const eventsIn = (got: readonly Received[]) =>
	got.flatMap(({ raw }) => provider.webhook.parse(arrived(raw)));
const delivered = () =>
	until(
		async () => (await provider.status?.(calling(), [{ id: 'm1' }]))?.[0]?.state === 'delivered',
	);

it('a message whose answer was lost is repeated, and reaches the phone once', async () => {
	await call('POST', '/sandbox/faults', { provider: 'infobip', kind: 'resetAfter', times: 1 });
	expect(await send()).toMatchObject({ status: 'accepted', duplicate: true });
	expect(await oracle('infobip')).toMatchObject([{ id: 'm1' }]);
});

it('its state can be looked up, and what was never sent is not there', async () => {
	await send();
	await delivered();
	const found = await provider.status?.(calling(), [{ id: 'm1' }, { id: 'never' }]);
	expect(found).toMatchObject([{ id: 'm1', state: 'delivered', to: ANDROID, agent: 'DemoShop' }]);
});

it('reports are fetched once, as events', async () => {
	await send({ correlation: { campaignId: 'spring' } });
	await delivered();
	const reports = () => provider.reports?.(calling(), { campaignId: 'spring' });
	expect(await reports()).toMatchObject([
		{ type: 'message.delivered', messageId: 'm1', user: ANDROID, campaignId: 'spring' },
	]);
	expect(await reports()).toEqual([]);
});

it('logs are read page by page', async () => {
	const ids = Array.from({ length: 5 }, (_, i) => `m${i}`);
	for (const id of ids) await send({ id });
	const found = await provider.logs?.(calling(), { messageIds: ids.slice(1), limit: 3 });
	expect(found?.map(({ id }) => id)).toEqual(['m4', 'm3', 'm2']);
	const since = new Date(Date.now() - 60_000).toISOString();
	expect(await provider.logs?.(calling(), { since })).toHaveLength(5);
});

it('a number is checked by webhook', async () => {
	await provider.capabilityByWebhook?.(calling(), [ANDROID, SMS_ONLY], receiver.url());
	await until(() => receiver.got.length === 2);
	expect(eventsIn(receiver.got)).toMatchObject([
		{ type: 'capability.result', capability: { to: ANDROID, reachable: 'yes' } },
		{ type: 'capability.result', capability: { to: SMS_ONLY, reachable: 'no' } },
	]);
});

it('what a person writes is marked as read by the id its event names', async () => {
	await provider.webhook.subscriptions?.create(calling(), {
		id: 'n8n-1',
		url: receiver.url(),
		events: ['message.received', 'message.replied'],
		secret: 'secret',
	});
	await send();
	await delivered();
	await call('POST', `/sandbox/phones/${ANDROID}/text`, { text: 'Is it there?' });
	await until(() => receiver.got.length > 0);
	const [event] = eventsIn(receiver.got);
	const messageId = event?.inboundId ?? '';
	await provider.event?.(calling(), { type: 'read', to: ANDROID, messageId });
	const { body } = await call('GET', `/sandbox/phones/${ANDROID}/messages`);
	expect(JSON.stringify(body)).toContain('seenAt');
	await provider.event?.(calling(), { type: 'typing', to: ANDROID });
});

it('an agent tells where it is launched, and its test numbers', async () => {
	expect(await provider.agents?.list(calling())).toMatchObject([
		{ id: 'DemoShop' },
		{ id: 'NewShop', status: 'READY_FOR_TESTING' },
	]);
	expect(await provider.agents?.get?.(calling(), 'DemoShop')).toMatchObject({
		launches: [
			{ country: 'GB', status: 'COMPLETED' },
			{ country: 'GB', status: 'COMPLETED' },
			{ country: 'US', carrier: 'ATT', status: 'REJECTED', reason: expect.any(String) },
		],
	});
	const lab = calling({ agent: 'NewShop' });
	expect(await provider.testNumbers?.add?.(lab, ANDROID)).toMatchObject({ status: 'PENDING' });
	await until(async () => (await provider.testNumbers?.get?.(lab, ANDROID))?.status === 'APPROVED');
	await provider.testNumbers?.setPrimary?.(lab, ANDROID, true);
	// So that nobody accepts the new invitation.
	await call('PATCH', `/sandbox/phones/${ANDROID}`, { online: false });
	await provider.testNumbers?.refresh?.(lab, ANDROID);
	const invited = expect.stringMatching(/^(PENDING|WAITING_FOR_TESTER_ACCEPTANCE)$/);
	expect(await provider.testNumbers?.list?.(lab)).toMatchObject([
		{ number: ANDROID, status: invited, primary: true },
	]);
	expect(await provider.templates?.carriers?.(lab)).toEqual(['INDIA_VI', 'INDONESIA_TELKOMSEL']);
});

it('what provider options add is as documented', async () => {
	const result = await send({
		fallback: [{ channel: 'sms', text: 'By SMS' }],
		providerOptions: {
			options: {
				smsFailover: {
					validityPeriod: { amount: 2, timeUnit: 'HOURS' },
					regional: { indiaDlt: { principalEntityId: '1101' } },
				},
				schedule: { sendingSpeedLimit: { amount: 10, timeUnit: 'MINUTE' } },
			},
			webhooks: { delivery: { receiveTriggeredFailoverReports: true } },
		},
	});
	expect(result).toMatchObject({ status: 'accepted' });
});
