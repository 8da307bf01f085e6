import { crms } from '../../connectors';
import { phones } from './crmWorld';
import { useCrmTrigger } from './rcsCrmTriggerWorld';

const [phone = '', other = ''] = phones(2);

describe.each(['hubspot', 'salesforce'] as const)('RCS CRM Trigger with %s', (crm) => {
	const { setUp, add, edit, happens, publish, byHand, fieldsOf, admin, people, call } =
		useCrmTrigger(crm);
	const { displayName } = crms[crm];

	beforeEach(async () => {
		await setUp();
		await add(phone, other);
	});

	it('tells nothing at first, then an edit as one item, then nothing more', async () => {
		const workflow = await publish();
		expect(workflow.first.isNothing).toBe(true);
		await edit(phone, 'opted_out');
		const { consents, problems } = await workflow.poll();
		expect(problems).toEqual([]);
		expect(consents).toEqual([
			{
				...{ phone, state: 'optedOut', optedIn: false, occurredAt: expect.any(String) },
				...{ source: crm, origin: 'admin', level: 'single' },
				id: expect.stringMatching(/^[0-9a-f-]{36}$/),
				overridesOptOut: false,
				otherNumber: false,
				record: expect.objectContaining({
					object: crm === 'hubspot' ? 'contacts' : 'Contact',
					id: expect.any(String),
					name: 'Test Person',
				}),
			},
		]);
		expect((await workflow.poll()).isNothing).toBe(true);
		expect((await workflow.poll()).isNothing).toBe(true);
		expect(await fieldsOf(phone)).toMatchObject({
			'RCS consent status': 'Opted out',
			'RCS consent source': `edited in ${displayName}`,
		});
	});

	it('does not tell what the person did on the phone', async () => {
		const workflow = await publish();
		await happens(phone, 'user.optedIn');
		await happens(other, 'user.optedOut');
		expect((await workflow.poll()).isNothing).toBe(true);
		await edit(phone, 'opted_out');
		await happens(other, 'message.read');
		expect((await workflow.poll()).consents).toMatchObject([{ phone, optedIn: false }]);
		await happens(phone, 'message.read');
		expect((await workflow.poll()).isNothing).toBe(true);
	});

	it('says where an edit ends an opt-out of the person, also when that was edited before', async () => {
		const workflow = await publish();
		const since = '2026-11-01T10:00:00.000Z';
		await happens(phone, 'user.optedOut', since);
		await edit(phone, 'opted_in');
		expect((await workflow.poll()).consents).toMatchObject([
			{
				...{ optedIn: true, overridesOptOut: true },
				previous: { state: 'optedOut', since, source: 'event' },
			},
		]);
		await edit(phone, 'opted_out');
		expect((await workflow.poll()).consents).toMatchObject([{ overridesOptOut: false }]);
		await edit(phone, 'opted_in');
		expect((await workflow.poll()).consents).toMatchObject([
			{
				...{ optedIn: true, overridesOptOut: true },
				previous: { state: 'optedOut', source: `edited in ${displayName} over an opt-out` },
			},
		]);
		await edit(other, 'opted_out');
		await workflow.poll();
		await edit(other, 'opted_in');
		expect((await workflow.poll()).consents).toMatchObject([{ overridesOptOut: false }]);
	});

	it('tells out, in and out again, and once where it was edited several times between polls', async () => {
		const workflow = await publish();
		const told = [];
		for (const status of ['opted_out', 'opted_in', 'opted_out', 'opted_out']) {
			await edit(phone, status);
			told.push(...(await workflow.poll()).consents);
		}
		expect(told.map(({ state }) => state)).toEqual(['optedOut', 'optedIn', 'optedOut']);
		expect(new Set(told.map(({ id }) => id)).size).toBe(3);
		await workflow.poll();
		for (const status of ['opted_in', 'opted_out', 'pending']) await edit(phone, status);
		expect((await workflow.poll()).consents).toMatchObject([{ state: 'pending' }]);
	});

	it('tells everybody with a status where it starts from everyone', async () => {
		await edit(phone, 'opted_in');
		await edit(other, 'opted_out');
		const workflow = await publish({ startFrom: 'everyone' });
		expect(workflow.first.consents.map((one) => [one['phone'], one['optedIn']])).toEqual([
			[phone, true],
			[other, false],
		]);
		expect((await workflow.poll()).isNothing).toBe(true);
	});

	it('names a record without a readable phone once, and tells it when there is one', async () => {
		const national = '07700 900999';
		await add('+447700900999');
		const workflow = await publish();
		await edit('+447700900999', 'opted_out');
		await setPhone('+447700900999', 'ask reception');
		const { consents, problems } = await workflow.poll();
		expect(consents).toEqual([]);
		expect(problems).toMatchObject([
			{
				problem: expect.stringContaining('phone'),
				state: 'optedOut',
				record: { id: expect.any(String) },
			},
		]);
		expect((await workflow.poll()).isNothing).toBe(true);
		workflow.change({ options: { defaultCountry: 'gb' } });
		await setPhone('ask reception', national);
		expect((await workflow.poll()).consents).toMatchObject([
			{ phone: '+447700900999', optedIn: false },
		]);
	});

	it('gives one item for each number of an opt-out, and one for an opt-in', async () => {
		const [mobile, office, later] = phones(5).slice(2);
		await add(mobile ?? '');
		const record = (await people()).find((one) => one.phone === mobile);
		const type = (number: string) =>
			crm === 'hubspot'
				? admin('PATCH', `/contacts/${record?.id}`, {
						properties: { rcs_phone_e164: mobile, mobilephone: number },
					})
				: admin('PATCH', `/records/${record?.id}`, {
						fields: { RCS_Phone_E164__c: mobile, Phone: number },
					});
		const workflow = await publish();
		await type(office ?? '');
		await edit(mobile ?? '', 'opted_out');
		const { consents, problems } = await workflow.poll();
		const [first, second, ...more] = consents;
		expect([problems, more]).toEqual([[], []]);
		expect(first).toMatchObject({ phone: mobile, state: 'optedOut', otherNumber: false });
		const { id, ...others } = second ?? {};
		expect({ id: first?.['id'], ...others }).toEqual({
			...first,
			phone: office,
			otherNumber: true,
		});
		expect(id).not.toBe(first?.['id']);
		await edit(mobile ?? '', 'opted_in');
		expect((await workflow.poll()).consents).toMatchObject([{ phone: mobile, optedIn: true }]);

		await type('+44 77');
		await edit(mobile ?? '', 'opted_out');
		const unread = await workflow.poll();
		expect(unread.consents).toMatchObject([{ phone: mobile, state: 'optedOut' }]);
		expect(unread.problems).toMatchObject([
			{
				problem: expect.stringContaining(crm === 'hubspot' ? 'mobilephone' : 'Phone'),
				state: 'optedOut',
			},
		]);
		expect((await byHand()).problems).toEqual(unread.problems);
		expect((await workflow.poll()).isNothing).toBe(true);
		await type(later ?? '');
		expect((await workflow.poll()).consents).toMatchObject([{ phone: later, state: 'optedOut' }]);
		expect((await workflow.poll()).isNothing).toBe(true);
	});

	async function setPhone(from: string, to: string) {
		const { body } = await call('GET', `/sandbox/crm/${crm}/contacts`);
		const found = (body['contacts'] as { id: string; phone: string }[]).find(
			(one) => one.phone === from,
		);
		await (crm === 'hubspot'
			? admin('PATCH', `/contacts/${found?.id}`, { properties: { phone: to } })
			: admin('PATCH', `/records/${found?.id}`, { fields: { MobilePhone: to } }));
	}

	it('shows the latest edits by hand, and changes nothing', async () => {
		expect((await byHand()).isNothing).toBe(true);
		await edit(phone, 'opted_out');
		const before = await fieldsOf(phone);
		const { consents, staticData } = await byHand();
		expect(consents).toMatchObject([{ phone, state: 'optedOut' }]);
		expect(staticData).toEqual({});
		expect((await byHand()).consents).toEqual(consents);
		expect(await fieldsOf(phone)).toEqual(before);
	});
});
