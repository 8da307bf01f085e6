/** The connector service beside the sandbox and n8n: with its accounts, at the sandbox, and a page of its own. */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsFromFields } from '../../core/fields';
import type { Provider } from '../../core/provider';
import { providerIds, providers } from '../../core/providers';
import { demoApp, INTEGRATION_USER } from '../../sandbox/crm/salesforce/account';
import { readConfig } from '../../service/config/read';
import { openReports } from '../../service/operations/reports';
import { startService } from '../../service/start';
import { connectorsCredential, demoCredentials, sandboxWebhookSecret } from './credentials';
import { Phone } from './phone';
import type { World } from './world';

/** Opens nothing but the service of the demo, which listens on this machine only. */
const TOKEN = 'sandbox-connectors-token';

/** The account whose webhooks go to the service. Those of Infobip go to n8n, whose workflows write to the CRMs. */
export const SERVICE_ACCOUNT = 'conversation';

/** Whom the account writes to: somebody the workflows in n8n have nothing to do with. */
export const SERVICE_CUSTOMER = { name: 'Service Customer', phone: '+447700900006' };

export interface Connectors {
	url: string;
	token: string;
	/** Its configuration file. */
	config: string;
	stop(): Promise<void>;
}

/** Starts it anew: the sandbox has forgotten what it would remember. */
export async function startConnectors(
	{ sandbox, crms, n8n }: World,
	{ folder, port = 0 }: { folder: string; port?: number },
): Promise<Connectors> {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	for (const crm of Object.values(crms)) await crm.add(SERVICE_CUSTOMER);
	await new Phone(sandbox.url, SERVICE_CUSTOMER.phone).setUp();
	const file = join(folder, 'rcs.json');
	writeFileSync(file, JSON.stringify(configFor(sandbox.url, folder, port), null, 2));
	const config = await readConfig(file, () => undefined);
	const log = join(folder, 'service.log');
	const reports = openReports(config, { write: (line) => appendFileSync(log, line) });
	const { url, stop } = await startService(config, reports);
	try {
		await tellWebhook(sandbox.url, `${url}/webhooks/${SERVICE_ACCOUNT}`);
		await n8n.api.upsertCredential(connectorsCredential(url, TOKEN));
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, token: TOKEN, config: file, stop };
}

function configFor(sandboxUrl: string, folder: string, port: number) {
	return {
		database: { kind: 'pglite', folder: join(folder, 'data') },
		http: { port },
		tokens: [{ name: 'demo', token: TOKEN }],
		providers: Object.fromEntries(
			providerIds.map((id) => [id, { provider: id, settings: settingsOf(id, sandboxUrl) }]),
		),
		crms: { hubspot: hubspotAt(sandboxUrl), salesforce: salesforceAt(sandboxUrl) },
		// A demo works at night as well.
		purposes: { '*': { quietHours: 'off' } },
	};
}

/** RCS CRM Trigger looks for edits in these CRMs, and two that tell each other of them would be one too many. */
const sync = { pollSeconds: 0, linger: { min: 1, max: 2 } };

const hubspotAt = (sandboxUrl: string) => ({
	crm: 'hubspot',
	baseUrl: `${sandboxUrl}/hubspot`,
	auth: { kind: 'bearer', token: 'sandbox-hubspot-key' },
	sync,
});

const salesforceAt = (sandboxUrl: string) => ({
	crm: 'salesforce',
	baseUrl: `${sandboxUrl}/salesforce`,
	auth: {
		kind: 'jwt',
		clientId: demoApp.clientId,
		username: INTEGRATION_USER.username,
		privateKey: demoApp.privateKey,
	},
	sync,
});

/** The settings that the demo credential of a provider has in n8n. */
function settingsOf(id: keyof typeof providers, sandboxUrl: string) {
	const provider: Provider = providers[id];
	const { credential, auth } = provider.profile;
	const found = demoCredentials(sandboxUrl).find(({ type }) => type === credential);
	// A credential with one way to sign in has no field for it.
	return settingsFromFields({ authentication: auth[0], ...found?.data }, provider);
}

/** What one would type into the provider's web console. */
async function tellWebhook(sandboxUrl: string, url: string): Promise<void> {
	const answer = await fetch(`${sandboxUrl}/sandbox/console/${SERVICE_ACCOUNT}/webhook`, {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ url, secret: sandboxWebhookSecret }),
	});
	if (!answer.ok) throw new Error(`The sandbox answered ${answer.status} to the webhook's address`);
}
