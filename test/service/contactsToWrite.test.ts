import { contactsToWrite } from '../../service/sync/contactsToWrite';
import { rowsOf } from '../../service/sync/outboxRows';
import { startTestService, type TestService } from './support/world';

const PHONE = '+447700900123';
const AT = '2026-11-01T10:00:00.000Z';

const hubspot = (purpose: string) => ({
	crm: 'hubspot',
	baseUrl: 'http://127.0.0.1:9',
	auth: { kind: 'bearer', token: 'no-token-at-all' },
	sync: { purpose, pollSeconds: 0 },
});

let service: TestService;
beforeAll(async () => {
	service = await startTestService({
		role: 'ingest',
		crms: { orders: hubspot('transactional'), offers: hubspot('marketing') },
	});
	const event = { eventId: 'a', provider: 'infobip', type: 'user.optedOut', user: PHONE };
	await service.post('/v1/events', { ...event, occurredAt: AT, keyword: 'STOP' });
});
afterAll(() => service.stop());

/** What a record of a CRM is to become. */
async function valuesAt(connection: string) {
	const { store, crms } = service.service;
	const account = crms.get(connection);
	if (!account) throw new Error(`There is no CRM ${connection}`);
	const rows = await rowsOf(store, connection, [PHONE]);
	const { writes } = await contactsToWrite(store, account, rows, Date.parse(AT));
	return writes.map(({ values }) => values);
}

test('the consent on a record is the one of the ledger, and not that of a single event', async () => {
	expect(await valuesAt('offers')).toMatchObject([
		{ lastEvent: 'user_optedOut', consentStatus: 'opted_out' },
	]);
	// STOP is about marketing: nobody said anything of the news of orders.
	const [orders] = await valuesAt('orders');
	expect(orders).toMatchObject({ lastEvent: 'user_optedOut' });
	expect(orders).not.toHaveProperty('consentStatus');
	expect(orders).not.toHaveProperty('consentVersion');
});
