import { type CrmId, crms } from '../../connectors';
import { crmAccount, phones } from './crmWorld';
import { useCrmTrigger } from './rcsCrmTriggerWorld';

const [phone = '', other = ''] = phones(2);
const hubspotSearch = '/crm/objects/2026-09/contacts/search';

/** What asks for changed records, and what writes to them. */
const paths: Record<CrmId, { ask: string; write: string }> = {
	hubspot: { ask: hubspotSearch, write: '/crm/objects/2026-09/contacts/batch/update' },
	salesforce: { ask: '/services/data/v66.0/composite', write: '/services/data/v66.0/composite' },
};

/**
 * Two polls of 450 changed records, and the acknowledgement in between. Where several contacts changed in
 * one millisecond, HubSpot's pages are some more.
 */
const mostCalls: Record<CrmId, number> = { hubspot: 3 + 5 + 5 + 3 + 6, salesforce: 1 + 1 + 1 + 1 };

describe.each(['hubspot', 'salesforce'] as const)('RCS CRM Trigger with %s', (crm) => {
	const { setUp, add, edit, happens, publish, byHand, fieldsOf, fault, url, admin, call, calls } =
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

	it('tells every one of 450 edits made at once, in few calls', async () => {
		const many = phones(450);
		await addMany(many.slice(2));
		const workflow = await publish();
		await editAll('opted_out');
		const first = (await workflow.poll()).consents;
		expect(new Set(first.map((one) => one['phone'])).size).toBe(450);
		expect(first).toHaveLength(450);
		expect((await workflow.poll()).isNothing).toBe(true);
		await editAll('opted_in');
		const before = await calls();
		expect((await workflow.poll()).consents).toHaveLength(450);
		expect((await workflow.poll()).isNothing).toBe(true);
		expect((await calls()) - before).toBeLessThanOrEqual(mostCalls[crm]);
	}, 60_000);

	async function addMany(own: readonly string[]) {
		if (crm === 'hubspot')
			return admin('POST', '/contacts', { contacts: own.map((one) => ({ phone: one })) });
		for (const MobilePhone of own)
			await admin('POST', '/records', {
				object: 'Contact',
				fields: { LastName: 'X', MobilePhone },
			});
		return undefined;
	}

	async function editAll(value: string) {
		const { body } = await call('GET', `/sandbox/crm/${crm}/contacts`);
		for (const { id } of body['contacts'] as { id: string }[])
			await (crm === 'hubspot'
				? admin('PATCH', `/contacts/${id}`, { properties: { rcs_consent_status: value } })
				: admin('PATCH', `/records/${id}`, { fields: { RCS_Consent_Status__c: value } }));
	}

	it.each([
		['is busy', { kind: 'status', status: 429, retryAfter: 0 }],
		['does not answer', { kind: 'resetBefore' }],
		['ends the connection after it did it', { kind: 'resetAfter' }],
	])(
		'loses and doubles nothing where the CRM %s',
		async (_words, trouble) => {
			const workflow = await publish();
			const { ask, write } = paths[crm];
			await edit(phone, 'opted_out');
			await fault({ ...trouble, path: ask });
			expect((await workflow.poll()).consents).toMatchObject([{ phone }]);
			await edit(other, 'opted_in');
			await fault({ ...trouble, path: write, ...(crm === 'hubspot' ? {} : { skip: 1 }) });
			expect((await workflow.poll()).consents).toMatchObject([{ phone: other }]);
			expect((await workflow.poll()).isNothing).toBe(true);
			expect(await fieldsOf(phone)).toHaveProperty('RCS consent source');
			expect(await fieldsOf(other)).toHaveProperty('RCS consent source');
		},
		20_000,
	);

	it('loses nothing in a poll that failed, and says what to do', async () => {
		const workflow = await publish();
		await edit(phone, 'opted_out');
		await fault({ kind: 'status', status: 429, retryAfter: 0, times: 4 });
		await expect(workflow.poll()).rejects.toMatchObject({
			description: 'Nothing is lost: the next poll tells what this one could not.',
		});
		expect((await workflow.poll()).consents).toMatchObject([{ phone }]);
	}, 20_000);

	it('doubles nothing after a restart, whenever it comes', async () => {
		const workflow = await publish();
		workflow.restart();
		await edit(phone, 'opted_out');
		expect((await workflow.poll()).consents).toHaveLength(1);
		workflow.restart();
		expect((await workflow.poll()).isNothing).toBe(true);
		workflow.restart();
		expect((await workflow.poll()).isNothing).toBe(true);
		await edit(phone, 'opted_in');
		workflow.restart();
		expect((await workflow.poll()).consents).toMatchObject([{ optedIn: true }]);
		workflow.restart();
		expect((await workflow.poll()).isNothing).toBe(true);
	});

	it('tells the same with the same id where n8n stopped before it kept anything', async () => {
		const workflow = await publish();
		await edit(phone, 'opted_out');
		const lost = (await workflow.poll()).consents;
		const again = await publish({ startFrom: 'everyone' });
		expect(again.first.consents).toEqual(lost);
	});

	it('remembers by itself what it told where it does not write back', async () => {
		const workflow = await publish({ writeBack: false });
		for (const status of ['opted_out', 'opted_in', 'opted_out']) {
			await edit(phone, status);
			expect((await workflow.poll()).consents).toHaveLength(1);
			await happens(phone, 'message.read');
			expect((await workflow.poll()).isNothing).toBe(true);
		}
		expect(await fieldsOf(phone)).not.toHaveProperty('RCS consent source');
	});

	it('starts anew with another account, and tells nothing twice with another start', async () => {
		const workflow = await publish();
		await edit(phone, 'opted_out');
		expect((await workflow.poll()).consents).toHaveLength(1);
		workflow.change({ startFrom: 'everyone' });
		expect((await workflow.poll()).isNothing).toBe(true);
		await edit(other, 'opted_in');
		const told = (await workflow.poll()).consents;
		expect(told).toMatchObject([{ phone: other }]);
		workflow.change({ authentication: 'oAuth2' }, crmAccount(crm, url(), 'oAuth2'));
		expect((await workflow.poll()).consents).toEqual(told);
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

	it('keeps secrets and phones out of what n8n stores, and secrets out of items', async () => {
		const workflow = await publish();
		await edit(phone, 'opted_out');
		const items = JSON.stringify((await workflow.poll()).consents);
		const kept = JSON.stringify(workflow.kept());
		const secrets = Object.values(crmAccount(crm, url()).data)
			.flatMap((fields) => [fields['token'], fields['privateKey'], fields['clientId']])
			.filter((value): value is string => typeof value === 'string');
		expect(secrets.length).toBeGreaterThan(0);
		for (const secret of secrets) expect(items + kept).not.toContain(secret);
		expect(kept).not.toContain(phone);
		expect(kept).toContain('optedOut');
	});

	it('says that the access ended, and goes on when it is back', async () => {
		const workflow = await publish();
		await edit(phone, 'opted_out');
		const good = crmAccount(crm, url());
		const bad = crmAccount(crm, url(), 'key', { token: 'wrong', clientId: 'wrong' });
		workflow.change({}, bad);
		await expect(workflow.poll()).rejects.toMatchObject({
			description: expect.stringMatching(/credential|certificate/),
		});
		workflow.change({}, good);
		expect((await workflow.poll()).consents).toMatchObject([{ phone }]);
	});

	it('does not join a poll that is still going on', async () => {
		const workflow = await publish();
		await edit(phone, 'opted_out');
		const [first, second] = await Promise.all([workflow.poll(), workflow.poll()]);
		expect([first.consents.length, second.isNothing]).toEqual([1, true]);
	});
});

describe('RCS CRM Trigger with a search of HubSpot that lags', () => {
	const { setUp, add, edit, publish, admin } = useCrmTrigger('hubspot');

	it('tells an edit once, though the search shows it after it was acknowledged', async () => {
		await setUp();
		await add(phone);
		const workflow = await publish();
		await admin('PATCH', '/settings', { searchLagMs: 60_000 });
		await edit(phone, 'opted_out');
		expect((await workflow.poll()).isNothing).toBe(true);
		await admin('POST', '/clock', { advanceSeconds: 60 });
		expect((await workflow.poll()).consents).toHaveLength(1);
		for (let i = 0; i < 3; i += 1) {
			expect((await workflow.poll()).isNothing).toBe(true);
			await admin('POST', '/clock', { advanceSeconds: 40 });
		}
	});
});
