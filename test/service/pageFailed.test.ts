import type { RcsEvent } from '../../core/event/types';
import { digest } from '../../service/digest/digest';
import { storeEvents } from '../../service/ingest/storeEvents';
import { channelShares } from '../../service/page/channels';
import { failureCauses, providerFailures } from '../../service/page/failures';
import { funnel } from '../../service/page/funnel';
import { countsOf } from '../../service/sync/counts';
import { startTestService, type TestService } from './support/world';

const PHONE = '+447700900123';
const range = { from: '2026-11-01T00:00:00Z', to: '2026-11-01T10:59:00Z', zone: 'UTC' };
const error = { category: 'provider', retryable: true, message: 'No', advice: 'Wait' } as const;

/** What became of each message, after it was sent. */
const fates: Readonly<Record<string, readonly Partial<RcsEvent>[]>> = {
	'taken back': [{ type: 'message.revoked' }],
	'too late': [{ type: 'message.expired' }],
	'by SMS': [
		{ type: 'message.failed', error },
		{ type: 'message.delivered', channel: 'sms' },
	],
	'by SMS, without a reason': [
		{ type: 'message.fallback', channel: 'sms' },
		{ type: 'message.delivered', channel: 'sms' },
	],
	'there after all': [{ type: 'message.failed', error }, { type: 'message.delivered' }],
};

const events = Object.entries(fates).flatMap(([messageId, fate]) =>
	[{ type: 'message.sent' } as const, ...fate].map((more, i): RcsEvent => ({
		...{ eventId: `${messageId} ${i}`, provider: 'infobip', messageId, user: PHONE, raw: null },
		...{ type: 'unknown', occurredAt: `2026-11-01T10:00:0${i}.000Z`, ...more },
	})),
);

describe('a message has failed when it reached the person over no channel', () => {
	let service: TestService;
	beforeAll(async () => {
		service = await startTestService({ role: 'ingest' });
		const { store } = service.service;
		const stored = await storeEvents(
			store,
			events.map((event) => ({ connection: 'main', event })),
		);
		const seqs = stored.map(({ seq }) => seq);
		await digest(store, [], seqs);
	});
	afterAll(() => service.stop());

	it('in the funnel, by channel, and by cause without those that another channel reached', async () => {
		const { store } = service.service;
		expect(await funnel(store, range)).toMatchObject({ sent: 5, delivered: 3, failed: 2 });
		const { shares } = await channelShares(store, range);
		expect(shares.filter(({ failed }) => failed > 0)).toMatchObject([
			{ rcs: 1, fallback: 2, failed: 2, underWay: 0 },
		]);
		expect((await countsOf(store, [PHONE])).get(PHONE)).toMatchObject({ failedCount: 5 });
		const causes = await failureCauses(store, range);
		expect(causes.map(({ category, count, reached }) => [category, count, reached])).toEqual(
			expect.arrayContaining([
				['revoked', 1, 0],
				['expired', 1, 0],
				['provider', 1, 1],
				['fellBack', 1, 1],
			]),
		);
		expect(causes).toHaveLength(4);
	});

	it('and the alert is of the same messages as the causes', async () => {
		expect(await providerFailures(service.service.store, range.to)).toMatchObject([
			{ hour: { failed: 4, all: 5 } },
		]);
	});
});
