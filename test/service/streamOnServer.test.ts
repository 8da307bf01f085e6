import type { StreamNews } from '../../service/clients/salesforceStream';
import { saveMemory } from '../../service/sync/pollState';
import { removeNews } from '../../service/sync/pollNews';
import { startStreams } from '../../service/sync/stream';
import { until } from '../until';
import { isWaiting } from './support/meanwhile';
import { startTestService, type TestService } from './support/world';

/** Embedded, transactions follow one another: only a server has two at one time. */

let service: TestService;
beforeAll(async () => {
	const crm = {
		...{ crm: 'salesforce', baseUrl: 'http://127.0.0.1:9', defaultCountry: 'GB' },
		auth: { kind: 'clientCredentials', clientId: 'an-id', clientSecret: 'a-secret' },
		sync: { changeDataCapture: true },
	};
	service = await startTestService({ role: 'ingest', crms: { crm } });
});
afterAll(() => service.stop());

const record = { object: 'Contact', id: '0035f0000000001AAA' };
const told: StreamNews = {
	kind: 'told',
	object: 'Contact',
	replayId: 1,
	changed: [record],
	gone: [],
};

async function* tellOnce() {
	await Promise.resolve();
	yield told;
}

test('a record changes again while what changed before is taken', async () => {
	const { store, crms } = service.service;
	const account = crms.get('crm');
	if (!account) throw new Error('There is no CRM');
	await store.query(
		"insert into rcs.crm_news (connection, object, id) values ('crm', 'Contact', $1)",
		[record.id],
	);
	const listening = new Map([['crm', { ...account, follow: tellOnce }]]);
	const end = await store.transaction(async (sql) => {
		await saveMemory(sql, 'crm', undefined, { told: {} });
		const stop = await startStreams({ ...service.service, crms: listening });
		await until(() => isWaiting(store), 'the stream waits');
		await removeNews(sql, 'crm', [{ ...record, times: 1 }]);
		return stop;
	});
	const news = () => store.query('select id, times from rcs.crm_news');
	await until(async () => (await news()).length > 0, 'what was told');
	await end();
	expect(await news()).toEqual([{ id: record.id, times: 1 }]);
	expect(service.failures).toEqual([]);
});
