import { join } from 'node:path';
import { type N8nCli, nodeRun } from '../n8nCli';
import { workflow } from '../workflow';
import { type Answer, type Call, Counter } from './counter';
import { type OwnCrm, ownNodes } from './ownNodes';

/** What n8n's own nodes took for a tenth of the job: each item has calls of its own, so ten times the items are ten times the calls. */
export interface OwnFigures {
	node: string;
	events: number;
	contacts: number;
	calls: Record<string, number>;
	/** What the whole job takes, by the calls an event took. */
	callsFor10000Events: number;
	seconds: number;
	eventsPerSecond: number;
}

const CONTACTS = 200;
const EVENTS = CONTACTS * 5;

/**
 * n8n's own HubSpot and Salesforce nodes in a real n8n, an item an event, against a server on loopback that takes
 * everything. Salesforce's address is in the credential; HubSpot's is fixed, so fixedAddress.cjs leads it to loopback.
 */
export async function benchOwnNodes(n8n: N8nCli): Promise<OwnFigures[]> {
	const counter = await Counter.start(kindOf, accept);
	try {
		n8n.more = {
			NODE_OPTIONS: `--require=${join(__dirname, 'fixedAddress.cjs')}`,
			BENCH_HUBSPOT_URL: counter.url,
		};
		await importAccounts(n8n, counter.url);
		const figures: OwnFigures[] = [];
		for (const crm of ['HubSpot', 'Salesforce'] as const)
			figures.push(await run(n8n, counter, crm));
		return figures;
	} finally {
		n8n.more = {};
		await counter.stop();
	}
}

async function run(n8n: N8nCli, counter: Counter, crm: OwnCrm): Promise<OwnFigures> {
	const nodes = ownNodes[crm];
	const id = `benchOwn${crm}`;
	await n8n.importJson('workflow', workflow(id, itemsCode, nodes));
	counter.reset();
	const { output } = await n8n.execute(id);
	const runs = Object.keys(nodes).map((name) => nodeRun(output, name));
	const items = sum(runs.map((one) => one.items));
	if (items !== EVENTS * runs.length) throw new Error(`${crm}: ${items} items came out`);
	const seconds = sum(runs.map(({ milliseconds }) => milliseconds)) / 1000;
	return {
		...{ node: `n8n's own ${crm} node`, events: EVENTS, contacts: CONTACTS },
		calls: counter.calls,
		callsFor10000Events: (sum(Object.values(counter.calls)) / EVENTS) * 10_000,
		seconds: Math.round(seconds * 10) / 10,
		eventsPerSecond: Math.round(EVENTS / seconds),
	};
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const itemsCode = `
	const at = new Date().toISOString();
	return ['queued', 'sent', 'delivered', 'read', 'replied'].flatMap((type) =>
		Array.from({ length: ${CONTACTS} }, (_, i) => ({
			json: {
				type, at, key: 'message-' + i, email: 'person' + i + '@example.com',
				contact: '003' + String(i).padStart(12, '0') + 'AAA',
			},
		})),
	);`;

async function importAccounts(n8n: N8nCli, url: string): Promise<void> {
	const account = (type: string, data: object) => ({ id: type, name: type, type, data });
	await n8n.importJson('credentials', account('hubspotAppToken', { appToken: 'bench' }));
	const oauthTokenData = { access_token: 'bench', token_type: 'Bearer', instance_url: url };
	const app = { clientId: 'bench', clientSecret: 'bench', accessTokenUrl: `${url}/token` };
	await n8n.importJson(
		'credentials',
		account('salesforceOAuth2Api', { ...app, grantType: 'authorizationCode', oauthTokenData }),
	);
}

const kinds: readonly (readonly [path: RegExp, kind: string])[] = [
	[/^\/contacts\/v1\/contact\/|\/sobjects\/contact\//, 'contacts'],
	[/^\/engagements\/|\/sobjects\/RCS_Message__c\//, 'history'],
];

function kindOf({ path }: Call): string {
	return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}

/** Enough for the nodes to go on: an id, or Salesforce's empty answer to an update. */
function accept({ path }: Call): Answer {
	const headers = { 'content-type': 'application/json' };
	if (path.includes('/sobjects/contact/')) return { status: 204, headers, body: '' };
	const body = JSON.stringify({ vid: 1, isNew: false, id: '1', success: true, engagement: {} });
	return { status: 200, headers, body };
}
