import type { CrmId } from '../../connectors';
import { phones } from './crmWorld';
import { useCrmTrigger } from './rcsCrmTriggerWorld';

const [phone = '', other = ''] = phones(2);
/**
 * Two polls of 450 changed records, and the acknowledgement in between. Where several contacts changed in
 * one millisecond, HubSpot's pages are some more.
 */
const mostCalls: Record<CrmId, number> = { hubspot: 3 + 5 + 5 + 3 + 6, salesforce: 1 + 1 + 1 + 1 };

describe.each(['hubspot', 'salesforce'] as const)(
	'many edits, told by RCS CRM Trigger with %s',
	(crm) => {
		const { setUp, add, publish, admin, call, calls } = useCrmTrigger(crm);

		beforeEach(async () => {
			await setUp();
			await add(phone, other);
		});

		it('tells every one of 450 edits made at once, in few calls', async () => {
			const many = phones(450);
			await addMany(many.slice(2));
			const workflow = await publish();
			await editAll('opted_out');
			const first = (await workflow.poll()).consents;
			expect(new Set(first.map((one) => one['phone'])).size).toBe(450);
			expect(first).toHaveLength(450);
			expect((await workflow.poll()).isNothing).toBe(true);
			await editAll('opted_in');
			const before = await calls();
			expect((await workflow.poll()).consents).toHaveLength(450);
			expect((await workflow.poll()).isNothing).toBe(true);
			expect((await calls()) - before).toBeLessThanOrEqual(mostCalls[crm]);
		});

		async function addMany(own: readonly string[]) {
			if (crm === 'hubspot')
				return admin('POST', '/contacts', { contacts: own.map((one) => ({ phone: one })) });
			for (const MobilePhone of own)
				await admin('POST', '/records', {
					object: 'Contact',
					fields: { LastName: 'X', MobilePhone },
				});
			return undefined;
		}

		async function editAll(value: string) {
			const { body } = await call('GET', `/sandbox/crm/${crm}/contacts`);
			for (const { id } of body['contacts'] as { id: string }[])
				await (crm === 'hubspot'
					? admin('PATCH', `/contacts/${id}`, { properties: { rcs_consent_status: value } })
					: admin('PATCH', `/records/${id}`, { fields: { RCS_Consent_Status__c: value } }));
		}
	},
);
