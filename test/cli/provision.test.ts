import { demoApp } from '../../sandbox/crm/salesforce/account';
import { objects, useSandbox } from '../sandbox/world';
import { rcs } from './rcs';
import { useSettingsFile } from './settingsFile';

// Each test starts processes, which takes a slow machine seconds.
const { call, url } = useSandbox();
const settingsFile = useSettingsFile();

const { clientId, clientSecret } = demoApp;
const accounts = {
	hubspot: { kind: 'bearer', token: { env: 'RCS_TEST_KEY' } },
	salesforce: { kind: 'clientCredentials', clientId, clientSecret: { env: 'RCS_TEST_KEY' } },
};
const keys = { hubspot: 'sandbox-hubspot-key', salesforce: clientSecret };
const crms = ['hubspot', 'salesforce'] as const;
type Crm = (typeof crms)[number];

const provision = (crm: Crm, args: string[] = [], key = keys[crm], more: object = {}) => {
	const auth = accounts[crm];
	const file = settingsFile({ crm, baseUrl: `${url()}/${crm}`, auth, ...more });
	return rcs(['provision', crm, '--settings', file, ...args], '', { RCS_TEST_KEY: key });
};

/** The names of the fields of ours that are there, whatever anybody was told. */
async function fieldsThere(crm: Crm): Promise<string[]> {
	if (crm === 'hubspot') {
		const { body } = await call('GET', '/hubspot/crm/properties/2026-09/contacts', undefined, {
			authorization: `Bearer ${keys.hubspot}`,
		});
		const names = objects(body['results']).map(({ name }) => String(name));
		return names.filter((name) => name.startsWith('rcs_'));
	}
	const token = await salesforceToken();
	const soql = "SELECT DeveloperName FROM CustomField WHERE DeveloperName LIKE 'RCS_%'";
	const path = `/salesforce/services/data/v66.0/tooling/query?q=${encodeURIComponent(soql)}`;
	const { body } = await call('GET', path, undefined, { authorization: `Bearer ${token}` });
	return objects(body['records']).map((field) => String(field['DeveloperName']));
}

async function salesforceToken(): Promise<string> {
	const form = { grant_type: 'client_credentials', client_id: clientId };
	const body = new URLSearchParams({ ...form, client_secret: clientSecret });
	const answer = await call('POST', '/salesforce/services/oauth2/token', body);
	return String(answer.body['access_token']);
}

describe.each(crms)('%s', (crm) => {
	it('is shown by a dry run, set up by a run, and found by the next', async () => {
		const dry = await provision(crm, ['--dry-run']);
		expect(dry).toMatchObject({ status: 0, stderr: '' });
		expect(dry.stdout).toMatch(/^(HubSpot|Salesforce) at http.*\n\nWould be added \(\d+\):\n/);
		expect(dry.stdout).toMatch(/Nothing was changed: this was a dry run\.\n$/);
		expect(await fieldsThere(crm)).toEqual([]);

		const done = await provision(crm);
		expect(done).toMatchObject({ status: 0, stderr: '' });
		expect(done.stdout).toMatch(/^Added \(\d+\):\n {2}\w/m);
		expect(done.stdout).toMatch(/All fields are there\.\n$/);
		const there = await fieldsThere(crm);
		expect(there.length).toBeGreaterThan(15);

		const again = await provision(crm, ['--json']);
		expect(again).toMatchObject({ status: 0, stderr: '' });
		expect(JSON.parse(again.stdout)).toMatchObject({
			...{ crm, baseUrl: `${url()}/${crm}`, dryRun: false, added: [], failed: [], conflicts: [] },
		});
		expect(await fieldsThere(crm)).toEqual(there);
	});

	it('says why it was not let in', async () => {
		const { status, stdout, stderr } = await provision(crm, [], 'wrong-hidden-key');
		expect([status, stdout]).toEqual([1, '']);
		expect(stderr).toMatch(/^\S.*\n\S.*\n$/);
		expect(stderr).not.toContain('hidden');
		const asJson = await provision(crm, ['--json'], 'wrong-hidden-key');
		expect(asJson.status).toBe(1);
		expect(JSON.parse(asJson.stdout)).toEqual({
			error: { category: 'auth', message: expect.any(String), advice: expect.any(String) },
		});
	});

	it('says that nobody answers', async () => {
		const { status, stderr } = await provision(crm, [], keys[crm], {
			baseUrl: 'http://127.0.0.1:1',
		});
		expect(status).toBe(1);
		expect(stderr).toContain('127.0.0.1:1');
	});
});

const property = (name: string, type: string, fieldType: string) => ({
	...{ name, label: name, type, fieldType, groupName: 'contactinformation' },
});

it('explains names that HubSpot keeps and fields of another type', async () => {
	const path = '/hubspot/crm/properties/2026-09/contacts';
	const key = { authorization: `Bearer ${keys.hubspot}` };
	await call('POST', path, property('rcs_last_campaign', 'number', 'number'), key);
	await call('POST', path, property('rcs_consent_source', 'string', 'text'), key);
	await call('DELETE', `${path}/rcs_consent_source`, undefined, key);
	const { status, stdout } = await provision('hubspot');
	expect(status).toBe(1);
	expect(stdout).toContain('In the way (2):\n');
	expect(stdout).toMatch(
		/rcs_last_campaign: It is of type number, not string\.\n {4}Rename or delete/,
	);
	expect(stdout).toMatch(/rcs_consent_source: It was deleted in HubSpot.*\n {4}Restore/);
	expect(stdout).toContain('Some fields need a person');
	expect(await fieldsThere('hubspot')).toContain('rcs_phone_e164');
});

it('explains a field of another type in Salesforce', async () => {
	const authorization = `Bearer ${await salesforceToken()}`;
	const body = {
		FullName: 'Contact.RCS_Phone_E164__c',
		Metadata: { type: 'Number', label: 'RCS phone', precision: 10, scale: 0 },
	};
	const path = '/salesforce/services/data/v66.0/tooling/sobjects/CustomField';
	expect((await call('POST', path, body, { authorization })).status).toBe(201);
	const { status, stdout } = await provision('salesforce');
	expect(status).toBe(1);
	expect(stdout).toMatch(/In the way \(1\):\n {2}Contact.RCS_Phone_E164__c: .*\n {4}\w/);
});

it('tells what the CRM refused to add', async () => {
	const scopes = ['crm.objects.contacts.read', 'crm.schemas.contacts.read'];
	await call('PUT', '/sandbox/console/hubspot/key', { scopes });
	const { status, stdout } = await provision('hubspot', [], keys.hubspot, {
		options: { history: 'none' },
	});
	expect(status).toBe(1);
	expect(stdout).toMatch(/Could not be added \(\d\):\n {2}property group.*\n {4}.*scope/);
});

test.each([
	['no CRM', ['provision', '--settings', 'x'], 'crm'],
	['an unknown CRM', ['provision', 'toString', '--settings', 'x'], 'crm'],
	['two CRMs', ['provision', 'hubspot', 'salesforce', '--settings', 'x'], 'arguments'],
	['no settings', ['provision', 'hubspot'], '--settings'],
	['no such file', ['provision', 'hubspot', '--settings', 'no-such.json'], '--settings'],
])('%s is explained', async (_name, args, path) => {
	const { status, stdout } = await rcs(args);
	expect(status).toBe(2);
	expect(JSON.parse(stdout)).toEqual({ errors: [{ path, message: expect.any(String) }] });
});

test('a secret that the environment has not is explained', async () => {
	const auth = { kind: 'bearer', token: { env: 'RCS_NONE' } };
	const { status, stdout } = await rcs([
		...['provision', 'hubspot', '--settings', settingsFile({ auth })],
	]);
	expect(status).toBe(2);
	expect(JSON.parse(stdout)).toEqual({
		errors: [{ path: 'settings.auth.token', message: expect.stringContaining('RCS_NONE') }],
	});
});

test('settings without a way to sign in are explained', async () => {
	const { status, stdout } = await rcs(['provision', 'hubspot', '--settings', settingsFile({})]);
	expect(status).toBe(2);
	expect(JSON.parse(stdout)).toMatchObject({ errors: [{ path: 'settings.auth' }] });
});
