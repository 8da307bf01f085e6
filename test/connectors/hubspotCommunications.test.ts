import fc from 'fast-check';
import { writeBack } from '../../connectors/writeBack';
import type { EventType, RcsEvent } from '../../core/event/types';
import { asObject, type JsonObject } from '../../core/json';
import { account, useHubspotAccount } from './hubspotAccount';
import { event, otherPhone, phone, phoneOf } from './hubspotFixtures';

const { api, backstage, contacts, records, call, fault, asked, runOf, setUp } = useHubspotAccount();
const COMMUNICATIONS = '/crm/objects/2026-09/communications';
const ASSOCIATIONS = '/crm/associations/2026-09/contacts/communications/batch/read';

const write = (events: readonly RcsEvent[], options: JsonObject = {}) =>
	writeBack(runOf(account({ options })), events);

/** What the account keeps of communications: whose, when, and what they tell. */
async function communications() {
	const own = (await records()).filter(({ object }) => object === 'communications');
	return own.map(({ contacts: of, properties }) => {
		const { hs_communication_body: html, hs_timestamp: at } = asObject(properties);
		return { of, at, lines: String(html).split('<br>') };
	});
}

const sent = event({ eventId: 'a', type: 'message.sent', messageId: 'm', campaignId: 'spring' });
const read = event({
	eventId: 'b',
	type: 'message.read',
	messageId: 'm',
	occurredAt: '2030-01-31T10:15:40.000Z',
});
const reply = event({
	eventId: 'c',
	type: 'message.replied',
	messageId: 'm',
	occurredAt: '2030-01-31T10:16:00.000Z',
	text: 'Yes <b>&\nplease',
});

beforeEach(async () => {
	await setUp(account());
	asked.length = 0;
});

test('a day of a contact is one communication, however many runs tell of it', async () => {
	const [id] = await contacts({ phone });
	await write([read]);
	await write([reply, sent]);
	expect(await write([sent, read, reply])).toMatchObject([{ failures: [] }]);
	expect(await communications()).toEqual([
		{
			of: [id],
			at: reply.occurredAt,
			lines: [
				'RCS 2030-01-31',
				expect.stringMatching(/^10:12:00 sent, 10:15:40 read \(spring\) #[0-9a-f]{8}$/),
				expect.stringMatching(/^10:16:00 replied: Yes &lt;b&gt;&amp; please #[0-9a-f]{8}$/),
			],
		},
	]);
	const [{ body }] = [await call('GET', '/sandbox/crm/hubspot/records')];
	expect(JSON.stringify(body)).toContain('"hs_communication_channel_type":"SMS"');
});

test('what is there already is not written again', async () => {
	await contacts({ phone });
	await write([sent, read]);
	asked.length = 0;
	expect(await write([read, sent])).toMatchObject([{ failures: [] }]);
	expect(asked.filter((one) => !one.endsWith('/read'))).toEqual([]);
});

test('the day is one of the account, and each has its own communication', async () => {
	await contacts({ phone });
	const early = event({ eventId: 'd', occurredAt: '2030-01-31T01:00:00.000Z' });
	await write([sent, early], { timeZone: 'America/New_York' });
	await write([read], { timeZone: 'America/New_York' });
	expect((await communications()).map(({ lines }) => lines.slice(0, 2))).toEqual([
		['RCS 2030-01-31', expect.stringMatching(/^05:12:00 sent, 05:15:40 read/)],
		['RCS 2030-01-30', expect.stringMatching(/^20:00:00 delivered/)],
	]);
});

test('an event of a type that is not kept is none, one of two contacts is theirs', async () => {
	const [first, second] = await contacts({ phone }, { phone: otherPhone });
	const other = event({ ...read, eventId: 'e', user: otherPhone });
	await write([sent, read, other], { eventTypes: ['message.read'] });
	const made = await communications();
	expect(made.map(({ of }) => of)).toEqual([[first], [second]]);
	expect(JSON.stringify(made)).not.toContain('sent');
});

test('one that somebody gave to two contacts tells of both', async () => {
	const [, second] = await contacts({ phone }, { phone: otherPhone });
	await write([sent]);
	const made = (await records()).find(({ object }) => object === 'communications');
	const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 81 }];
	const inputs = [{ from: { id: made?.['id'] }, to: { id: second }, types }];
	await api('POST', '/crm/associations/2026-09/communications/contacts/batch/create', { inputs });
	const other = event({ ...reply, eventId: 'e', user: otherPhone });
	expect((await write([read, other])).flatMap(({ failures }) => failures)).toEqual([]);
	const [only, ...more] = await communications();
	expect(more).toEqual([]);
	expect(only?.lines.slice(1)).toEqual([
		expect.stringMatching(/sent, 10:15:40 read/),
		expect.stringMatching(/replied/),
	]);
});

test('other communications of the contact are left alone, however many there are', async () => {
	const [id] = await contacts({ phone });
	const log = (html: string, more: object = {}) => ({
		properties: {
			hs_communication_channel_type: 'SMS',
			hs_communication_logged_from: 'CRM',
			hs_communication_body: html,
			hs_timestamp: '2030-01-31T10:00:00.000Z',
			...more,
		},
		associations: [
			{ to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 81 }] },
		],
	});
	const create = (inputs: object[]) => api('POST', `${COMMUNICATIONS}/batch/create`, { inputs });
	await write([sent]);
	const theirs = { hs_communication_channel_type: 'WHATS_APP' };
	const inputs = [log('RCS 2030-01-31', theirs), log('Hello'), log('RCS 2030-01-30')];
	await create([...inputs, ...Array.from({ length: 97 }, (_, i) => log(`Text ${i}`))]);
	await backstage('PATCH', '/settings', { associationsPerPage: 40 });
	const before = (await communications()).slice(1);
	asked.length = 0;
	await write([read]);
	const [ours, ...others] = await communications();
	expect(ours?.lines[1]).toMatch(/sent, 10:15:40 read/);
	expect(others).toEqual(before);
	// Three pages of ids, the two newest communications, the hundred others; the update, and a look after it.
	const history = asked.filter((one) => one.includes('communications'));
	expect(history.map((one) => one.replace('POST /', ''))).toEqual([
		...Array<string>(3).fill('contacts/communications/batch/read'),
		...Array<string>(2).fill('communications/batch/read'),
		'communications/batch/update',
		'communications/batch/read',
	]);
});

test.each([
	['the connection is cut after HubSpot took it', { kind: 'resetAfter' }],
	['the connection is cut before HubSpot took it', { kind: 'resetBefore' }],
	['HubSpot fails', { kind: 'status', status: 500 }],
	['a gateway gives up', { kind: 'status', status: 504 }],
	['HubSpot has enough for now', { kind: 'status', status: 429 }],
])('%s: one communication a contact and day', async (_name, one) => {
	await contacts({ phone }, { phone: otherPhone });
	await fault({ path: `${COMMUNICATIONS}/batch/create`, ...one });
	await fault({ path: `${COMMUNICATIONS}/batch/update`, ...one });
	const events = [sent, event({ ...sent, eventId: 'e', user: otherPhone })];
	for (const more of [events, [...events, read]])
		expect((await write(more)).flatMap(({ failures }) => failures)).toEqual([]);
	const made = await communications();
	expect(made).toHaveLength(2);
	expect(made[0]?.lines[1]).toMatch(/sent, 10:15:40 read/);
});

test('a question whose answer is lost is asked again; where none comes, nothing is written', async () => {
	await contacts({ phone });
	await fault({ path: ASSOCIATIONS, kind: 'resetBefore', times: 2 });
	expect((await write([sent])).flatMap(({ failures }) => failures)).toEqual([]);
	await fault({ path: ASSOCIATIONS, kind: 'status', status: 500, times: 3 });
	expect(await write([read])).toMatchObject([{ failures: [{ status: 'dead' }] }]);
	await fault({ path: ASSOCIATIONS, kind: 'status', status: 401 });
	expect(await write([read])).toMatchObject([{ failures: [{ status: 'reauth' }] }]);
	await backstage('PATCH', '/settings', { associationCallsPerTenSeconds: 0 });
	expect(await write([read])).toMatchObject([{ failures: [{ status: 'park' }] }]);
	const [only, ...more] = await communications();
	expect(more).toEqual([]);
	expect(only?.lines[1]).toMatch(/ sent \(spring\)/);
});

test('an answer that stays lost is unknown; the same events given again find what is there', async () => {
	await contacts({ phone });
	await fault({ path: `${COMMUNICATIONS}/batch/create`, kind: 'resetAfter' });
	await fault({ path: ASSOCIATIONS, kind: 'status', status: 500, skip: 1, times: 3 });
	expect(await write([sent])).toMatchObject([{ failures: [{ status: 'unknown' }] }]);
	expect(await write([sent, read])).toMatchObject([{ failures: [] }]);
	expect(await communications()).toHaveLength(1);
});

test('associations that come late make a second communication; from then on the first is added to', async () => {
	await contacts({ phone });
	await backstage('PATCH', '/settings', { associationLagMs: 60_000 });
	await write([sent]);
	await write([read]);
	expect(await communications()).toHaveLength(2);
	await backstage('POST', '/clock', { advanceSeconds: 61 });
	await write([sent, read, reply]);
	const [first, second, ...more] = await communications();
	expect(more).toEqual([]);
	expect(first?.lines.slice(1)).toEqual([
		expect.stringMatching(/^10:12:00 sent \(/),
		expect.stringMatching(/replied/),
	]);
	expect(second?.lines.slice(1)).toEqual([expect.stringMatching(/^10:15:40 read #/)]);
});

test('a short delay of associations does no harm to a lost answer', async () => {
	await contacts({ phone });
	await backstage('PATCH', '/settings', { associationLagMs: 900 });
	await fault({ path: `${COMMUNICATIONS}/batch/create`, kind: 'resetAfter' });
	expect(await write([sent])).toMatchObject([{ failures: [] }]);
	expect(await communications()).toHaveLength(1);
});

test('in random order, in parts, repeated, with failures, they are those of a plain run', async () => {
	const phones = Array.from({ length: 130 }, (_, i) => phoneOf(4_000_000 + i));
	const types: EventType[] = ['message.sent', 'message.delivered', 'message.replied'];
	const events = phones.flatMap((user, i) =>
		types.slice(0, 1 + (i % 3)).map((type, at) =>
			event({
				eventId: `${user} ${type}`,
				user,
				type,
				messageId: user,
				occurredAt: `2030-01-31T10:0${at}:00.000Z`,
				...(type === 'message.replied' ? { text: `Yes, says ${i}` } : {}),
			}),
		),
	);
	const people = phones.map((own) => ({ phone: own }));
	await contacts(...people);
	await write(events);
	const told = async () =>
		(await communications()).map(({ lines, at }) => [...lines, String(at)].join()).toSorted();
	const plain = await told();
	expect(plain).toHaveLength(130);

	await call('POST', '/sandbox/reset');
	await setUp(account());
	await contacts(...people);
	const [shuffled = []] = fc.sample(
		fc.shuffledSubarray([...events, ...events.slice(0, 40)], { minLength: events.length + 40 }),
		{ seed: 4, numRuns: 1 },
	);
	for (const part of [
		shuffled.slice(0, 90),
		shuffled.slice(90, 200),
		shuffled.slice(200),
		events,
	]) {
		for (const end of ['create', 'update', 'read'])
			for (const kind of ['resetAfter', 'resetBefore'])
				await fault({ path: `${COMMUNICATIONS}/batch/${end}`, kind });
		await fault({ path: ASSOCIATIONS, kind: 'status', status: 500 });
		const outcomes = await writeBack({ ...runOf(account()), retries: 8 }, part);
		expect(outcomes.flatMap(({ failures }) => failures)).toEqual([]);
	}
	expect(await told()).toEqual(plain);
});

test('one long text does not cost what comes after it on that day', async () => {
	await contacts({ phone });
	const at = (time: string) => `2030-01-31T${time}:00.000Z`;
	const long = event({ eventId: 'l', type: 'message.received', occurredAt: at('11:00') });
	const last = event({ ...long, eventId: 'i', occurredAt: at('12:00'), text: 'important' });
	const events = [sent, { ...long, text: '&y'.repeat(50_000) }, last];
	await write(events);
	await write(events.toReversed());
	const [only] = await communications();
	expect(only?.lines.map((line) => line.slice(0, 19))).toEqual([
		'RCS 2030-01-31',
		'10:12:00 sent (spri',
		'11:00:00 received: ',
		'12:00:00 received: ',
	]);
	expect(only?.lines[2]).toMatch(/^11:00:00 received: (?:&amp;y){1535}&amp;… #[0-9a-f]{8}$/);
});

test('events that name campaigns of one message differently leave the same, in any order and parts', async () => {
	const names = fc.constantFrom(undefined, '', 'a', 'b', 'ab', '<b>', 'c'.repeat(300));
	const types: EventType[] = ['message.sent', 'message.delivered', 'message.read'];
	const drawn = fc.record({
		type: fc.constantFrom(...types),
		messageId: fc.constantFrom('1', '2'),
		provider: fc.constantFrom('infobip', 'seven'),
		campaignId: names,
		ms: fc.integer({ min: 0, max: 2000 }),
	});
	const cases = fc.array(drawn, { minLength: 8, maxLength: 8 }).chain((all) => {
		const events = all.map(({ ms, campaignId, ...more }, i) => {
			const occurredAt = new Date(Date.UTC(2030, 0, 31, 10) + ms).toISOString();
			return event({
				...more,
				eventId: `${i}`,
				occurredAt,
				...(campaignId === undefined ? {} : { campaignId }),
			});
		});
		return fc.tuple(
			fc.constant(events),
			fc.shuffledSubarray(events, { minLength: 8 }),
			fc.nat({ max: 8 }),
		);
	});
	await fc.assert(
		fc.asyncProperty(cases, async ([events, shuffled, at]) => {
			const told = async (parts: readonly (readonly RcsEvent[])[]) => {
				await call('POST', '/sandbox/reset');
				await setUp(account());
				await contacts({ phone });
				for (const part of parts) await write(part);
				return (await communications()).map(({ lines, at: last }) => ({ lines, last }));
			};
			const parts = [shuffled.slice(0, at), shuffled.slice(at), shuffled.slice(0, 3)];
			expect(await told(parts)).toEqual(await told([events]));
		}),
		{ numRuns: 15 },
	);
});
