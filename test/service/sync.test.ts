import { until } from '../until';
import { event, PHONE, phoneOf, useSyncWorld } from './support/syncWorld';

const world = useSyncWorld();
beforeAll(() => world.start([PHONE, phoneOf(2)]));
afterEach(() => expect(world.service().failures).toEqual([]));

const hubspot = (phone: string, wanted: object) =>
	until(async () => {
		const fields = await world.crms().inHubspot(phone);
		return Object.entries(wanted).every(([name, value]) => fields[name] === value);
	}, JSON.stringify(wanted));
const salesforce = (phone: string, wanted: object) =>
	until(async () => {
		const fields = await world.crms().inSalesforce(phone);
		return Object.entries(wanted).every(([name, value]) => fields[name] === value);
	}, JSON.stringify(wanted));

test('times, counts and the message are written, whatever the order', async () => {
	const messageId = 'one-message';
	await world.tell(event({ messageId, type: 'message.read' }));
	await hubspot(PHONE, { rcs_read_count: '1', rcs_sent_count: '1', rcs_replied_count: '0' });
	const occurredAt = '2026-11-01T09:59:00.000Z';
	await world.tell(
		event({ messageId, type: 'message.sent', occurredAt, campaignId: 'spring' }),
		event({ messageId: 'another', type: 'message.sent', occurredAt }),
	);
	await hubspot(PHONE, {
		rcs_sent_count: '2',
		rcs_read_count: '1',
		rcs_last_event: 'message_read',
		rcs_last_campaign: 'spring',
	});
	await salesforce(PHONE, { RCS_Sent_Count__c: 2, RCS_Read_Count__c: 1 });
	const message = await until(async () => {
		const messages = await world.crms().salesforceRecords('RCS_Message__c');
		const found = messages.find((one) => one['RCS_Message_Id__c'] === messageId);
		return typeof found?.['RCS_Sent_At__c'] === 'string' && found;
	}, 'the message with the time at which it was sent');
	expect(message).toMatchObject({
		RCS_Campaign__c: 'spring',
		RCS_Sent_At__c: expect.stringMatching(/^2026-11-01T09:59/) as string,
		RCS_Read_At__c: expect.stringMatching(/^2026-11-01T10:00/) as string,
	});
});

test('a STOP is in both, and an opt-in from before it does not undo it', async () => {
	await world.tell(event({ type: 'user.optedOut', keyword: 'STOP' }));
	const out = { rcs_consent_status: 'opted_out', rcs_consent_source: 'keyword STOP' };
	await hubspot(PHONE, out);
	await salesforce(PHONE, { RCS_Consent_Status__c: 'opted_out' });
	const occurredAt = '2026-10-01T10:00:00.000Z';
	await world.tell(event({ type: 'user.optedIn', keyword: 'START', occurredAt }));
	await world.tell(event({ type: 'message.clicked' }));
	await hubspot(PHONE, { ...out, rcs_clicked_count: '1' });
});

test('what is stated over the API is written, and an opt-in by hand over a STOP is not', async () => {
	const phone = phoneOf(2);
	const state = (more: object) =>
		world.service().post('/v1/consent', { statements: [{ phone, ...more }] });
	await state({ state: 'optedIn', source: 'form', occurredAt: '2026-11-01T10:00:00.000Z' });
	await hubspot(phone, { rcs_consent_status: 'opted_in', rcs_consent_source: 'form' });
	await world.tell(
		event({
			user: phone,
			type: 'user.optedOut',
			keyword: 'STOP',
			occurredAt: '2026-11-02T10:00:00.000Z',
		}),
	);
	await salesforce(phone, { RCS_Consent_Status__c: 'opted_out' });
	await state({ state: 'optedIn', origin: 'admin', occurredAt: '2026-11-03T10:00:00.000Z' });
	await world.drained('salesforce');
	expect(await world.crms().inSalesforce(phone)).toMatchObject({
		RCS_Consent_Status__c: 'opted_out',
		RCS_Consent_Source__c: 'keyword STOP, stands over an opt-in without proof',
	});
});
