import type { CrmId } from '../../connectors';
import { crmAccount, phones } from './crmWorld';
import { useCrmTrigger } from './rcsCrmTriggerWorld';

const [phone = '', other = ''] = phones(2);
const hubspotSearch = '/crm/objects/2026-09/contacts/search';

/** What asks for changed records, and what writes to them. */
const paths: Record<CrmId, { ask: string; write: string }> = {
	hubspot: { ask: hubspotSearch, write: '/crm/objects/2026-09/contacts/batch/update' },
	salesforce: { ask: '/services/data/v66.0/composite', write: '/services/data/v66.0/composite' },
};

describe.each(['hubspot', 'salesforce'] as const)('RCS CRM Trigger in trouble with %s', (crm) => {
	const { setUp, add, edit, publish, fieldsOf, fault, url } = useCrmTrigger(crm);

	beforeEach(async () => {
		await setUp();
		await add(phone, other);
	});

	it.each([
		['is busy', { kind: 'status', status: 429, retryAfter: 0 }],
		['does not answer', { kind: 'resetBefore' }],
		['ends the connection after it did it', { kind: 'resetAfter' }],
	])('loses and doubles nothing where the CRM %s', async (_words, trouble) => {
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
	});

	it('loses nothing in a poll that failed, and says what to do', async () => {
		const workflow = await publish();
		await edit(phone, 'opted_out');
		await fault({ kind: 'status', status: 429, retryAfter: 0, times: 4 });
		await expect(workflow.poll()).rejects.toMatchObject({
			description: 'Nothing is lost: the next poll tells what this one could not.',
		});
		expect((await workflow.poll()).consents).toMatchObject([{ phone }]);
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
