import { until } from '../until';
import { event, phoneOf, useSyncWorld } from './support/syncWorld';

const PEOPLE = 500;
const phones = Array.from({ length: PEOPLE }, (_, i) => phoneOf(i));

const BATCH = 50;
const world = useSyncWorld({ linger: { min: 0, max: 0 }, batch: BATCH });
beforeAll(() => world.start(phones));
afterEach(() => expect(world.service().failures).toEqual([]));

const both = ['hubspot', 'salesforce'] as const;
const admin = (connection: (typeof both)[number]) => world.crms()[connection];

test('while both are down nothing is lost or given up; then opt-outs go first', async () => {
	for (const connection of both) await admin(connection)('PUT', '/outage', { kind: 'unavailable' });
	await world.tell(...phones.map((user) => event({ user })));
	for (const connection of both) {
		const { advice } = await world.healthIs(connection, { paused: 'outage' });
		expect(advice).toMatch(/nothing to do/);
	}
	const stopped = phoneOf(321);
	await world.tell(event({ user: stopped, type: 'user.optedOut', keyword: 'STOP' }));
	for (const connection of both) {
		await world.healthIs(connection, { waiting: PEOPLE, urgent: 1 });
		await admin(connection)('PUT', '/outage', { kind: 'none' });
		await world.resume(connection);
	}
	for (const connection of both) await world.drained(connection);
	expect((await world.deadLetters()).items).toEqual([]);

	const people = await world.crms().everybodyInHubspot();
	const times = phones.map((phone): [string, string] => {
		const { rcs_last_event: last, lastmodifieddate } = people.get(phone) ?? {};
		expect(last).toEqual(expect.any(String));
		return [phone, String(lastmodifieddate)];
	});
	// Only what was being written when it came may be before it.
	const stoppedAt = new Map(times).get(stopped) ?? '';
	expect(times.filter(([, at]) => at < stoppedAt).length).toBeLessThanOrEqual(BATCH);
});

test('calls of the day that are used up are waited for', async () => {
	await admin('salesforce')('PUT', '/limits', { dailyMax: 0 });
	await world.tell(event());
	const { reason, pausedUntil } = await world.healthIs('salesforce', { paused: 'park' });
	expect(reason).toBe('TotalRequests Limit exceeded.');
	expect(Date.parse(String(pausedUntil)) - Date.now()).toBeGreaterThan(10 * 60_000);
	await admin('salesforce')('PUT', '/limits', { dailyMax: 100_000 });
	await world.resume('salesforce');
	await world.drained('salesforce');
});

test('an access that has ended is told with what to do, and writing goes on after that', async () => {
	await world.drained('hubspot');
	await admin('hubspot')('PUT', '/key', { expired: true });
	await world.tell(event({ type: 'message.clicked', messageId: 'reauth' }));
	const { advice } = await world.healthIs('hubspot', { paused: 'reauth' });
	expect(advice).toContain('config.crms.hubspot.auth');
	await admin('hubspot')('PUT', '/key', { expired: false });
	await world.resume('hubspot');
	await world.drained('hubspot');
	expect(await world.crms().inHubspot(phoneOf(1))).toMatchObject({ rcs_clicked_count: '1' });
});

test('a field that is missing is told by name, and nothing is given up', async () => {
	await admin('hubspot')('DELETE', '/properties/rcs_replied_count');
	await world.tell(event({ type: 'message.replied', messageId: 'setup' }));
	const { advice } = await world.healthIs('hubspot', { paused: 'setup' });
	expect(advice).toContain('rcs-connectors provision hubspot');
	await until(async () =>
		JSON.stringify((await world.health('hubspot'))['problems']).includes('rcs_replied_count'),
	);
	expect((await world.deadLetters()).items).toEqual([]);

	const stopped = phoneOf(33);
	await world.tell(event({ user: stopped, type: 'user.optedOut', keyword: 'STOP' }));
	await until(
		async () => (await world.crms().inHubspot(stopped))['rcs_consent_status'] === 'opted_out',
		'an opt-out in spite of it',
	);
	await world.healthIs('hubspot', { urgent: 0, waiting: 2, paused: 'setup' });
});
