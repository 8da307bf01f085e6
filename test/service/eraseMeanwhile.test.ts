import { settle } from '../../service/sync/settle';
import { startTestService, type TestService } from './support/world';

const phone = '+447700900123';

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

test('a person is erased while nobody in the CRM is found for the number', async () => {
	const { store } = service.service;
	await store.query(
		"insert into rcs.outbox (connection, phone, item) values ('crm', $1, 'consent')",
		[phone],
	);
	expect(await service.post('/v1/consent/erase', { phone })).toMatchObject({ status: 200 });
	const rows = [{ phone, item: 'consent', urgent: false, event: null }];
	const outcome = { phone, status: 'unmatched' as const, records: [], failures: [] };
	await store.transaction((sql) => settle(sql, 'crm', rows, [outcome]));
	expect(await store.query('select phone from rcs.dead_letters where phone = $1', [phone])).toEqual(
		[],
	);
});
