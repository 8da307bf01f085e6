import { eventsOf } from './support/events';
import { expectToGoOn, type Interruption } from './support/interrupted';
import { useHubspot } from './support/hubspotWorld';
import { plainly } from './support/sameRecords';
import { useSalesforce } from './support/salesforceWorld';

/** The day's calls or the access end in the middle of 5,000 events, and the same events complete it later. */

const told = eventsOf(1000);
const more = { times: 1_000_000 };

describe('Salesforce', () => {
	const world = useSalesforce();
	const ends = () => world.calm();

	const interruptions: Record<string, Interruption> = {
		'the calls of the day are used up': {
			begins: () => world.admin('PUT', '/limits', { dailyMax: 0 }),
			ends: () => world.admin('PUT', '/limits', { dailyMax: 100_000 }),
			failure: { status: 'park', afterMs: 900_000, reason: 'TotalRequests Limit exceeded.' },
		},
		'the session ends and a new one is no better': {
			begins: () => world.fault({ ...more, kind: 'status', status: 401 }),
			ends,
			failure: { status: 'reauth', reason: 'Session expired or invalid' },
		},
		'the app may not sign in any more': {
			async begins() {
				await world.admin('POST', '/tokens/expire', {});
				await world.fault({ ...more, kind: 'status', status: 400, path: '/services/oauth2/token' });
			},
			ends,
			failure: { status: 'reauth', reason: expect.any(String) },
		},
	};

	test('all of them', async () => {
		const plain = await plainly(world, told);
		for (const interruption of Object.values(interruptions))
			await expectToGoOn(world, told, plain, interruption);
	});
});

describe.each([
	['custom events', { eventName: 'pe4010_rcs_event', timeZone: 'Europe/London' }],
	['communications', { history: 'communications', timeZone: 'Europe/London' }],
])('HubSpot, %s', (_, options) => {
	const world = useHubspot({ options });

	const interruptions: Record<string, Interruption> = {
		'the calls of the day are used up': {
			begins: () => world.admin('PATCH', '/settings', { callsPerDay: 0 }),
			ends: () => world.admin('PATCH', '/settings', { callsPerDay: 1_000_000 }),
			failure: {
				status: 'park',
				afterMs: expect.any(Number),
				reason: 'You have reached your daily limit.',
			},
		},
		'the app was taken off the account': {
			async begins() {
				await world.admin('PUT', '/key', { expired: true });
				await world.fault({ ...more, kind: 'status', status: 400, path: '/oauth' });
			},
			async ends() {
				await world.admin('PUT', '/key', { expired: false });
				await world.calm();
			},
			failure: { status: 'reauth', reason: expect.stringMatching(/^HubSpot gave no access token/) },
		},
	};

	test('all of them', async () => {
		const plain = await plainly(world, told);
		for (const interruption of Object.values(interruptions))
			await expectToGoOn(world, told, plain, interruption);
	});
});
