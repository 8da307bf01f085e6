import { INTEGRATION_USER } from '../../sandbox/crm/salesforce/account';
import { outcomes, PHONE, useOrg } from './salesforceWorld';
import { objects } from './world';

const { call, org, admin, contact, provision, records, upsertContacts } = useOrg();

describe('the page', () => {
	const CONTACTS = '/sandbox/crm/salesforce/contacts';

	it('shows people with their synced fields, consent and messages', async () => {
		await provision();
		await call('POST', CONTACTS, { name: 'Demo Customer', phone: PHONE });
		const [{ Id } = {}] = await records('Contact');
		await org('PATCH', `/sobjects/Contact/${String(Id)}`, {
			...{ RCS_Phone_E164__c: PHONE, RCS_Consent_Status__c: 'opted_in' },
		});
		await org('POST', '/sobjects/RCS_Message__c', { Message_Key__c: 'm1', Contact__c: Id });
		const { body } = await call('GET', CONTACTS);
		expect(body['contacts']).toMatchObject([
			{
				...{ id: Id, object: 'Contact', name: 'Demo Customer', phone: PHONE },
				fields: { 'RCS phone': PHONE, 'RCS consent status': 'opted_in', 'RCS reachable': 'No' },
				consentField: {
					...{ name: 'RCS_Consent_Status__c', value: 'opted_in' },
					options: [{ value: 'opted_in', label: 'opted_in' }, { value: 'opted_out' }],
				},
				timeline: [{ title: 'RCS message RCS-0001', facts: { 'Message key': 'm1' } }],
			},
		]);
	});

	it('lets a person set the consent, as somebody else than the integration', async () => {
		await provision();
		const id = await contact();
		const edit = (value: string) => call('PUT', `${CONTACTS}/Contact/${id}/consent`, { value });
		expect((await edit('opted_out')).status).toBe(200);
		expect((await edit('perhaps')).status).toBe(400);
		const [record] = await records('Contact');
		expect(record).toMatchObject({ RCS_Consent_Status__c: 'opted_out' });
		expect(record?.['LastModifiedById']).not.toBe(INTEGRATION_USER.id);
	});

	it('is without consent until that was set up', async () => {
		await contact();
		const { body } = await call('GET', CONTACTS);
		expect(objects(body['contacts'])[0]).not.toHaveProperty('consentField');
	});
});

describe('an admin', () => {
	it('edits and deletes records, and what becomes of them reaches the integration', async () => {
		await provision();
		const id = await contact({ RCS_Phone_E164__c: PHONE });
		expect(await admin('PATCH', `/records/${id}`, { fields: { Title: 'New' } })).toMatchObject({
			Title: 'New',
		});
		await admin('DELETE', `/records/${id}`);
		expect(outcomes(await upsertContacts([{ RCS_Phone_E164__c: PHONE }]))).toEqual([
			'REQUIRED_FIELD_MISSING',
		]);
	});

	it('is told what does not work', async () => {
		const path = '/sandbox/console/salesforce/records';
		const post = (body: object) => call('POST', path, body);
		expect((await post({ object: 'Contact', fields: {} })).status).toBe(400);
		expect((await post({ object: 'Nothing', fields: {} })).status).toBe(404);
		expect((await post({ fields: {} })).status).toBe(400);
	});
});
