import { lagSamples, sampleLag } from '../../service/page/lag';
import { startTestService, type TestService } from './support/world';

const now = '2026-11-20T12:00:30Z';
const later = (ms: number) => new Date(Date.parse(now) + ms).toISOString();
const range = {
	from: '2026-11-20T11:00:00Z',
	to: '2026-11-20T13:00:00Z',
	zone: 'UTC',
};

describe('samples of how far CRMs are behind', () => {
	let service: TestService;
	beforeAll(async () => {
		service = await startTestService();
	});
	afterAll(() => service.stop());

	it('are of the oldest row that waits, once a minute however many processes there are', async () => {
		const { store } = service.service;
		await store.query(
			`insert into rcs.outbox (connection, phone, item, dead, added_at) values
				('crm', '+447700900001', 'event:1', false, '2026-11-20T12:00:00Z'),
				('crm', '+447700900002', 'event:2', false, '2026-11-20T12:00:20Z'),
				('crm', '+447700900003', 'event:3', true, '2026-11-19T12:00:00Z'),
				('all dead', '+447700900003', 'event:3', true, '2026-11-19T12:00:00Z')`,
		);
		await sampleLag(store, ['crm', 'all dead', 'idle'], now);
		await sampleLag(store, ['crm'], later(5000));
		const nothing = { at: '2026-11-20T12:00:00.000Z', lagSeconds: 0, waiting: 0 };
		expect(await lagSamples(store, range)).toEqual([
			{ ...nothing, connection: 'all dead' },
			{ ...nothing, connection: 'crm', lagSeconds: 30, waiting: 2 },
			{ ...nothing, connection: 'idle' },
		]);
	});

	it('are the worst of each stretch where the time is long', async () => {
		const { store } = service.service;
		await sampleLag(store, ['crm'], later(60_000));
		const month = { ...range, from: '2026-10-21T12:00:00Z' };
		const samples = await lagSamples(store, month);
		expect(samples.find(({ connection }) => connection === 'crm')).toMatchObject({
			lagSeconds: 90,
		});
		expect(samples).toHaveLength(3);
	});
});
