import { asObject } from '../../core/json';
import { crmOf, phones, rcsEvent, useCrmSync } from './crmWorld';

const says = (words: RegExp) => expect.stringMatching(words) as string;
const [phone = '', other = ''] = phones(2);

describe('options of HubSpot', () => {
	const { sync, setUp, add, people, admin } = useCrmSync('hubspot');

	it('custom events are kept under their name, and only of the types that are wanted', async () => {
		await admin('PATCH', '/settings', { tier: 'enterprise' });
		await setUp({ historyAs: 'customEvents' });
		await add(phone);
		const options = { eventName: 'pe4010_rcs_event', eventTypes: ['message.replied'] };
		await sync({ options }, [rcsEvent(phone), rcsEvent(phone, { type: 'message.replied' })]);
		const [person] = await people();
		expect(person?.timeline).toHaveLength(1);
		expect(JSON.stringify(person?.timeline)).toContain('message.replied');
	});

	it('custom events without a name are refused, with what to do', async () => {
		await setUp();
		await add(phone);
		const options = { historyAs: 'customEvents' };
		await expect(sync({ options }, [rcsEvent(phone)])).rejects.toMatchObject({
			message: says(/^The option 'Event Name' is missing/),
			description: says(/Set up the fields/),
		});
	});

	it('the time zone decides the day of a communication', async () => {
		await setUp();
		await add(phone);
		const options = { timeZone: 'Asia/Tokyo', historyAs: 'communications' };
		await sync({ options }, [rcsEvent(phone, { occurredAt: '2026-11-20T20:00:00Z' })]);
		expect(JSON.stringify((await people())[0]?.timeline)).toContain('2026-11-21');
		const wrong = { timeZone: 'Nowhere' };
		await expect(sync({ options: wrong }, [rcsEvent(phone)])).rejects.toMatchObject({
			message: says(/^The option 'Time Zone' must be a time zone/),
		});
	});

	it('those of Salesforce do not count', async () => {
		await setUp();
		await add(phone);
		const options = { mode: 'bulk', objects: ['Lead'], newContactLastName: 'X' };
		expect((await sync({ options }, [rcsEvent(phone)])).done).toHaveLength(1);
	});
});

describe('options of Salesforce', () => {
	const { sync, setUp, add, people, admin, calls, call } = useCrmSync('salesforce');
	const lead = (fields: object) =>
		admin('POST', '/records', {
			object: 'Lead',
			fields: { LastName: 'L', Company: 'C', ...fields },
		});

	it('the bulk API writes the same', async () => {
		await setUp();
		await add(phone, other);
		const before = await calls();
		const { done } = await sync({ options: { mode: 'bulk', eventName: 'pe1_x' } }, [
			rcsEvent(phone),
			rcsEvent(other),
		]);
		expect(done.map((item) => crmOf(item)['status'])).toEqual(['written', 'written']);
		expect((await calls()) - before).toBeGreaterThan(5);
		expect((await people())[0]?.fields).toMatchObject({ 'RCS last event': 'message.delivered' });
	});

	it('only the objects that are chosen are looked at', async () => {
		await setUp();
		await add(phone);
		await lead({ MobilePhone: phone });
		expect((await sync({}, [rcsEvent(phone)])).unmatched).toHaveLength(1);
		const { done } = await sync({ options: { objects: ['Lead'] } }, [rcsEvent(phone)]);
		expect(crmOf(done[0])).toMatchObject({ record: { object: 'Lead' } });
	});

	it('new contacts get the last name that is set', async () => {
		await setUp();
		const options = { createContacts: true, newContactLastName: 'From RCS' };
		const { done } = await sync({ options }, [rcsEvent(phone)]);
		expect(crmOf(done[0])['status']).toBe('created');
		const { body } = await call('GET', '/sandbox/crm/salesforce/contacts');
		expect(body['contacts']).toMatchObject([{ name: 'From RCS', phone }]);
	});

	it('consents are kept as ContactPointTypeConsent too', async () => {
		const options = { pointTypeConsent: { ids: {} } };
		await setUp(options);
		const individual = { object: 'Individual', fields: { LastName: 'Person' } };
		const { body } = await admin('POST', '/records', individual);
		const fields = { LastName: 'Person', MobilePhone: phone, IndividualId: body['Id'] };
		await admin('POST', '/records', { object: 'Contact', fields });
		await sync({ operation: 'setOptIn', phoneNumber: phone, optInStatus: 'optedOut', options });
		const records = asObject(
			(await call('GET', '/sandbox/crm/salesforce/records')).body['objects'],
		);
		expect(records['ContactPointTypeConsent']).toMatchObject([
			{ PartyId: body['Id'], PrivacyConsentStatus: 'OptOut', CaptureSource: 'n8n' },
		]);
	});

	it('an id that is none is refused by the name of its option', async () => {
		await setUp();
		await add(phone);
		const ids = { dataUsePurposeId: 'no id', engagementChannelTypeId: '' };
		const written = sync({
			operation: 'setOptIn',
			phoneNumber: phone,
			options: { pointTypeConsent: { ids } },
		});
		await expect(written).rejects.toMatchObject({
			message: says(/^The option 'ContactPointTypeConsent' must be an id/),
		});
	});
});

describe('options of every CRM', () => {
	const { sync, setUp, add, call } = useCrmSync('hubspot');

	it('a default country has to be one; UK is', async () => {
		await setUp();
		await add(phone);
		const item = rcsEvent(phone.replace('+44', '0'));
		expect((await sync({ options: { defaultCountry: 'UK' } }, [item])).done).toHaveLength(1);
		await expect(sync({ options: { defaultCountry: 'XX' } }, [item])).rejects.toMatchObject({
			message: says(/^The option 'Default Country' .*'XX'/),
			description: says(/GB/),
		});
	});

	it('as many retries as are wanted', async () => {
		await setUp();
		await add(phone);
		const lost = { provider: 'hubspot', kind: 'status', status: 503, times: 1 };
		await call('POST', '/sandbox/faults', lost);
		await expect(sync({ options: { retries: 0 } }, [rcsEvent(phone)])).rejects.toMatchObject({
			failure: { cause: 'temporarily-unavailable' },
		});
		await call('POST', '/sandbox/faults', lost);
		expect((await sync({ options: { retries: 1 } }, [rcsEvent(phone)])).done).toHaveLength(1);
	});

	it('the item as it came, or the outcome alone', async () => {
		await setUp();
		await add(phone);
		const item = rcsEvent(phone, { order: 7 });
		const [beside] = (await sync({}, [item])).done;
		expect(beside?.json).toMatchObject({ order: 7, crm: { phone } });
		const [alone] = (await sync({ options: { includeInput: false } }, [item])).done;
		expect(Object.keys(asObject(alone?.json)).sort()).toEqual(['phone', 'record', 'status']);
	});

	it('one request after the other', async () => {
		await setUp();
		const all = phones(150);
		await add(...all);
		const { done } = await sync(
			{ options: { concurrency: 1, history: false } },
			all.map((one) => rcsEvent(one)),
		);
		expect(done).toHaveLength(150);
	});
});
