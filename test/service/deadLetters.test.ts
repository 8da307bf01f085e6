import { hurrySync } from '../../service/sync/outbox';
import { until } from '../until';
import { event, phoneOf, useSyncWorld } from './support/syncWorld';

const [bad, shared, nobody] = [phoneOf(7), phoneOf(8), phoneOf(9)];
const good = Array.from({ length: 5 }, (_, i) => phoneOf(i));

/** Nobody looks for edits: only what is written makes calls. */
const world = useSyncWorld({ linger: { min: 0, max: 0 }, pollSeconds: 0 });
beforeAll(() => world.start([...good, bad, shared, shared]));
afterEach(() => expect(world.service().failures).toEqual([]));

const letters = (count: number, query: string) =>
	until(async () => {
		const found = await world.deadLetters(query);
		return found.items.length === count && found;
	}, `${count} letters`);
const act = (what: string, body: object) =>
	world.service().post(`/v1/page/dead-letters/${what}`, body);

test('a contact the CRM refuses is a dead letter in its words, and the others are written', async () => {
	const rule = { ruleType: 'MAX_LENGTH', ruleArguments: ['5'] };
	await world.crms().hubspot('PUT', '/rules/rcs_last_campaign', rule);
	const sent = (user: string, campaignId: string) =>
		event({ user, campaignId, type: 'message.sent' });
	await world.tell(sent(bad, 'too long'), ...good.map((user) => sent(user, 'short')));
	const { items, counts } = await letters(1, '?connection=hubspot');
	expect(items).toMatchObject([
		{
			phone: bad,
			status: 'failed',
			attempts: 1,
			waiting: 1,
			reasons: [{ field: 'rcs_last_campaign', reason: expect.any(String) as string }],
		},
	]);
	expect(counts).toEqual({ failed: 1, unmatched: 0, ambiguous: 0 });
	await world.drained('hubspot');
	for (const phone of good)
		expect(await world.crms().inHubspot(phone)).toMatchObject({ rcs_last_campaign: 'short' });

	await world.crms().hubspot('PUT', '/rules/rcs_last_campaign', { ...rule, ruleArguments: ['50'] });
	expect((await act('replay', { ids: [items[0]?.['id']] })).body).toEqual({ replayed: 1 });
	await until(async () => {
		const fields = await world.crms().inHubspot(bad);
		return fields['rcs_last_campaign'] === 'too long' && fields['rcs_sent_count'] === '1';
	});
	await letters(0, '?connection=hubspot');
});

test('phones that nobody or several have wait for a person, or for the next event', async () => {
	await world.tell(event({ user: nobody }), event({ user: shared }));
	const { counts } = await letters(2, '?connection=salesforce');
	expect(counts).toEqual({ failed: 0, unmatched: 1, ambiguous: 1 });
	const { items } = await world.deadLetters('?connection=salesforce&status=ambiguous');
	expect(items).toMatchObject([
		{
			phone: shared,
			reasons: [{ reason: expect.stringMatching(/Contact 003.*, Contact 003/) as string }],
		},
	]);
	expect((await act('discard', { ids: [items[0]?.['id']] })).body).toEqual({ discarded: 1 });

	const fields = { LastName: 'New', MobilePhone: nobody };
	await world.crms().salesforce('POST', '/records', { object: 'Contact', fields });
	await world.tell(event({ user: nobody, type: 'message.read' }));
	await until(async () => {
		const { items: resting } = await letters(1, '?connection=salesforce');
		return resting[0]?.['waiting'] === 2;
	});
	await restIsOver();
	await until(
		async () => (await world.crms().inSalesforce(nobody))['RCS_Delivered_Count__c'] === 2,
	);
	await letters(0, '?connection=salesforce');
});

/** As if an hour had gone by. */
async function restIsOver(): Promise<void> {
	const { store, queues } = world.service().service;
	await store.query(
		"update rcs.dead_letters set rest_until = now() - interval '1 second' where connection = 'salesforce'",
	);
	await hurrySync(queues, ['salesforce']);
}

test('a phone that no record has is not looked up again at each event, but for an opt-out', async () => {
	const unmatched = '?connection=hubspot&status=unmatched';
	await world.drained('hubspot');
	const [before] = (await letters(1, unmatched)).items;
	const calls = async () => ((await world.health('hubspot'))['calls'] as { today: number }).today;
	const made = await calls();
	for (let i = 0; i < 3; i += 1) {
		await world.tell(event({ user: nobody, type: 'message.clicked' }));
		const waiting = Number(before?.['waiting']) + i + 1;
		await until(async () => (await world.deadLetters(unmatched)).items[0]?.['waiting'] === waiting);
	}
	expect((await world.deadLetters(unmatched)).items).toMatchObject([
		{ attempts: before?.['attempts'] },
	]);
	expect(await calls()).toBe(made);
	await world.tell(event({ user: nobody, type: 'user.optedOut', keyword: 'STOP' }));
	const attempts = Number(before?.['attempts']) + 1;
	await until(async () => (await world.deadLetters(unmatched)).items[0]?.['attempts'] === attempts);
	expect(await calls()).toBeGreaterThan(made);
});

test('all of a status are replayed; who asks for something else is told what there is', async () => {
	await world.drained('hubspot');
	await letters(2, '?connection=hubspot');
	const unmatched = '?connection=hubspot&status=unmatched';
	const [before] = (await world.deadLetters(unmatched)).items;
	const { body } = await act('replay', { all: true, connection: 'hubspot', status: 'unmatched' });
	expect(body).toEqual({ replayed: 1 });
	const { items } = await until(async () => {
		const found = await world.deadLetters(unmatched);
		return found.items[0]?.['attempts'] === Number(before?.['attempts']) + 1 && found;
	});
	expect(items).toMatchObject([{ phone: nobody, waiting: before?.['waiting'] }]);
	expect((await act('replay', { some: true })).status).toBe(400);
	expect((await world.service().get('/v1/page/dead-letters?status=lost')).status).toBe(400);
});
