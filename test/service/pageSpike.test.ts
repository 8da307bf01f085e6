import { providerFailures } from '../../service/page/failures';
import { isSpike } from '../../service/page/spike';
import { addMessages, type PageRow } from './support/pageRows';
import { startTestService, type TestService } from './support/world';

describe('an alert of failures', () => {
	const usual = { failed: 20, all: 1000 };

	it.each([
		['much more than usual', { failed: 20, all: 100 }, true],
		['the usual', { failed: 20, all: 1000 }, false],
		['too few to tell', { failed: 9, all: 10 }, false],
		['three times the usual, but not five points above it', { failed: 66, all: 1000 }, false],
		['just enough', { failed: 70, all: 1000 }, true],
	])('with %s', (_what, hour, spike) => {
		expect(isSpike({ hour, usual })).toBe(spike);
	});

	it.each([
		[{ failed: 20, all: 100 }, true],
		[{ failed: 19, all: 100 }, false],
	])('without anything usual: %j', (hour, spike) => {
		expect(isSpike({ hour, usual: { failed: 0, all: 10 } })).toBe(spike);
	});
});

describe('the rates of failures', () => {
	const now = '2026-11-20T12:00:00Z';
	const hoursAgo = (hours: number) => new Date(Date.parse(now) - hours * 3600_000).toISOString();
	const sent = (id: string, hours: number, more: Partial<PageRow> = {}): PageRow => ({
		message_id: id,
		sent_at: hoursAgo(hours),
		...more,
	});
	let service: TestService;
	beforeAll(async () => {
		service = await startTestService();
		await addMessages(service.service.store, [
			sent('new', 0.5),
			sent('failed now', 0.6, { state: 'failed', failed_at: hoursAgo(0.5) }),
			sent('sent weeks ago, failed now', 400, { state: 'failed', failed_at: hoursAgo(0.5) }),
			sent('yesterday', 30),
			sent('failed yesterday', 30, { state: 'failed', failed_at: hoursAgo(29) }),
			sent('long ago', 400, { state: 'failed', failed_at: hoursAgo(399) }),
			sent('elsewhere', 0.5, { provider: 'seven' }),
		]);
	});
	afterAll(() => service.stop());

	it('count a message when it was sent and when it failed', async () => {
		expect(await providerFailures(service.service.store, now)).toEqual([
			{
				provider: 'infobip',
				hour: { failed: 2, all: 3 },
				usual: { failed: 1, all: 2 },
				spike: false,
			},
			{
				provider: 'seven',
				hour: { failed: 0, all: 1 },
				usual: { failed: 0, all: 0 },
				spike: false,
			},
		]);
	});
});
