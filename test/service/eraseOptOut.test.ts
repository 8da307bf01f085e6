import { asObject } from '../../core/json';
import { type Crms, startCrms } from './support/crms';
import { type TestDatabase, testDatabase } from './support/database';
import { until } from '../until';
import { tablesWith } from './support/everything';
import { startTestService, type TestService } from './support/world';

const known = '+447700900123';
const inNoRecord = '+447700900124';

let crms: Crms;
let database: TestDatabase;
let service: TestService;

beforeAll(async () => {
	crms = await startCrms();
	await crms.reset([known]);
	database = await testDatabase();
});
afterAll(async () => {
	await service.stop();
	await crms.stop();
	database.remove();
});

const start = (role: 'ingest' | 'all') =>
	startTestService({ role, database: database.config, ...crms.config() });

async function stopAndErase(phone: string): Promise<object> {
	const event = { provider: 'infobip', type: 'user.optedOut', user: phone, keyword: 'STOP' };
	const occurredAt = new Date().toISOString();
	await service.post('/v1/events', { ...event, eventId: phone, occurredAt });
	return asObject((await service.post('/v1/consent/erase', { phone })).body);
}

it('an opt-out that was not written yet still reaches the CRMs, and then the number is gone', async () => {
	service = await start('ingest');
	for (const phone of [known, inNoRecord]) {
		expect(await stopAndErase(phone)).toMatchObject({
			optOutsKept: 1,
			stillToTell: ['hubspot', 'salesforce'],
			remains: expect.arrayContaining([
				expect.stringContaining('still has to be written to hubspot'),
			]),
		});
		expect(await tablesWith(service.service.store, phone.slice(1))).toEqual(['rcs.outbox']);
	}
	await service.stop();
	service = await start('all');
	for (const phone of [known, inNoRecord])
		await until(async () => {
			const left = await tablesWith(service.service.store, phone.slice(1));
			return left.length === 0;
		});
	expect(await crms.inHubspot(known)).toMatchObject({ rcs_consent_status: 'opted_out' });
	expect(await crms.inSalesforce(known)).toMatchObject({ RCS_Consent_Status__c: 'opted_out' });
});
