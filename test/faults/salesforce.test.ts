import { writeBack } from '../../connectors/writeBack';
import { events } from './support/events';
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

test('requests at one moment do not lock each other out', async () => {
	const world = ways.composite;
	await world.prepare();
	await writeBack({ ...world.run(), concurrency: 1 }, events);
	const oneByOne = world.calls();
	await world.prepare();
	await world.admin('PUT', '/pace', { writeMs: 100_000 });
	await writeBack({ ...world.run(), concurrency: 5 }, events);
	expect(world.calls()).toBe(oneByOne);
});
