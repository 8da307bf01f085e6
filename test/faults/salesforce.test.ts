import { useSalesforce } from './support/salesforceWorld';
import { expectSame, messily, plainly } from './support/sameRecords';

/** 10,000 events on 2,000 people, in disorder and among faults: the same records in Salesforce. */

const ways = {
	composite: useSalesforce({ options: { mode: 'composite' } }),
	bulk: useSalesforce({ options: { mode: 'bulk' } }),
	'leads, and the consent of Individuals': useSalesforce(
		{ createContacts: false, options: { pointTypeConsent: {} } },
		{ leads: true },
	),
};

test.each(Object.entries(ways))('%s', async (name, world) => {
	const plain = await plainly(world);
	const mess = await messily(world);
	expectSame(`Salesforce, ${name}`, plain, mess);
	expect(Object.keys(plain.committed['RCS_Message__c'] ?? {}).length).toBeGreaterThan(2000);
});
