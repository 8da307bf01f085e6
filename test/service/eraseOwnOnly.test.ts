import { asObject } from '../../core/json';
import { until } from '../until';
import { crmPeople } from './support/crmPeople';
import { tablesWith } from './support/everything';
import { event, phoneOf, useSyncWorld } from './support/syncWorld';

/** Other numbers of a record that was opted out, erased before Salesforce was told of them. */

const [person, own, office] = [phoneOf(1), phoneOf(2), phoneOf(3)];
const [second, stopped] = [phoneOf(4), phoneOf(5)];
const world = useSyncWorld({ linger: { min: 0, max: 0 }, pollSeconds: 1 });
const { editRecord, person: personWith } = crmPeople(world.crms);
beforeAll(() => world.start([person, own, office, second, stopped]));
afterEach(() => expect(world.service().failures).toEqual([]));

const optedOutIn = (phone: string) =>
	until(async () => {
		const { body } = await world.service().post('/v1/consent/history', { phone });
		return JSON.stringify(body).includes('optedOut');
	}, 'the opt-out');

/** What the record in Salesforce shows that has a number typed. */
const typedInSalesforce = async (phone: string) =>
	(await world.crms().salesforceRecords('Contact')).find(
		({ MobilePhone }) => MobilePhone === phone,
	);

async function erase(phone: string) {
	return asObject((await world.service().post('/v1/consent/erase', { phone })).body);
}

it('an opt-out of another number stays one for its own record, unless the number itself said STOP', async () => {
	const given = { purpose: 'marketing', state: 'optedIn', source: 'form' };
	const statements = [person, own, second].map((phone) => ({
		...{ phone, ...given, occurredAt: '2026-11-01T10:00:00.000Z' },
	}));
	expect((await world.service().post('/v1/consent', { statements })).status).toBe(200);
	for (const crm of ['hubspot', 'salesforce'] as const) await world.drained(crm);
	const { store } = world.service().service;
	// What is edited from then on is told.
	await until(async () => {
		const question = "select polled_at from rcs.crm_state where connection = 'hubspot'";
		const [row] = await store.query<{ polled_at: string | null }>(question);
		return row?.polled_at;
	}, 'a look');

	await world.crms().salesforce('PUT', '/outage', { kind: 'unavailable' });
	const numbers = [
		[person, { mobilephone: own, phone: office }],
		[second, { mobilephone: stopped }],
	] as const;
	for (const [phone, properties] of numbers) {
		const { object, id } = await personWith('hubspot', phone);
		await world.crms().hubspot('PATCH', `/contacts/${id}`, { properties });
		await editRecord('hubspot', { object, id }, 'opted_out');
	}
	for (const phone of [own, office, stopped]) await optedOutIn(phone);
	await world.drained('hubspot');
	for (const phone of [own, office, stopped])
		expect(await erase(phone)).toMatchObject({ optOutsKept: 1, stillToTell: ['salesforce'] });
	// Nobody else is meant by a STOP, so it is shown wherever the number is.
	await world.tell(event({ user: stopped, type: 'user.optedOut', keyword: 'STOP' }));
	expect(await erase(stopped)).toMatchObject({
		stillToTell: expect.arrayContaining(['salesforce']),
	});

	await world.crms().salesforce('PUT', '/outage', { kind: 'none' });
	await world.resume('salesforce');
	await world.drained('salesforce');
	for (const phone of [person, own, second])
		expect(await world.crms().inSalesforce(phone)).toMatchObject({
			RCS_Consent_Status__c: 'opted_out',
		});
	expect(await typedInSalesforce(stopped)).toMatchObject({ RCS_Consent_Status__c: 'opted_out' });
	const colleague = asObject(await typedInSalesforce(office));
	expect(colleague['MobilePhone']).toBe(office);
	expect(colleague['RCS_Consent_Status__c'] ?? null).toBeNull();
	for (const phone of [own, office, stopped])
		await until(
			async () => (await tablesWith(store, phone.slice(1))).length === 0,
			'nothing is left of them',
		);
	expect((await world.deadLetters()).items).toEqual([]);
});
