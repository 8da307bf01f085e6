import { readFileSync } from 'node:fs';
import { demoApp, ORG_ID } from '../../sandbox/crm/salesforce/account';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { type CrmName, demoCredentials } from '../../scripts/world/credentials';
import { crms } from './support/crms';
import {
	chain,
	manualTrigger,
	outputs,
	rcsCrmSync,
	rcsCrmTrigger,
	runToEnd,
} from './support/workflows';
import { api, n8nLog, sandboxUrl } from './support/world';

type Credentials = NonNullable<Parameters<typeof rcsCrmSync>[1]>;

const types: Readonly<Record<CrmName, string>> = {
	hubspot: 'rcsHubspotApi',
	salesforce: 'rcsSalesforceJwtApi',
};
const wrongKey: Readonly<Record<CrmName, object>> = {
	hubspot: { token: 'e2e-wrong-token' },
	salesforce: { clientId: 'e2e-wrong-client' },
};

const refusals: Readonly<Record<CrmName, object>> = {
	hubspot: {
		message: expect.stringMatching(/^Authentication credentials not found/) as string,
		description:
			'Open the credential, check it and save or connect it again: HubSpot does not let it in.',
	},
	salesforce: {
		message: 'Salesforce gave no access token: client identifier invalid',
		description: expect.stringMatching(/^Check the consumer key and the username/) as string,
	},
};

/** An account like that of the demo at a sandbox, with something else in it. */
async function account(name: string, crm: CrmName, at: string, more = {}): Promise<Credentials> {
	const type = types[crm];
	const demo = demoCredentials(at).find((one) => one.type === type);
	await api.upsertCredential({ name, type, data: { ...demo?.data, ...more } });
	return { [type]: { name } };
}

/** Runs the node by hand with one item. */
async function run(crm: CrmName, parameters: object, credentials?: Credentials) {
	const node = rcsCrmSync({ crm, ...parameters }, credentials);
	return await runToEnd(chain('e2e RCS CRM Sync', manualTrigger(), node));
}

describe.each(['hubspot', 'salesforce'] as const)('RCS CRM Sync with %s', (crm) => {
	let fresh: Sandbox;

	beforeAll(async () => {
		fresh = await startSandbox({ port: 0 });
	});
	afterAll(async () => {
		await fresh.stop();
	});

	it('shows what is missing, adds it, and then finds everything there', async () => {
		const credentials = await account(`e2e fresh ${crm}`, crm, fresh.url);
		const setUp = async (dryRun: boolean) => {
			const parameters = { operation: 'setUpFields', dryRun };
			const [done] = outputs(await run(crm, parameters, credentials), 'RCS CRM Sync');
			const { status, added } = done?.[0]?.json ?? {};
			return { status, added: (added as string[]).length };
		};
		const shown = await setUp(true);
		expect(shown.status).toBe('missing');
		expect(await setUp(true)).toEqual(shown);
		expect(await setUp(false)).toEqual({ status: 'added', added: shown.added });
		expect(await setUp(true)).toEqual({ status: 'ready', added: 0 });
	});

	it('sets an opt-in status and gets it', async () => {
		const phoneNumber = '+447700900421';
		await crms[crm].add({ name: 'Opt-in', phone: phoneNumber });
		const said = { phoneNumber, optInStatus: 'optedIn', source: 'checkout form' };
		const set = await run(crm, { operation: 'setOptIn', ...said });
		expect(outputs(set, 'RCS CRM Sync')[0]?.[0]?.json['crm']).toMatchObject({ status: 'written' });
		const got = await run(crm, { operation: 'getOptIn', phoneNumber });
		expect(outputs(got, 'RCS CRM Sync')[0]?.[0]?.json['crm']).toMatchObject({
			status: 'optedIn',
			optedIn: true,
			source: 'checkout form',
		});
	});

	it('fails with a wrong key, and says what to do', async () => {
		const wrong = await account(`e2e wrong ${crm}`, crm, sandboxUrl, wrongKey[crm]);
		const phoneNumber = '+447700900421';
		const execution = await run(crm, { operation: 'getOptIn', phoneNumber }, wrong);
		expect(execution.status).toBe('error');
		const { error } = execution.data?.resultData ?? {};
		expect(error).toMatchObject(refusals[crm]);
	});

	it('fails in RCS CRM Trigger with the same words', async () => {
		const wrong = await account(`e2e wrong ${crm}`, crm, sandboxUrl, wrongKey[crm]);
		const workflow = chain(`e2e wrong ${crm} trigger`, rcsCrmTrigger({ crm }, wrong));
		const id = await api.run(await api.upsertWorkflow(workflow), 'RCS CRM Trigger');
		const execution = await api.waitForExecution({ id });
		expect(execution.data?.resultData.error).toMatchObject(refusals[crm]);
	});
});

describe('secrets', () => {
	const secrets = [
		'sandbox-hubspot-key',
		'e2e-wrong-token',
		demoApp.clientSecret,
		demoApp.refreshToken,
		...demoApp.privateKey.trim().split('\n').slice(1, -1),
		// How the access tokens of Salesforce begin.
		`${ORG_ID.slice(0, 15)}!`,
	];

	it('are in no execution of any workflow', async () => {
		const all = await api.executions(undefined, 100);
		expect(all.length).toBeGreaterThan(5);
		const text = JSON.stringify(all);
		for (const secret of secrets) expect(text).not.toContain(secret);
	});

	it('are not in what n8n printed', () => {
		const text = readFileSync(n8nLog, 'utf8');
		expect(text).toContain('n8n ready on');
		for (const secret of secrets) expect(text).not.toContain(secret);
	});
});
