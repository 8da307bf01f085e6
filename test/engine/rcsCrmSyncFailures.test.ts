import type { CrmId } from '../../connectors';
import { demoApp } from '../../sandbox/crm/salesforce/account';
import { crmAccount, crmOf, phones, rcsEvent, useCrmSync } from './crmWorld';

const says = (words: RegExp) => expect.stringMatching(words) as string;

/** What an admin forbids, and what the CRM says of it. */
const rules: Record<
	CrmId,
	{ path: string; method: string; body: object; words: RegExp; field: string }
> = {
	hubspot: {
		method: 'PUT',
		path: '/rules/rcs_last_campaign',
		body: { ruleType: 'MAX_LENGTH', ruleArguments: ['6'] },
		words: /must have at most 6 characters/,
		field: 'rcs_last_campaign',
	},
	salesforce: {
		method: 'POST',
		path: '/validation-rules',
		body: {
			object: 'Contact',
			when: { RCS_Last_Campaign__c: 'forbidden' },
			message: 'This campaign is not ours',
			field: 'RCS_Last_Campaign__c',
		},
		words: /This campaign is not ours/,
		field: 'RCS_Last_Campaign__c',
	},
};

/** Days of calls that are over. */
const usedUp: Record<CrmId, [method: string, path: string, body: object]> = {
	hubspot: ['PATCH', '/settings', { callsPerDay: 0 }],
	salesforce: ['PUT', '/limits', { dailyMax: 0 }],
};

describe.each(['hubspot', 'salesforce'] as const)('what %s refuses', (crm) => {
	const { sync, setUp, add, people, admin, call, url } = useCrmSync(crm);
	const all = phones(100);
	const [phone = ''] = all;
	const sent = (one: string, campaignId = 'spring') =>
		rcsEvent(one, { type: 'message.sent', campaignId });

	it('leaves one bad item among 100 alone by Failed, in the words of the CRM', async () => {
		await setUp();
		await add(...all);
		const { method, path, body, words, field } = rules[crm];
		await admin(method, path, body);
		const { done, failed, hints } = await sync(
			{ options: { history: false } },
			all.map((one, i) => sent(one, i === 37 ? 'forbidden' : 'spring')),
		);
		expect([done.length, failed.length]).toEqual([99, 1]);
		expect(failed[0]?.pairedItem).toEqual({ item: 37 });
		expect(crmOf(failed[0])).toMatchObject({
			status: 'failed',
			phone: all[37],
			failures: [{ message: says(words), field, category: 'validation', advice: says(/rule/) }],
		});
		expect(hints).toMatchObject([{ message: says(/^1 of the items failed/) }]);
		const written = (await people()).filter(
			({ fields }) => fields['RCS last campaign'] === 'spring',
		);
		expect(written).toHaveLength(99);
	});

	it('fails where the fields are not set up, and says so', async () => {
		await add(phone);
		await expect(sync({}, [rcsEvent(phone)])).rejects.toMatchObject({
			name: 'NodeApiError',
			description: says(/[Ss]et up the (RCS )?fields/),
		});
	});

	it('fails where the calls of the day are used up, and says when to go on', async () => {
		await setUp();
		await add(phone);
		await admin(...usedUp[crm]);
		await expect(sync({ options: { retries: 0 } }, [rcsEvent(phone)])).rejects.toMatchObject({
			name: 'NodeApiError',
			description: says(/calls.* used up/),
		});
	});

	it('lets everything leave by Failed where the node is to continue', async () => {
		await add(phone);
		const settings = { onError: 'continueRegularOutput' as const };
		const { done, failed } = await sync({}, [rcsEvent(phone), { hello: 'world' }], { settings });
		expect(done).toEqual([]);
		expect(failed.map((item) => crmOf(item)['status'])).toEqual(['failed', 'failed']);
		expect(crmOf(failed[0])).toMatchObject({ failures: [{ category: 'configuration' }] });
	});

	it('fails with a wrong key, in words that hold no secret', async () => {
		const secret = 'very-secret';
		const fields = crm === 'hubspot' ? { token: secret } : { clientId: secret };
		const credentials = crmAccount(crm, url(), 'key', fields);
		const error: unknown = await sync({}, [rcsEvent(phone)], { credentials }).catch(
			(thrown: unknown) => thrown,
		);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			failure: { cause: 'credential-invalid' },
			description: says(/credential|consumer key/),
		});
		const text = JSON.stringify(error) + String(error);
		for (const hidden of [secret, demoApp.privateKey.slice(40, 80), phone])
			expect(text).not.toContain(hidden);
	});

	it('says nothing secret in outputs', async () => {
		await setUp();
		await add(phone);
		const credentials = crmAccount(crm, url());
		const told = await sync({ options: { dryRun: true } }, [rcsEvent(phone)], { credentials });
		const text = JSON.stringify([told, await sync({}, [rcsEvent(phone)], { credentials })]);
		const token = Object.values(credentials.data)[0];
		for (const secret of [token?.['token'], token?.['accessToken'], demoApp.privateKey])
			if (secret) expect(text).not.toContain(String(secret));
	});

	it('goes on after a session that ended in the middle of a run', async () => {
		await setUp();
		await add(...all);
		const credentials = crmAccount(crm, url(), 'oAuth2');
		await sync({ authentication: 'oAuth2' }, [rcsEvent(phone)], { credentials });
		if (crm === 'salesforce') await admin('POST', '/tokens/expire', { afterRequests: 1 });
		else await admin('POST', '/clock', { advanceSeconds: 3600 });
		const { done } = await sync(
			{ authentication: 'oAuth2' },
			all.map((one) => sent(one)),
			{ credentials },
		);
		expect(done).toHaveLength(100);
	});

	it('fails when the access ends before anything is written', async () => {
		await setUp();
		await add(phone);
		await sync({ options: { history: false } }, [rcsEvent(phone)]);
		const fault = {
			provider: crm,
			kind: 'status',
			status: 401,
			times: 2,
			skip: crm === 'hubspot' ? 1 : 2,
		};
		await call('POST', '/sandbox/faults', fault);
		const written = sync({ options: { history: false } }, [sent(phone)]);
		await expect(written).rejects.toMatchObject({
			...{ name: 'NodeApiError', failure: { cause: 'credential-invalid' } },
			description: says(/credential/),
		});
	});
});

describe('history that HubSpot refuses', () => {
	const { sync, setUp, add, people, call } = useCrmSync('hubspot');

	it.each([
		['status', { status: 403 }, { status: 'failed', partlyWritten: true }],
		// The look-up of what is there already, and every try to write it, is lost.
		['resetBefore', { times: 20 }, { status: says(/failed|unknown/), partlyWritten: true }],
	])('leaves by Failed and says that the record was written (%s)', async (kind, fault, outcome) => {
		await setUp();
		const [phone = ''] = phones(1);
		await add(phone);
		const path = '/crm/objects/2026-09/communications/batch/create';
		await call('POST', '/sandbox/faults', { provider: 'hubspot', kind, path, ...fault });
		const { failed } = await sync({ options: { retries: 0 } }, [rcsEvent(phone)]);
		expect(crmOf(failed[0])).toMatchObject({ ...outcome, phone });
		expect((await people())[0]?.fields).toHaveProperty('RCS last event');
	});
});
