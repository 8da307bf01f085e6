import type { JsonObject } from '../../sandbox/json';
import { consent, CONTACTS, EVENTS, PROPERTIES, useHubspot } from './hubspotWorld';
import { PHONE, refused, useOrg } from './salesforceWorld';
import { type Answer, object, objects } from './world';
import { until } from '../until';

const hubspot = useHubspot();
const salesforce = useOrg();

const hubspotApp = {
	grant_type: 'refresh_token',
	client_id: 'sandbox-hubspot-client',
	client_secret: 'sandbox-hubspot-client-secret',
	refresh_token: 'sandbox-hubspot-refresh-token',
};

const crms = [
	{
		id: 'hubspot',
		url: hubspot.url,
		ask: () => hubspot.call('GET', `/hubspot${PROPERTIES}`, undefined, hubspotKey),
		console: (path: string, body: object) => hubspot.backstage('PUT', path, body),
		signInAgain: (): Promise<Answer> =>
			hubspot.call('POST', '/hubspot/oauth/2026-09/token', new URLSearchParams(hubspotApp)),
		reset: () => hubspot.call('POST', '/sandbox/reset'),
	},
	{
		id: 'salesforce',
		url: salesforce.url,
		ask: () => salesforce.org('GET', '/limits'),
		console: (path: string, body: object) =>
			salesforce.call('PUT', `/sandbox/console/salesforce${path}`, body),
		signInAgain: () => salesforceToken('client_credentials'),
		reset: () => salesforce.call('POST', '/sandbox/reset'),
	},
];
const hubspotKey = { authorization: 'Bearer sandbox-hubspot-key' };

function salesforceToken(grant_type: string): Promise<Answer> {
	return salesforce.call(
		'POST',
		'/salesforce/services/oauth2/token',
		new URLSearchParams({
			grant_type,
			client_id: 'sandbox-salesforce-client-id',
			client_secret: 'sandbox-salesforce-client-secret',
			refresh_token: 'sandbox-salesforce-refresh-token',
		}),
	);
}

const cut = { name: 'TypeError', message: 'fetch failed' };

describe.each(crms)('$id that is down', ({ id, url, ask, console, signInAgain, reset }) => {
	const outage = (kind: string) => console('/outage', { kind });

	test('answers 503 to everything, also to sign-ins, until it is back', async () => {
		await outage('unavailable');
		const status = (path: string) =>
			fetch(`${url()}/${id}${path}`, { method: 'POST' }).then((one) => one.status);
		expect(await status('/oauth/2026-09/token')).toBe(503);
		expect(await status('/services/data/v66.0/limits')).toBe(503);
		expect(await status('/anywhere')).toBe(503);
		await outage('none');
		expect(await signInAgain()).toMatchObject({ status: 200 });
		expect(await ask()).toMatchObject({ status: 200 });
	});

	test('answers nothing where connections are cut', async () => {
		await outage('cut');
		await expect(ask()).rejects.toMatchObject(cut);
		await expect(ask()).rejects.toMatchObject(cut);
		await outage('none');
		expect(await ask()).toMatchObject({ status: 200 });
	});

	test('hangs until it is back; what was asked meanwhile is lost', async () => {
		await outage('hang');
		let isOver = false;
		const asked = ask().finally(() => (isOver = true));
		asked.catch(() => undefined);
		// Everything else goes on.
		expect(await console('/nowhere', {})).toMatchObject({ status: 404 });
		expect(isOver).toBe(false);
		await outage('none');
		await expect(asked).rejects.toMatchObject(cut);
		expect(await ask()).toMatchObject({ status: 200 });
	});

	test('is back after a reset, and knows no other outages', async () => {
		await outage('unavailable');
		expect(await outage('slow')).toMatchObject({ status: 400 });
		await reset();
		expect(await signInAgain()).toMatchObject({ status: 200 });
	});
});

describe('access to HubSpot', () => {
	const setKey = (key: object) => hubspot.backstage('PUT', '/key', key);

	test('that is taken back is not renewed', async () => {
		const token = async () =>
			hubspot.call('POST', '/hubspot/oauth/2026-09/token', new URLSearchParams(hubspotApp));
		const { body } = await token();
		const ask = () =>
			hubspot.call('GET', `/hubspot${PROPERTIES}`, undefined, {
				authorization: `Bearer ${String(body['access_token'])}`,
			});
		expect(await ask()).toMatchObject({ status: 200 });
		await setKey({ revoked: true });
		expect(await ask()).toMatchObject({
			status: 401,
			body: { category: 'EXPIRED_AUTHENTICATION' },
		});
		expect(await hubspot.api('GET', PROPERTIES)).toMatchObject({ status: 401 });
		expect(await token()).toMatchObject({ status: 400, body: { status: 'BAD_REFRESH_TOKEN' } });
		await setKey({ revoked: false });
		expect(await token()).toMatchObject({ status: 200 });
		expect(await hubspot.api('GET', PROPERTIES)).toMatchObject({ status: 200 });
	});

	test('without a scope is refused with the scope', async () => {
		await setKey({ scopes: ['crm.objects.contacts.read', 'crm.schemas.contacts.read'] });
		const scopesOf = ({ status, body }: Answer) => {
			const [error] = objects(body['errors']);
			return [status, body['category'], object(error?.['context'])['requiredGranularScopes']];
		};
		const write = await hubspot.api('POST', `${CONTACTS}/batch/update`, { inputs: [] });
		expect(scopesOf(write)).toEqual([403, 'MISSING_SCOPES', ['crm.objects.contacts.write']]);
		const send = await hubspot.api('POST', `${EVENTS}/send/batch`, { inputs: [] });
		expect(scopesOf(send).slice(0, 2)).toEqual([403, 'MISSING_SCOPES']);
	});
});

describe('a field of HubSpot that is deleted', () => {
	test('refuses what is written to it, and is not read any longer', async () => {
		await hubspot.provision();
		const [id = ''] = await hubspot.contacts({ rcs_consent_status: 'opted_in' });
		await hubspot.backstage('DELETE', `/properties/${consent.name}`);
		const inputs = [{ id, properties: { rcs_consent_status: 'opted_out' } }];
		expect(await hubspot.api('POST', `${CONTACTS}/batch/update`, { inputs })).toMatchObject({
			status: 400,
			body: { message: expect.stringContaining('PROPERTY_DOESNT_EXIST') },
		});
		expect(await hubspot.api('GET', `${PROPERTIES}/${consent.name}`)).toMatchObject({
			status: 404,
		});
	});
});

describe('the daily limit', () => {
	test('of HubSpot ends at midnight, where the account is', async () => {
		await hubspot.backstage('PATCH', '/settings', { timeZone: 'America/New_York' });
		await hubspot.backstage('POST', '/daily-limit', { resetsInSeconds: 50 });
		const over = await hubspot.api('GET', PROPERTIES);
		expect(over).toMatchObject({ status: 429, body: { policyName: 'DAILY' } });
		const time = new Intl.DateTimeFormat('en-GB', {
			...{ timeZone: 'America/New_York', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
		});
		expect(time.format(Date.parse(over.headers.get('date') ?? ''))).toBe('23:59');
		await hubspot.backstage('POST', '/clock', { advanceSeconds: 51 });
		expect(await hubspot.api('GET', PROPERTIES)).toMatchObject({ status: 200 });
	});

	test('of HubSpot can be used up day after day', async () => {
		await hubspot.backstage('PATCH', '/settings', { timeZone: 'Europe/London' });
		for (let day = 0; day < 3; day += 1) {
			await hubspot.backstage('POST', '/daily-limit', { resetsInSeconds: 50 });
			expect(await hubspot.api('GET', PROPERTIES)).toMatchObject({ status: 429 });
			await hubspot.backstage('POST', '/clock', { advanceSeconds: 51 });
			expect(await hubspot.api('GET', PROPERTIES)).toMatchObject({ status: 200 });
		}
	});

	test('of Salesforce ends when it was said to', async () => {
		await salesforce.admin('PUT', '/limits', { dailyMax: 10, dailyUsed: 10 });
		expect(await salesforce.org('GET', '/query?q=x')).toMatchObject(
			refused(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'),
		);
		await salesforce.admin('PUT', '/limits', { dailyResetsInMs: 60 });
		await until(async () => (await salesforce.org('GET', '/limits')).status === 200);
	});
});

describe('access to Salesforce', () => {
	const take = (access: JsonObject) => salesforce.admin('PUT', '/access', access);
	const row = (id: string, fields: JsonObject) =>
		salesforce.org('PATCH', `/sobjects/Contact/${id}`, fields);

	test.each([
		['refresh_token', 'expired access/refresh token'],
		['client_credentials', 'no client credentials user enabled'],
	])('that is taken back is not renewed: %s', async (grant, words) => {
		await take({ revoked: true });
		expect(await salesforce.org('GET', '/limits')).toMatchObject(
			refused(401, 'INVALID_SESSION_ID'),
		);
		expect(await salesforceToken(grant)).toMatchObject({
			status: 400,
			body: { error: 'invalid_grant', error_description: words },
		});
		await take({ revoked: false });
		expect(await salesforceToken(grant)).toMatchObject({ status: 200 });
	});

	test('of an org without an API is refused', async () => {
		await take({ apiDisabled: true });
		expect(await salesforce.org('GET', '/limits')).toMatchObject(
			refused(403, 'API_DISABLED_FOR_ORG'),
		);
	});

	test('to an object that may only be read, or not be seen', async () => {
		const id = await salesforce.contact();
		await take({ readOnlyObjects: ['Contact'] });
		expect(await row(id, { LastName: 'Other' })).toMatchObject(
			refused(400, 'INSUFFICIENT_ACCESS_OR_READONLY'),
		);
		expect(await salesforce.query('SELECT Id FROM Contact')).toHaveLength(1);
		await take({ readOnlyObjects: [], hiddenObjects: ['Contact'] });
		const soql = encodeURIComponent('SELECT Id FROM Contact');
		expect(await salesforce.org('GET', `/query?q=${soql}`)).toMatchObject(
			refused(400, 'INVALID_TYPE'),
		);
	});

	test.each(['is hidden', 'is deleted'])(
		'to a field that %s looks as if there were none',
		async (how) => {
			await salesforce.provision();
			const id = await salesforce.contact({ RCS_Phone_E164__c: PHONE, RCS_Last_Campaign__c: 'x' });
			const field = 'RCS_Last_Campaign__c';
			if (how === 'is hidden') await take({ hiddenFields: [`Contact.${field}`] });
			else await salesforce.admin('DELETE', `/fields/Contact/${field}`);
			const words = `No such column '${field}' on sobject of type Contact`;
			expect(await row(id, { [field]: 'y' })).toMatchObject(refused(400, 'INVALID_FIELD', words));
			const soql = encodeURIComponent(`SELECT ${field} FROM Contact`);
			expect(await salesforce.org('GET', `/query?q=${soql}`)).toMatchObject(
				refused(400, 'INVALID_FIELD'),
			);
			const [upserted] = objects(
				(await salesforce.upsertContacts([{ RCS_Phone_E164__c: PHONE, [field]: 'z' }])).body[
					'list'
				],
			);
			expect(upserted).toMatchObject({ success: false });
			const [kept] = await salesforce.records('Contact');
			expect(kept?.[field]).toBe(how === 'is hidden' ? 'x' : undefined);
		},
	);

	test('standard fields cannot be deleted', async () => {
		const path = '/sandbox/console/salesforce/fields/Contact/LastName';
		expect(await salesforce.call('DELETE', path)).toMatchObject(refused(400, 'INVALID_INPUT'));
	});
});
