import { startTestService, type TestService } from './support/world';

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());

const SECRET = "insert into rcs.secrets (name, secret) values ('x', '')";
const secrets = () => service.service.store.query('select name from rcs.secrets');

test('nothing is written where answers are read, and others write after it as before', async () => {
	const { store } = service.service;
	await expect(store.snapshot((sql) => sql.query(SECRET))).rejects.toThrow('read-only transaction');
	expect(await secrets()).toEqual([]);
	expect(await store.snapshot((sql) => sql.query('select name from rcs.secrets'))).toEqual([]);
	await store.query(SECRET);
	expect(await secrets()).toEqual([{ name: 'x' }]);
});
