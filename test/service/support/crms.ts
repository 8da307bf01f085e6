import type { CrmConnector, CrmSettings } from '../../../connectors/crm';
import { hubspot } from '../../../connectors/hubspot';
import { salesforce } from '../../../connectors/salesforce';
import { setUp } from '../../../connectors/setUp';
import type { Http } from '../../../core/http';
import { demoApp } from '../../../sandbox/crm/salesforce/account';
import type { JsonObject } from '../../../sandbox/json';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { hubspotHttp } from '../../../service/clients/hubspot';
import { salesforceHttp } from '../../../service/clients/salesforce';
import { object, objects } from '../../sandbox/world';

const hubspotAuth = { kind: 'bearer', token: 'sandbox-hubspot-key' } as const;
const { clientId, clientSecret } = demoApp;
const salesforceAuth = { kind: 'clientCredentials', clientId, clientSecret } as const;

/** Both CRMs of the sandbox with their fields set up, for a test file. */
export interface Crms {
	/** `crms` of a configuration; `sync` is how each is kept in step. */
	config(sync?: object): { crms: Record<'hubspot' | 'salesforce', object> };
	/** An empty sandbox with the fields and these people in both CRMs. */
	reset(phones: readonly string[]): Promise<void>;
	/** What an admin does in a CRM, or what goes wrong there; gives the answer. */
	hubspot(method: string, path: string, body?: unknown): Promise<JsonObject>;
	salesforce(method: string, path: string, body?: unknown): Promise<JsonObject>;
	/** The synced fields of the person with a phone. */
	inHubspot(phone: string): Promise<JsonObject>;
	inSalesforce(phone: string): Promise<JsonObject>;
	/** The fields of everybody in HubSpot, by RCS phone. */
	everybodyInHubspot(): Promise<Map<string, JsonObject>>;
	/** Everything of one kind in Salesforce. */
	salesforceRecords(type: string): Promise<JsonObject[]>;
	call(method: string, path: string, body?: unknown): Promise<JsonObject>;
	stop(): Promise<void>;
}

/** Starts a sandbox in which waits take their real time. */
export async function startCrms(): Promise<Crms> {
	const sandbox = await startSandbox({ port: 0, speed: 20 });
	const { url } = sandbox;
	const call = caller(sandbox);
	const console = (crm: string) => (method: string, path: string, body?: unknown) =>
		call(method, `/sandbox/console/${crm}${path}`, body);
	const salesforceRecords = async (type: string) =>
		objects(object((await call('GET', '/sandbox/crm/salesforce/records'))['objects'])[type] ?? []);

	async function everybodyInHubspot(): Promise<Map<string, JsonObject>> {
		const records = objects((await call('GET', '/sandbox/crm/hubspot/records'))['records']);
		const all = records.map(({ properties }) => object(properties));
		return new Map(all.map((one) => [String(one['rcs_phone_e164']), one]));
	}

	async function reset(phones: readonly string[]): Promise<void> {
		await call('POST', '/sandbox/reset');
		await prepare(hubspot, hubspotHttp(hubspotAuth, `${url}/hubspot`), `${url}/hubspot`);
		const http = salesforceHttp(salesforceAuth, `${url}/salesforce`, Date.now);
		await prepare(salesforce, http, `${url}/salesforce`);
		for (let i = 0; i < phones.length; i += 200) {
			const some = phones.slice(i, i + 200);
			const contacts = some.map((phone) => ({ lastname: 'Customer', phone }));
			await console('hubspot')('POST', '/contacts', { contacts });
			const records = some.map((MobilePhone) => ({
				...{ attributes: { type: 'Contact' }, LastName: 'Customer', MobilePhone },
			}));
			const address = `${url}/salesforce/services/data/v66.0/composite/sobjects`;
			await http({ method: 'POST', url: address, body: { allOrNone: true, records } });
		}
	}

	return {
		config: (sync = { linger: { min: 0, max: 0 } }) => ({
			crms: {
				hubspot: {
					...{ crm: 'hubspot', baseUrl: `${url}/hubspot`, auth: hubspotAuth },
					...{ history: false, defaultCountry: 'GB', sync },
				},
				salesforce: {
					...{ crm: 'salesforce', baseUrl: `${url}/salesforce`, auth: salesforceAuth },
					...{ history: true, defaultCountry: 'GB', sync },
				},
			},
		}),
		...{ reset, call, salesforceRecords },
		hubspot: console('hubspot'),
		salesforce: console('salesforce'),
		everybodyInHubspot,
		inHubspot: async (phone) => (await everybodyInHubspot()).get(phone) ?? {},
		inSalesforce: async (phone) =>
			(await salesforceRecords('Contact')).find((one) => one['RCS_Phone_E164__c'] === phone) ?? {},
		stop: () => sandbox.stop(),
	};
}

function caller({ url }: Sandbox) {
	return async (method: string, path: string, body?: unknown): Promise<JsonObject> => {
		const sent =
			body === undefined
				? {}
				: { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
		const response = await fetch(`${url}${path}`, { method, ...sent });
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: HTTP ${response.status} ${text}`);
		return object(text === '' ? {} : JSON.parse(text));
	};
}

async function prepare(crm: CrmConnector, http: Http, baseUrl: string): Promise<void> {
	const settings: CrmSettings = { baseUrl, createContacts: false, history: true };
	const clock = { now: () => Date.now(), wait: () => Promise.resolve() };
	const run = { crm, http, settings, clock, concurrency: 2, retries: 2 };
	expect((await setUp(run, { dryRun: false })).failed).toEqual([]);
}
