import { type CrmId, crms } from '../../connectors';
import type { CrmSettings } from '../../connectors/crm';
import { setUp } from '../../connectors/setUp';
import type { Http } from '../../core/http';
import { demoApp } from '../../sandbox/crm/salesforce/account';
import { hubspotHttp } from '../../service/clients/hubspot';
import { salesforceHttp } from '../../service/clients/salesforce';
import { useSandbox } from '../sandbox/world';

/** Setting up fields through the CRMs' own SDKs, at the emulators. */

const { url } = useSandbox();
const clock = { now: () => Date.now(), wait: () => Promise.resolve() };

const transports: Record<CrmId, (baseUrl: string) => Http> = {
	hubspot: (baseUrl) => hubspotHttp({ kind: 'bearer', token: 'sandbox-hubspot-key' }, baseUrl),
	salesforce: (baseUrl) => {
		const { clientId, clientSecret } = demoApp;
		return salesforceHttp({ kind: 'clientCredentials', clientId, clientSecret }, baseUrl, Date.now);
	},
};

describe.each(Object.values(crms))('setting up $displayName', (crm) => {
	const baseUrl = () => `${url()}/${crm.id}`;
	const settings = (): CrmSettings => ({
		baseUrl: baseUrl(),
		createContacts: false,
		history: true,
	});
	const run = () => ({
		...{ crm, clock, concurrency: 2, retries: 3 },
		settings: settings(),
		http: transports[crm.id](baseUrl()),
	});

	it('tells what is missing, adds it, and then finds everything there', async () => {
		const before = await setUp(run(), { dryRun: true });
		expect(before.added.length).toBeGreaterThan(1);
		expect(before.present).toEqual([]);

		const done = await setUp(run(), { dryRun: false });
		expect(done).toMatchObject({ added: before.added, failed: [], conflicts: [] });

		const after = await setUp(run(), { dryRun: true });
		expect(after.added).toEqual([]);
		expect(after.present.length).toBeGreaterThan(crm.fields.length);
	});
});
