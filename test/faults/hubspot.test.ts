import { useHubspot } from './support/hubspotWorld';
import { expectSame, messily, plainly } from './support/sameRecords';

/** 10,000 events on 2,000 people, in disorder and among faults: the same records in HubSpot. */

describe('custom events', () => {
	const world = useHubspot({ options: { eventName: 'pe4010_rcs_event' } });

	test('contacts are the same, and each event is there, by its uuid', async () => {
		const plain = await plainly(world);
		const mess = await messily(world);
		expectSame('HubSpot, custom events', plain, mess);
		const { count, uuids } = await world.taken();
		// HubSpot does not promise to drop a uuid it has: what is sent twice is counted by uuid.
		process.stdout.write(`  ${count - uuids} of ${uuids} events were sent more than once\n`);
	});
});

describe('no history, nobody is made', () => {
	const world = useHubspot({ history: false, createContacts: false });

	test('contacts are the same', async () => {
		const plain = await plainly(world);
		expectSame('HubSpot, contacts only', plain, await messily(world));
	});
});

describe('communications', () => {
	const world = useHubspot({ options: { history: 'communications', timeZone: 'Europe/London' } });

	test('contacts and each day of theirs are the same', async () => {
		const plain = await plainly(world);
		expectSame('HubSpot, communications', plain, await messily(world));
		expect(Object.keys(plain.committed['communications'] ?? {}).length).toBeGreaterThan(2000);
	});
});
