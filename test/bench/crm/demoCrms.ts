import { type CrmId, crms } from '../../../connectors';
import type { CrmSettings } from '../../../connectors/crm';
import type { CrmRun } from '../../../connectors/execute';
import { setUp } from '../../../connectors/setUp';
import type { Http } from '../../../core/http';
import { demoApp } from '../../../sandbox/crm/salesforce/account';
import { hubspotHttp } from '../../../service/clients/hubspot';
import { salesforceHttp } from '../../../service/clients/salesforce';
import { CONTACTS, phoneOf } from './events';

const { clientId, clientSecret } = demoApp;

/** How the sandbox lets somebody in. */
export const demoAuth = {
	hubspot: { kind: 'bearer', token: 'sandbox-hubspot-key' },
	salesforce: { kind: 'clientCredentials', clientId, clientSecret },
} as const;

const transports: Readonly<Record<CrmId, (baseUrl: string) => Http>> = {
	hubspot: (baseUrl) => hubspotHttp(demoAuth.hubspot, baseUrl),
	salesforce: (baseUrl) => salesforceHttp(demoAuth.salesforce, baseUrl, Date.now),
};

/** A run over the CRM's own SDK; `url` is where the CRM of the sandbox is reached. */
export function runOf(id: CrmId, url: string, options: CrmSettings['options'] = {}): CrmRun {
	const baseUrl = `${url}/${id}`;
	return {
		crm: crms[id],
		http: transports[id](baseUrl),
		settings: { baseUrl, createContacts: false, history: true, defaultCountry: 'GB', options },
		clock: {
			now: () => Date.now(),
			wait: (ms) => new Promise((done) => setTimeout(done, ms)),
		},
		concurrency: 4,
		retries: 3,
	};
}

/** The fields are set up, and so many contacts are there who have been written to before. */
export async function fill(id: CrmId, sandboxUrl: string, count = CONTACTS): Promise<void> {
	const options = id === 'hubspot' ? { history: 'customEvents' } : {};
	const { failed } = await setUp(runOf(id, sandboxUrl, options), { dryRun: false });
	if (failed.length > 0) throw new Error(`Not set up: ${JSON.stringify(failed)}`);
	const contacts = Array.from({ length: count }, (_, i) => i);
	await people[id](`${sandboxUrl}/sandbox/console/${id}`, contacts);
}

type AddPeople = (console: string, contacts: readonly number[]) => Promise<void>;

const people: Readonly<Record<CrmId, AddPeople>> = {
	hubspot: (console, contacts) =>
		post(`${console}/contacts`, {
			contacts: contacts.map((i) => ({ lastname: `Person ${i}`, rcs_phone_e164: phoneOf(i) })),
		}),
	async salesforce(console, contacts) {
		for (const i of contacts) {
			const fields = { LastName: `Person ${i}`, RCS_Phone_E164__c: phoneOf(i) };
			await post(`${console}/records`, { object: 'Contact', fields });
		}
	},
};

async function post(url: string, body: object): Promise<void> {
	const headers = { 'content-type': 'application/json' };
	const { ok, status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
	if (!ok) throw new Error(`The sandbox answered ${status}`);
}
