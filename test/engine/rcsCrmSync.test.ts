import { asArray } from '../../core/json';
import { crmOf, phones, rcsEvent, useCrmSync } from './crmWorld';

const says = (words: RegExp) => expect.stringMatching(words) as string;

describe.each(['hubspot', 'salesforce'] as const)('writing engagement to %s', (crm) => {
	const { sync, setUp, add, people, calls } = useCrmSync(crm);
	const [phone = '', other = '', third = '', nobody = ''] = phones(4);
	const at = (time: string) => ({ occurredAt: `2026-11-20T${time}.000Z` });

	beforeEach(() => setUp());

	const statuses = (items: Parameters<typeof crmOf>[0][]) =>
		items.map((item) => crmOf(item)['status']);
	const fieldsOf = async (wanted: string) =>
		(await people()).find((person) => person.phone === wanted)?.fields;

	it('takes a look-up, a write and the history for 100 items, and gives each its outcome', async () => {
		const all = phones(100);
		await add(...all);
		await sync(
			{},
			all.map((one) => rcsEvent(one)),
		);
		const before = await calls();
		const read = { type: 'message.read', ...at('11:00:00') };
		const { done, unmatched, failed } = await sync(
			{},
			all.map((one) => rcsEvent(one, read)),
		);
		const taken = (await calls()) - before;
		// HubSpot is asked for the communications of the day: of the contacts, what is in them, and after the
		// write once more, 50 a call.
		expect(taken).toBeLessThanOrEqual(crm === 'hubspot' ? 6 : 3);
		expect([unmatched, failed]).toEqual([[], []]);
		expect(done.map(({ pairedItem }) => pairedItem)).toEqual(all.map((_, item) => ({ item })));
		expect(done.map((item) => crmOf(item)['phone'])).toEqual(all);
		expect(new Set(statuses(done))).toEqual(new Set(['written']));
		expect(await fieldsOf(phone)).toMatchObject({
			'RCS last event': 'message.read',
			'RCS last delivered at': '2026-11-20T10:00:00.000Z',
			'RCS last read at': '2026-11-20T11:00:00.000Z',
			'RCS reachable': 'Yes',
		});
	});

	it('takes a look-up and a write for 100 items without history', async () => {
		const all = phones(100);
		await add(...all);
		const options = { history: false };
		await sync(
			{ options },
			all.map((one) => rcsEvent(one)),
		);
		const before = await calls();
		await sync(
			{ options },
			all.map((one) => rcsEvent(one, { type: 'message.read', ...at('11:00:00') })),
		);
		expect((await calls()) - before).toBe(2);
		const again = await calls();
		const { done } = await sync(
			{ options },
			all.map((one) => rcsEvent(one)),
		);
		expect((await calls()) - again).toBe(1);
		expect(new Set(statuses(done))).toEqual(new Set(['unchanged']));
	});

	it('lets items of one phone share its outcome, in any order, and keeps what is newer', async () => {
		await add(phone);
		const events = [
			rcsEvent(phone, { type: 'message.replied', text: 'Yes', ...at('12:00:00') }),
			rcsEvent(phone, { type: 'message.sent', campaignId: 'spring', ...at('09:00:00') }),
			rcsEvent(phone, at('10:00:00')),
		];
		const { done } = await sync({}, events);
		expect(statuses(done)).toEqual(['written', 'written', 'written']);
		const [person] = await people();
		expect(person?.fields).toMatchObject({
			'RCS last event': 'message.replied',
			'RCS last sent at': '2026-11-20T09:00:00.000Z',
			'RCS last campaign': 'spring',
		});
		expect(person?.timeline).toHaveLength(1);
	});

	it('names the record, and its address where it is known', async () => {
		await add(phone);
		const { done } = await sync({}, [rcsEvent(phone)]);
		const [person] = await people();
		expect(crmOf(done[0])['record']).toMatchObject({
			id: person?.id,
			...(crm === 'salesforce' ? { url: expect.stringMatching(`/salesforce/${person?.id}$`) } : {}),
		});
	});

	it('tells unmatched and shared phones by Unmatched, and writes nothing of them', async () => {
		await add(phone, other, other);
		const { done, unmatched, failed, hints } = await sync({}, [
			rcsEvent(nobody),
			rcsEvent(phone),
			rcsEvent(other),
		]);
		expect(statuses(done)).toEqual(['written']);
		expect(failed).toEqual([]);
		expect(unmatched.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(statuses(unmatched)).toEqual(['unmatched', 'ambiguous']);
		expect(crmOf(unmatched[0])).toMatchObject({ phone: nobody, reason: says(/No record/) });
		expect(crmOf(unmatched[1])['reason']).toMatch(/2 records .* share this phone/);
		expect(asArray(crmOf(unmatched[1])['records'])).toHaveLength(2);
		expect(hints).toHaveLength(1);
		expect((await fieldsOf(other))?.['RCS last event']).toBeUndefined();
	});

	it('makes a contact where it is told to, and tells its id', async () => {
		const options = { createContacts: true };
		const { done } = await sync({ options }, [rcsEvent(third)]);
		const [person] = await people();
		expect(crmOf(done[0])).toMatchObject({ status: 'created', record: { id: person?.id } });
		expect(person).toMatchObject({
			phone: third,
			fields: { 'RCS last event': 'message.delivered' },
		});
		expect(person?.timeline).toHaveLength(1);
	});

	it('skips what changes no record, and refuses what is no event, each with words', async () => {
		await add(phone);
		const { done, failed } = await sync({}, [
			{ type: 'template.approved', occurredAt: '2026-11-20T10:00:00Z', provider: 'infobip' },
			rcsEvent(phone, { type: 'user.typing' }),
			{ hello: 'world' },
			rcsEvent('nobody'),
			rcsEvent(phone, { occurredAt: 'yesterday' }),
			rcsEvent(phone),
		]);
		expect(statuses(done)).toEqual(['skipped', 'skipped', 'written']);
		expect(done.slice(0, 2).map((item) => crmOf(item)['reason'])).toEqual([
			expect.stringMatching(/names no phone/),
			expect.stringMatching(/user.typing changes nothing/),
		]);
		expect(failed.map((item) => crmOf(item)['failures'])).toMatchObject([
			[{ message: says(/no event/), advice: says(/RCS Trigger/) }],
			[{ message: says(/not a valid phone number/) }],
			[{ message: says(/no ISO 8601/) }],
		]);
	});

	it('takes results of Send RCS for what they tell: queued, failed, or nothing sure', async () => {
		await add(phone, other, third);
		const result = (to: string, status: string, more = {}) => ({
			...{ status, to, messageId: `m-${to}`, provider: 'infobip' },
			...more,
		});
		const reason = { category: 'notReachable', message: 'No RCS there' };
		const { done } = await sync({}, [
			result(phone, 'accepted'),
			{ order: 7, rcs: result(other, 'notSent', { reason }) },
			result(third, 'unknown'),
			result(third, 'notSent', {
				reason: { category: 'frequencyCap', message: 'Held until noon' },
			}),
			result(third, 'notSent', { reason: { category: 'quietHours', message: 'At night' } }),
		]);
		const statusesThen = ['written', 'written', 'skipped', 'skipped', 'skipped'];
		expect(statuses(done)).toEqual(statusesThen);
		expect(await fieldsOf(phone)).toMatchObject({ 'RCS last event': 'message.queued' });
		expect(await fieldsOf(phone)).not.toHaveProperty('RCS last sent at');
		expect(await fieldsOf(other)).toMatchObject({
			'RCS last event': 'message.failed',
			'RCS last failure reason': 'No RCS there',
		});
		expect(crmOf(done[3])['reason']).toBe('Held until noon');
	});

	it('reads an event that is mapped from other fields', async () => {
		await add(phone);
		const event =
			'={{ { type: "message.read", occurredAt: $json.when, user: $json.phone, provider: "shop" } }}';
		const { done } = await sync({ event, options: { defaultCountry: 'gb', includeInput: false } }, [
			{ when: '2026-11-20T10:00:00+01:00', phone: phone.replace('+44', '0') },
		]);
		expect(done[0]?.json).toMatchObject({ status: 'written', phone });
		expect(await fieldsOf(phone)).toMatchObject({ 'RCS last read at': '2026-11-20T09:00:00.000Z' });
	});

	it('shows what it would write, and writes nothing', async () => {
		await add(phone, other);
		const { done, unmatched } = await sync({ options: { dryRun: true } }, [
			rcsEvent(phone),
			rcsEvent(nobody),
		]);
		const { status, writes } = crmOf(done[0]);
		expect([status, statuses(unmatched)]).toEqual(['dryRun', ['unmatched']]);
		expect(writes).toMatchObject([
			{ request: 1, of: crm === 'hubspot' ? 2 : 1, method: 'POST' },
			{},
		]);
		expect(JSON.stringify(writes)).toContain(
			crm === 'hubspot' ? 'rcs_last_event' : 'RCS_Last_Event__c',
		);
		expect((await fieldsOf(phone))?.['RCS last event']).toBeUndefined();
	});
});
