import { settle } from '../../service/sync/settle';
import { startTestService, type TestService } from './support/world';

const phone = '+447700900123';

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

test.each([
	['an opt-in', 'statement:1', false, []],
	['an opt-out', 'statement:1', true, ['crm']],
	['an opt-out of another number', 'own:1', true, ['crm']],
])(
	'a person is erased while %s finds nobody in the CRM',
	async (_name, item, urgent, stillToTell) => {
		const { store } = service.service;
		await store.query(
			"insert into rcs.outbox (connection, phone, item, urgent) values ('crm', $1, $2, $3)",
			[phone, item, urgent],
		);
		expect(await service.post('/v1/consent/erase', { phone })).toMatchObject({
			status: 200,
			body: { stillToTell },
		});
		const rows = [{ phone, item, urgent, event: null }];
		const outcome = { phone, status: 'unmatched' as const, records: [], failures: [] };
		await store.transaction((sql) => settle(sql, 'crm', rows, [outcome]));
		expect(
			await store.query('select phone from rcs.dead_letters where phone = $1', [phone]),
		).toEqual([]);
		await store.query('delete from rcs.outbox');
	},
);
