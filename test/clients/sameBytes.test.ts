import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeType } from 'n8n-workflow';
import { type CrmId, crms } from '../../connectors';
import { consentValues } from '../../connectors/contactWrites';
import type { CrmSettings } from '../../connectors/crm';
import type { CrmRun } from '../../connectors/execute';
import { setUp } from '../../connectors/setUp';
import { writeBack, writeContacts } from '../../connectors/writeBack';
import type { Http } from '../../core/http';
import { n8nHttp } from '../../nodes/shared/n8nHttp';
import { demoApp } from '../../sandbox/crm/salesforce/account';
import { runNode } from '../engine/harness';
import { object, objects, useSandbox } from '../sandbox/world';
import { events, typedPhones } from './people';
import { useRecordingProxy } from './recordingProxy';
import { transports } from './transports';

/**
 * The same work through the SDK of a CRM and through n8n's own helper: every request is the same, byte by
 * byte, and so is what is in the CRM afterwards.
 */

const SPEED = 200;
const { call, url } = useSandbox(SPEED);
const proxy = useRecordingProxy(url);

const clock = { now: () => Date.UTC(2030, 1, 1), wait: (ms: number) => sleep(ms / SPEED) };

const jobs: readonly (readonly [CrmId, string, NonNullable<CrmSettings['options']>])[] = [
	['hubspot', 'custom events', { history: 'customEvents', eventName: 'pe4010_rcs_event' }],
	['hubspot', 'communications', { history: 'communications', timeZone: 'Europe/London' }],
	['salesforce', 'composite requests', { mode: 'composite' }],
	['salesforce', 'bulk jobs', { mode: 'bulk' }],
];

describe.each(jobs)('%s, with %s', (id, _what, options) => {
	const crm = crms[id];
	const settings = (): CrmSettings => ({
		baseUrl: `${proxy.url()}/${id}`,
		createContacts: false,
		defaultCountry: 'US',
		history: true,
		options,
	});

	/** Everything the connectors ask a CRM for. */
	async function journey(http: Http): Promise<unknown> {
		const run: CrmRun = {
			...{ crm, http, settings: settings(), clock, concurrency: 1, retries: 2 },
		};
		const added = await setUp(run, { dryRun: false });
		const first = await writeBack(run, events);
		const again = await writeBack(run, [...events].reverse());
		const { phone = '' } = again[20] ?? {};
		const values = consentValues('optedIn', '2031-01-01T00:00:00.000Z', 'form é');
		const set = await writeContacts(run, [{ phone, values, urgent: false }]);
		const { startAt, poll, read, current } = crm.changes;
		const everything = await http(poll(undefined, settings()));
		const { records } = read(everything, undefined, settings());
		const later = await http(poll(startAt(Date.UTC(2030, 0, 1), settings()), settings()));
		const polled = [everything.status, later.status];
		// They come by the time they changed, which is another each time.
		const known = records.map(({ object, id: record }) => ({ object, id: record }));
		known.sort((a, b) => (a.id < b.id ? -1 : 1));
		for (const question of current.plan(known, settings()))
			polled.push(current.read(await http(question), settings()).length);
		return { added, first, again, set, polled, changed: known.length };
	}

	async function signIn(): Promise<string> {
		if (id === 'hubspot') return 'sandbox-hubspot-key';
		const { clientId, clientSecret } = demoApp;
		const form = { grant_type: 'client_credentials', client_id: clientId };
		const body = new URLSearchParams({ ...form, client_secret: clientSecret });
		const answer = await call('POST', '/salesforce/services/oauth2/token', body);
		return String(answer.body['access_token']);
	}

	async function addPeople() {
		if (id === 'hubspot') {
			// As fast as the work is done here nobody works there.
			const limits = { callsPerTenSeconds: 10_000, searchesPerSecond: 1000 };
			await call('PATCH', '/sandbox/console/hubspot/settings', limits);
			const contacts = typedPhones.map((phone) => ({ phone }));
			return call('POST', '/sandbox/console/hubspot/contacts', { contacts });
		}
		for (const MobilePhone of typedPhones) {
			const fields = { LastName: 'Ødegård', MobilePhone };
			await call('POST', '/sandbox/console/salesforce/records', { object: 'Contact', fields });
		}
		return undefined;
	}

	/** What is in the CRM, without what is named by chance. */
	async function oracle(): Promise<unknown> {
		const { body } = await call('GET', `/sandbox/crm/${id}/records`);
		const kept = id === 'hubspot' ? (await call('GET', '/sandbox/crm/hubspot/events')).body : {};
		const events = objects(kept['events']).map(({ id: _id, ...event }) => event);
		return withoutMoments({ body, events });
	}

	async function watched(work: (token: string) => Promise<unknown>) {
		await call('POST', '/sandbox/reset');
		await addPeople();
		const token = await signIn();
		proxy.wires.length = 0;
		const told = await work(token);
		const wires = proxy.wires
			.map(({ authorization, body, ...wire }) => ({
				...wire,
				authorization: authorization === `Bearer ${token}` ? 'the token' : authorization,
				body: body.toString('latin1'),
			}))
			// How often a job is looked at is a matter of the emulator's pace.
			.filter((wire, i, all) => {
				const before = all[i - 1];
				return wire.method !== 'GET' || !before || wire.path !== before.path;
			});
		return { told: withoutMoments(told), wires, oracle: await oracle() };
	}

	async function overN8n(token: string): Promise<unknown> {
		let told: unknown;
		const [name, data] =
			id === 'hubspot'
				? ['rcsHubspotApi', { token }]
				: ['rcsSalesforceJwtApi', { accessToken: token }];
		const nodeType: INodeType = {
			description: { ...description, credentials: [{ name }] },
			async execute() {
				told = await journey(n8nHttp(this, name, await this.getCredentials(name)));
				return [[]];
			},
		};
		await runNode({ nodeType, credentials: { [name]: data } });
		return told;
	}

	it('is the same over the SDK and over n8n', async () => {
		const transport = transports.find((one) => one.id === id);
		const bySdk = await watched((token) =>
			journey(transport?.withToken(`${proxy.url()}/${id}`, token) ?? fail()),
		);
		const byN8n = await watched(overN8n);
		expect(bySdk.wires.length).toBeGreaterThan(15);
		expect(bySdk.wires).toEqual(byN8n.wires);
		expect(bySdk.told).toEqual(byN8n.told);
		expect(object(bySdk.told)['changed']).toBeGreaterThan(10);
		expect(bySdk.oracle).toEqual(byN8n.oracle);

		const text = JSON.stringify(bySdk.oracle);
		expect(text).toContain('Frühling');
		expect(text).toContain('🌷');
		expect(new Set(bySdk.wires.map(({ authorization }) => authorization))).toEqual(
			new Set(['the token']),
		);
		const statuses = objects(object(bySdk.told)['first']).map(({ status }) => status);
		expect(new Set(statuses)).toEqual(new Set(['written', 'unmatched', 'ambiguous']));
	});
});

/** When something was written is another time each time. */
const moments =
	/^(createdAt|changedAt|createdate|lastmodifieddate|hs_.*date|CreatedDate|.*ModifiedDate|SystemModstamp)$/;

function withoutMoments(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value), (name, member: unknown) =>
		moments.test(name) ? undefined : member,
	);
}

function fail(): never {
	throw new Error('There is no such transport');
}

const description = {
	displayName: 'CRM',
	name: 'crm',
	group: [],
	version: 1,
	description: '',
	defaults: {},
	inputs: [],
	outputs: [],
	properties: [],
};
