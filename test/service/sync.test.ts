import { type Crms, startCrms } from './support/crms';
import { eventually } from './support/eventually';
import { startTestService, type TestService } from './support/world';

const phoneOf = (i: number) => `+44770090${String(1000 + i)}`;
const PHONE = phoneOf(1);

const event = (eventId: string, more: object = {}) => ({
	eventId,
	provider: 'infobip',
	type: 'message.delivered',
	occurredAt: '2026-11-01T10:00:00.000Z',
	user: PHONE,
	messageId: 'message-1',
	...more,
});

const isEmpty = async ({ service }: TestService) => {
	const [{ waiting } = { waiting: 0 }] = await service.store.query<{ waiting: number }>(
		'select count(*) as waiting from rcs.outbox where not dead',
	);
	return waiting === 0;
};

describe('from events to the CRMs', () => {
	let crms: Crms;
	let service: TestService;
	beforeAll(async () => {
		crms = await startCrms();
		await crms.reset([PHONE]);
		service = await startTestService(crms.config());
	});
	afterAll(async () => {
		await service.stop();
		await crms.stop();
	});

	it('writes times, counts and the message', async () => {
		await service.post('/v1/events', [
			event('a', {
				type: 'message.sent',
				occurredAt: '2026-11-01T09:59:00.000Z',
				campaignId: 'spring',
			}),
			event('b'),
		]);
		await eventually(async () => (await crms.inSalesforce(PHONE))['RCS_Delivered_Count__c'] === 1);
		await eventually(async () => (await crms.inHubspot(PHONE))['rcs_delivered_count'] === '1');
		expect(await crms.inHubspot(PHONE)).toMatchObject({
			rcs_last_event: 'message_delivered',
			rcs_last_campaign: 'spring',
			rcs_sent_count: '1',
			rcs_read_count: '0',
		});
		expect(await crms.salesforceRecords('RCS_Message__c')).toMatchObject([
			{ RCS_Delivered_At__c: expect.any(String), RCS_Campaign__c: 'spring' },
		]);
		await eventually(() => isEmpty(service));
		expect(service.failures).toEqual([]);
	});

	it('writes a STOP to both', async () => {
		await service.post('/v1/events', event('stop', { type: 'user.optedOut', keyword: 'STOP' }));
		await eventually(
			async () => (await crms.inSalesforce(PHONE))['RCS_Consent_Status__c'] === 'opted_out',
		);
		await eventually(
			async () => (await crms.inHubspot(PHONE))['rcs_consent_status'] === 'opted_out',
		);
	});
});
