import fc from 'fast-check';
import { pollConsent } from '../../connectors/consentPoll';
import { consentValues } from '../../connectors/contactWrites';
import { execute } from '../../connectors/execute';
import { hubspot } from '../../connectors/hubspot';
import { lookUp } from '../../connectors/lookUp';
import { writeBack, writeContacts } from '../../connectors/writeBack';
import { providerError } from '../../core/errors';
import type { EventType, RcsEvent } from '../../core/event/types';
import { asObject } from '../../core/json';
import { account, useHubspotAccount } from './hubspotAccount';
import { event, phone, phoneOf } from './hubspotFixtures';

const { backstage, contacts, records, call, fault, asked, tooMany, runOf, setUp, contact } =
	useHubspotAccount();
const withEvents = { options: { eventName: 'pe4010_rcs_event' } };

const write = (events: readonly RcsEvent[], settings = account()) =>
	writeBack(runOf(settings), events);

beforeEach(async () => {
	await setUp(account(withEvents));
	asked.length = 0;
});

test('a set-up is done once', async () => {
	const { steps, conflicts, present } = await setUp(
		account({ options: { history: 'customEvents' } }),
	);
	expect([steps, conflicts]).toEqual([[], []]);
	expect(present).toContain('pe4010_rcs_event');
	expect(present).toContain('rcs_phone_e164');
});

test('a national number is found, written, and found by its RCS phone from then on', async () => {
	const [id = ''] = await contacts({ firstname: 'Ada', phone: '07700 900123' });
	const events = [event({ type: 'message.read', campaignId: 'spring' })];
	expect(await write(events)).toMatchObject([{ phone, status: 'written', records: [{ id }] }]);
	expect(await contact(id)).toMatchObject({ rcs_phone_e164: phone, rcs_reachable: 'true' });
	asked.length = 0;
	expect(await write(events, account({ history: false }))).toMatchObject([{ status: 'unchanged' }]);
	expect(asked).toEqual(['POST /contacts/batch/read']);
});

test('2,000 phones that were never looked up before are asked for as fast as HubSpot allows', async () => {
	const phones = Array.from({ length: 2000 }, (_, i) => phoneOf(5_000_000 + i));
	await contacts(...[0, 999, 1999].map((i) => ({ phone: phones[i] ?? '' })));
	const found = await lookUp({ ...runOf(account()), concurrency: 4 }, phones);
	expect([...found.values()].filter((records) => records.length > 0)).toHaveLength(3);
	expect(asked.filter((one) => one.endsWith('/search')).length).toBeLessThan(80);
	expect(tooMany).toEqual([]);
});

test('a phone nobody has is made where that is allowed, with its history after it', async () => {
	expect(await write([event()])).toMatchObject([{ status: 'unmatched' }]);
	const settings = account({ ...withEvents, createContacts: true });
	expect(await write([event()], settings)).toMatchObject([{ status: 'created' }]);
	const { body } = await call('GET', '/sandbox/crm/hubspot/events');
	expect(JSON.stringify(body)).toContain('"uuid":"event-1"');
});

test('a shared phone is ambiguous, and not written', async () => {
	await contacts({ phone }, { mobilephone: phone });
	expect(await write([event()])).toMatchObject([{ status: 'ambiguous', records: [{}, {}] }]);
});

test('a bad row is reported in HubSpot’s words and holds up nobody', async () => {
	await backstage('PUT', '/rules/rcs_last_campaign', {
		ruleType: 'MAX_LENGTH',
		ruleArguments: ['5'],
	});
	const phones = Array.from({ length: 120 }, (_, i) => phoneOf(2_000_000 + i));
	await contacts(...phones.map((own) => ({ phone: own })));
	const events = phones.map((user, i) =>
		event({
			eventId: user,
			user,
			type: 'message.sent',
			campaignId: i === 70 ? 'too long' : 'short',
		}),
	);
	const outcomes = await write(events, account({ history: false }));
	const failed = outcomes.filter(({ status }) => status !== 'written');
	expect(failed).toMatchObject([
		{
			phone: phones[70],
			failures: [{ status: 'dead', field: 'rcs_last_campaign', reason: expect.any(String) }],
		},
	]);
});

test('a contact that was deleted meanwhile is unmatched, the others are written', async () => {
	for (const missing of ['errors', 'notFound']) {
		await backstage('PATCH', '/settings', { missing });
		const [gone = '', stays = ''] = await contacts({ firstname: 'A' }, { firstname: 'B' });
		await backstage('DELETE', `/contacts/${gone}`);
		const settings = account();
		const changes = [gone, stays].map((id, i) => ({
			phone: phoneOf(i),
			record: { object: 'contacts', id },
			values: { lastEvent: 'message_read' },
			urgent: false,
		}));
		const plan = hubspot.plan({ contacts: changes, messages: [], events: [] }, settings);
		const said = await execute(runOf(settings), plan);
		expect(Object.fromEntries(said.map((one) => [one.row.parent, one.status]))).toEqual({
			[gone]: 'unmatched',
			[stays]: 'done',
		});
	}
});

test('contacts whose id is known and others are written at one time', async () => {
	const [byId = '', byPhone = ''] = await contacts({}, { rcs_phone_e164: phoneOf(1) });
	const values = { lastEvent: 'message_read' };
	const changes = [
		{ phone: phoneOf(0), record: { object: 'contacts', id: byId }, values, urgent: false },
		{ phone: phoneOf(1), values, urgent: false },
	];
	const plan = hubspot.plan({ contacts: changes, messages: [], events: [] }, account());
	const said = await execute(runOf(account()), plan);
	expect(said.map(({ status }) => status)).toEqual(['done', 'done']);
	expect(asked).toHaveLength(2);
	for (const id of [byId, byPhone])
		expect(await contact(id)).toMatchObject({ rcs_last_event: 'message_read' });
});

test('texts longer than their fields are written once', async () => {
	await contacts({ phone });
	const error = providerError('provider', '配信できません'.repeat(40));
	const events = [
		event({ type: 'message.failed', error }),
		event({ eventId: 'b', type: 'message.sent', campaignId: '春の'.repeat(150) }),
		event({ eventId: 'c', type: 'user.optedOut', keyword: '停止'.repeat(40) }),
	];
	const settings = account({ history: false });
	expect(await write(events, settings)).toMatchObject([{ status: 'written' }]);
	expect(await write(events.toReversed(), settings)).toMatchObject([{ status: 'unchanged' }]);
});

test('an edit in the CRM arrives, and what is written back does not echo', async () => {
	const [id = ''] = await contacts({ phone });
	const run = runOf(account({ history: false }));
	const occurredAt = '2026-01-31T10:12:00.000Z';
	await writeBack(run, [event({ type: 'user.optedIn', occurredAt })]);
	const poll = async () => (await pollConsent(run, { told: {} }, { mostPages: 1 })).statements;
	expect(await poll()).toEqual([]);
	await backstage('PATCH', `/contacts/${id}`, { properties: { rcs_consent_status: 'opted_out' } });
	const [edit] = await poll();
	expect(edit).toMatchObject({ phone, record: { id }, statement: { state: 'optedOut' } });
	const values = consentValues('optedOut', edit?.statement.occurredAt ?? '', 'hubspot');
	await writeContacts(run, [{ phone, values, urgent: true }]);
	expect(await poll()).toEqual([]);
	expect(await contact(id)).toMatchObject({ rcs_consent_status: 'opted_out' });
});

/** Our properties of the contacts that have an RCS phone, by phone. */
async function synced() {
	const all = (await records()).map((record) => asObject(record['properties']));
	const own = (properties: object) =>
		Object.fromEntries(Object.entries(properties).filter(([name]) => name.startsWith('rcs_')));
	const found = all.filter((properties) => properties['rcs_phone_e164'] !== undefined).map(own);
	return new Map(found.map((properties) => [properties['rcs_phone_e164'], properties]));
}

test('in random order, repeated, and with failures of every kind, the records are those of a plain run', async () => {
	const phones = Array.from({ length: 230 }, (_, i) => phoneOf(3_000_000 + i));
	const types: EventType[] = ['message.sent', 'message.delivered', 'message.read', 'user.optedOut'];
	const events = phones.flatMap((user, i) =>
		types.slice(0, 1 + (i % 4)).map((type, at) => {
			const occurredAt = `2030-01-31T10:0${at}:00.000Z`;
			return event({ eventId: `${user} ${type}`, user, type, occurredAt });
		}),
	);
	const people = phones.map((own) => ({ phone: own }));
	await contacts(...people);
	await write(events, account(withEvents));
	const plain = await synced();
	expect(plain.size).toBe(230);

	await call('POST', '/sandbox/reset');
	await setUp(account(withEvents));
	await contacts(...people);
	const faults = [
		{ kind: 'status', status: 500, times: 2 },
		{ kind: 'status', status: 423, times: 1 },
		{ kind: 'status', status: 429, times: 1 },
		{ kind: 'resetBefore', times: 1 },
		{ kind: 'resetAfter', times: 1 },
	];
	const [shuffled] = fc.sample(fc.shuffledSubarray([...events, ...events.slice(0, 60)]), {
		seed: 4,
		numRuns: 1,
	});
	const half = Math.ceil((shuffled?.length ?? 0) / 2);
	for (const part of [shuffled?.slice(0, half), shuffled?.slice(half), events]) {
		for (const one of faults)
			await fault({ path: '/crm/objects/2026-09/contacts/batch/update', ...one });
		const run = { ...runOf(account(withEvents)), retries: 8 };
		const outcomes = await writeBack(run, part ?? []);
		expect(outcomes.flatMap(({ failures }) => failures)).toEqual([]);
	}
	expect(await synced()).toEqual(plain);
	const { body } = await call('GET', '/sandbox/crm/hubspot/events');
	expect(body['uuids']).toBe(events.length);
});
