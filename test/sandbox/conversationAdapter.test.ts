import type { FormContent, RcsMessage, ReadyMessage } from '../../core/message/types';
import type { SendResult } from '../../core/provider';
import { conversation } from '../../core/providers/conversation';
import { prepare } from '../../core/send';
import { sendAll } from '../../core/sendAll';
import { carries, samples } from '../fixtures/messages';
import { fetchHttp } from './fetchHttp';
import { ANDROID, SMS_ONLY, useReceiver, useSandbox } from './world';
import { until } from '../until';

const { call, oracle, url } = useSandbox();
const receiver = useReceiver();
const secret = 's3cret';

function ready(message: RcsMessage, id = 'm1'): ReadyMessage {
	const prepared = prepare(conversation, { ...message, id }, new Date());
	if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
	return prepared.message;
}

const hello = { to: ANDROID, content: { kind: 'text', text: 'Hello' } } as const;

/** Sends over real HTTP; waits take no time and are written down. */
async function send(
	...messages: ReadyMessage[]
): Promise<{ results: SendResult[]; waits: number[] }> {
	const auth = { kind: 'bearer', token: 'sandbox-conversation-token' } as const;
	const settings = { baseUrl: `${url()}/conversation`, auth };
	const http = fetchHttp(conversation, settings);
	const waits: number[] = [];
	const clock = {
		now: Date.now,
		wait: (ms: number) => {
			waits.push(ms);
			return Promise.resolve();
		},
	};
	const pace = { concurrency: 4, retries: 3 };
	const results = await sendAll(
		conversation,
		{ http, settings, newId: () => 'new-id' },
		messages,
		pace,
		clock,
	);
	return { results: [...results.values()], waits };
}

const fault = (order: object) =>
	call('POST', '/sandbox/faults', { provider: 'conversation', path: '/v1/messages', ...order });

const carried = Object.entries(samples).filter(
	([name, { needs }]) => carries(conversation.profile, needs) && !/raw|provider options/.test(name),
);

it.each(carried)('takes what the adapter makes of %s', async (_name, { message }) => {
	const { results } = await send(ready({ ...message, to: ANDROID }));
	expect(results).toMatchObject([{ status: 'accepted' }]);
	await until(async () => (await oracle('conversation'))[0]?.['state'] === 'read');
});

describe('when a connection is lost', () => {
	it('after the message was taken: the outcome is unknown, and it is never sent twice', async () => {
		await fault({ kind: 'resetAfter' });
		const { results, waits } = await send(ready(hello));
		expect(results).toMatchObject([{ status: 'unknown', error: { category: 'unknownOutcome' } }]);
		expect(waits).toEqual([]);
		expect(await oracle('conversation')).toHaveLength(1);
	});

	it('before: the outcome is as unknown, and nothing was sent', async () => {
		await fault({ kind: 'resetBefore' });
		expect((await send(ready(hello))).results).toMatchObject([{ status: 'unknown' }]);
		expect(await oracle('conversation')).toEqual([]);
	});
});

it('waits 5 and 30 seconds while the service is busy, and sends once', async () => {
	await fault({ kind: 'status', status: 503, times: 2 });
	const { results, waits } = await send(ready(hello));
	expect(results).toMatchObject([{ status: 'accepted' }]);
	expect(waits).toEqual([5000, 30_000]);
	expect(await oracle('conversation')).toHaveLength(1);
});

it('flags for review what is refused after 5 seconds, 30 seconds and 5 minutes', async () => {
	await fault({ kind: 'status', status: 503, times: 4 });
	const { results, waits } = await send(ready(hello));
	expect(results).toMatchObject([{ status: 'rejected', needsReview: true }]);
	expect(waits).toEqual([5000, 30_000, 300_000]);
});

it('names the fields the service refuses', async () => {
	const odd = ready({ ...hello, providerOptions: { message: { colour: 'red' } } });
	expect((await send(odd)).results).toMatchObject([
		{
			status: 'rejected',
			error: {
				category: 'validation',
				message: expect.stringContaining('colour'),
				problems: [{ path: expect.stringContaining('message') }],
			},
		},
	]);
});

it('a used id is refused, not taken for an earlier success: the guide does not say whose it was', async () => {
	await send(ready(hello));
	expect((await send(ready(hello))).results).toMatchObject([
		{ status: 'rejected', error: { category: 'duplicate' } },
	]);
	expect(await oracle('conversation')).toHaveLength(1);
});

describe('webhooks', () => {
	const settings = { webhook: { secret, maxAgeSeconds: 60 } };

	function events() {
		const now = new Date();
		return receiver.got.flatMap(({ raw, headers }) => {
			const delivery = {
				method: 'POST',
				url: receiver.url(),
				headers: { 'x-signature': String(headers['x-signature']) },
				body: Buffer.from(raw),
				receivedAt: now.toISOString(),
			};
			expect(conversation.webhook.verify(delivery, settings, now)).toEqual({ verified: 'ok' });
			return conversation.webhook.parse(delivery);
		});
	}
	const untilTold = (type: string) => until(() => events().some((event) => event.type === type));

	beforeEach(() =>
		call('PUT', '/sandbox/console/conversation/webhook', { url: receiver.url(), secret }),
	);

	it('are believed and understood: a form is filled in, from the first state to the answers', async () => {
		const content: FormContent = {
			kind: 'form',
			title: 'Book a visit',
			fields: [{ name: 'day', label: 'Which day?', type: 'date', required: true }],
			postbackData: 'visit',
		};
		await send(ready({ to: ANDROID, content }));
		await untilTold('message.read');
		const values = { day: '2030-02-01' };
		await call('POST', `/sandbox/phones/${ANDROID}/form`, { messageId: 'm1', values });
		await call('POST', `/sandbox/phones/${ANDROID}/text`, { text: 'STOP' });
		await untilTold('user.optedOut');
		expect(events().map(({ type }) => type)).toEqual([
			'message.queued',
			'message.sent',
			'message.delivered',
			'message.read',
			'message.replied',
			'user.optedOut',
		]);
		expect(events()[4]).toMatchObject({
			user: ANDROID,
			messageId: 'm1',
			form: values,
			postbackData: 'visit',
		});
	});

	it('tell a fallback, and a failure with its reason', async () => {
		const fallback = [{ channel: 'sms' as const, text: 'Plain' }];
		await send(ready({ ...hello, to: SMS_ONLY, fallback }));
		await untilTold('message.fallback');
		const card = { kind: 'card', card: { title: 'Mug' } } as const;
		await send(ready({ to: SMS_ONLY, content: card }, 'm2'));
		await untilTold('message.failed');
		expect(events().at(-1)).toMatchObject({
			messageId: 'm2',
			safeToFallBack: true,
			error: { category: 'notReachable', message: "Device doesn't support RCS" },
		});
	});
});
