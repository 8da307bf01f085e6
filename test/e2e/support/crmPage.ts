import type { Browser, Page } from 'playwright-core';
import { type CrmId, crms } from '../../../connectors';
import type { CrmRun } from '../../../connectors/execute';
import { setUp } from '../../../connectors/setUp';
import { writeBack } from '../../../connectors/writeBack';
import type { EventType, RcsEvent } from '../../../core/event/types';
import type { Http } from '../../../core/http';
import { demoApp } from '../../../sandbox/crm/salesforce/account';
import { type Sandbox, startSandbox } from '../../../sandbox/server';
import { hubspotHttp } from '../../../service/clients/hubspot';
import { salesforceHttp } from '../../../service/clients/salesforce';
import { openBrowser, openPage } from './browser';

/** The page of the CRMs of a sandbox of its own, whose CRMs are empty before each test. */
export function useCrmPage() {
	let sandbox: Sandbox;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		sandbox = await startSandbox({ port: 0 });
		browser = await openBrowser();
	});
	beforeEach(async () => {
		await fetch(`${sandbox.url}/sandbox/reset`, { method: 'POST' });
		page = await openPage(browser);
	});
	afterEach(() => page.context().close());
	afterAll(async () => {
		await browser.close();
		await sandbox.stop();
	});

	const run = (crm: CrmId) => runOf(crm, `${sandbox.url}/${crm}`);
	return {
		async open(crm: CrmId): Promise<Page> {
			await page.goto(`${sandbox.url}/crm.html?crm=${crm}`);
			return page;
		},
		async addContact(crm: CrmId, name: string, phone: string): Promise<void> {
			const headers = { 'content-type': 'application/json' };
			const body = JSON.stringify({ name, phone });
			await fetch(contactsOf(sandbox, crm), { method: 'POST', headers, body });
		},
		async consentOf(crm: CrmId): Promise<string[]> {
			const { contacts } = (await (await fetch(contactsOf(sandbox, crm))).json()) as {
				contacts: { consentField: { value: string } }[];
			};
			return contacts.map(({ consentField }) => consentField.value);
		},
		setUpFields: (crm: CrmId) => setUp(run(crm), { dryRun: false }),
		write: (crm: CrmId, events: readonly RcsEvent[]) => writeBack(run(crm), events),
	};
}

const contactsOf = ({ url }: Sandbox, crm: CrmId) => `${url}/sandbox/crm/${crm}/contacts`;

const transports: Readonly<Record<CrmId, (baseUrl: string) => Http>> = {
	hubspot: (baseUrl) => hubspotHttp({ kind: 'bearer', token: 'sandbox-hubspot-key' }, baseUrl),
	salesforce: (baseUrl) => {
		const { clientId, clientSecret } = demoApp;
		return salesforceHttp({ kind: 'clientCredentials', clientId, clientSecret }, baseUrl, Date.now);
	},
};

function runOf(id: CrmId, baseUrl: string): CrmRun {
	const options = id === 'hubspot' ? { eventName: 'pe4010_rcs_event' } : {};
	return {
		crm: crms[id],
		http: transports[id](baseUrl),
		settings: { baseUrl, createContacts: false, history: true, defaultCountry: 'GB', options },
		clock: { now: () => Date.now(), wait: (ms) => new Promise((done) => setTimeout(done, ms)) },
		concurrency: 2,
		retries: 2,
	};
}

/** What happened to one message on a phone, a minute apart. */
export function eventsOf(user: string, types: readonly EventType[]): RcsEvent[] {
	return types.map((type, minute) => ({
		eventId: `${user}-${type}`,
		provider: 'infobip',
		type,
		occurredAt: new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString(),
		user,
		agent: 'DemoShop',
		messageId: `order-${user}`,
		channel: 'rcs',
		...(type === 'user.optedOut' ? { keyword: 'STOP' } : {}),
		raw: null,
	}));
}
