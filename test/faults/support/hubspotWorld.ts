import type { CrmSettings } from '../../../connectors/crm';
import { hubspot } from '../../../connectors/hubspot';
import { setUp } from '../../../connectors/setUp';
import type { JsonObject } from '../../../sandbox/json';
import { hubspotHttp } from '../../../service/clients/hubspot';
import { object, objects, useSandbox } from '../../sandbox/world';
import { asTyped, everybody, phoneOf, type Standing } from './people';
import { bare, type Committed, counted, type World } from './world';

const app = {
	kind: 'oauth2',
	clientId: 'sandbox-hubspot-client',
	clientSecret: 'sandbox-hubspot-client-secret',
	refreshToken: 'sandbox-hubspot-refresh-token',
} as const;

export function useHubspot(given: Partial<CrmSettings> = {}) {
	const { call, url } = useSandbox();
	let settings: CrmSettings;
	let transport = counted(() => Promise.reject(new Error('not signed in')));

	const admin = (method: string, path: string, body?: unknown) =>
		call(method, `/sandbox/console/hubspot${path}`, body);
	const fault = (request: JsonObject) =>
		call('POST', '/sandbox/faults', { provider: 'hubspot', ...request });

	/** The events of the account are defined whatever a test keeps. */
	const definesEvents = { history: true, options: { history: 'customEvents' } };

	const world: World = {
		async prepare(more = {}) {
			await call('POST', '/sandbox/reset');
			const baseUrl = `${url()}/hubspot`;
			settings = {
				...{ baseUrl, createContacts: true, defaultCountry: 'GB', history: true },
				...given,
				...more,
			};
			transport = counted(hubspotHttp(app, baseUrl));
			const set = { ...world.run(), settings: { ...settings, ...definesEvents } };
			expect((await setUp(set, { dryRun: false })).failed).toEqual([]);
			const contacts = everybody.flatMap(contactsOf);
			for (let i = 0; i < contacts.length; i += 500)
				await admin('POST', '/contacts', { contacts: contacts.slice(i, i + 500) });
			transport.calls();
		},
		run: (retries = 12) => ({
			crm: hubspot,
			http: (request) => transport.http(request),
			settings,
			clock: {
				now: () => Date.now(),
				/** Whoever waits makes time pass in the emulator. */
				async wait(ms) {
					await admin('POST', '/clock', { advanceSeconds: Math.ceil(ms / 1000) });
				},
			},
			...{ concurrency: 3, retries },
		}),
		async disturb() {
			for (const skip of [10, 40, 90])
				await fault({ kind: 'status', status: 401, path: '/crm', skip });
			for (const path of ['/crm', '/events']) {
				const often = { times: 1_000_000, path };
				await fault({ ...often, kind: 'delay', delayMs: 5, percent: 3, seed: 2 });
				await fault({ ...often, kind: 'resetBefore', percent: 3, seed: 3 });
				await fault({ ...often, kind: 'resetAfter', percent: 5, seed: 4 });
				for (const [i, status] of [423, 429, 500, 502, 503].entries())
					await fault({ ...often, kind: 'status', status, percent: 3, seed: 5 + i });
				await fault({ ...often, kind: 'status', status: 429, retryAfter: 7, percent: 2, seed: 10 });
			}
		},
		async calm() {
			await call('DELETE', '/sandbox/faults');
		},
		async committed() {
			const [records, events] = await Promise.all(
				['records', 'events'].map((what) => call('GET', `/sandbox/crm/hubspot/${what}`)),
			);
			return byName(objects(records?.body['records']), objects(events?.body['events']));
		},
		calls: () => transport.calls(),
	};

	/** How many custom events HubSpot has taken, and how many different ones. */
	async function taken(): Promise<{ count: number; uuids: number }> {
		const { body } = await call('GET', '/sandbox/crm/hubspot/events');
		return { count: Number(body['count']), uuids: Number(body['uuids']) };
	}

	/** The account in the configuration of the service. */
	const account = () => ({ crm: 'hubspot', auth: app, ...settings });

	/** How many contacts there are. */
	async function contacts(): Promise<number> {
		const { body } = await call('GET', '/sandbox/crm/hubspot/records');
		return objects(body['records']).filter(({ object: type }) => type === 'contacts').length;
	}

	return { ...world, admin, fault, taken, call, account, contacts };
}

function contactsOf({ i, phone, standing }: (typeof everybody)[number]): Record<string, string>[] {
	const ways: Record<Standing, Record<string, string>[]> = {
		known: [{ rcs_phone_e164: phone }],
		typed: [{ phone }],
		national: [{ phone: asTyped(phone) }],
		other: [{ mobilephone: asTyped(phone) }],
		both: [{ rcs_phone_e164: phone, mobilephone: asTyped(phoneOf(i + 1)) }],
		second: [],
		shared: [{ phone }, { mobilephone: asTyped(phone) }],
		nobody: [],
	};
	return ways[standing].map((numbers) => ({ firstname: 'Customer', lastname: `${i}`, ...numbers }));
}

const stamps = [
	'hs_object_id',
	'createdate',
	'lastmodifieddate',
	'hs_createdate',
	'hs_lastmodifieddate',
];

/** Contacts by name and phone, communications by text, events by uuid. */
function byName(records: readonly JsonObject[], events: readonly JsonObject[]): Committed {
	const of = (kind: string) => records.filter(({ object: type }) => type === kind);
	const names = new Map(of('contacts').map(({ id, properties }) => [id, nameOf(properties)]));
	const contacts = of('contacts').map(({ id, properties, archived }) => [
		names.get(id),
		{ ...bare(object(properties), stamps), archived },
	]);
	const seen = of('communications').filter(({ archived }) => archived !== true);
	const communications = seen.map(({ properties, contacts: people }) => {
		const own = bare(object(properties), stamps);
		const whose = Array.isArray(people) ? people.map((id) => names.get(id)) : [];
		return [`${whose.join()} ${String(own['hs_communication_body'])}`, { ...own, whose }];
	});
	const told = events.map(({ uuid, eventName, occurredAt, properties, contactId }) => [
		uuid,
		{ eventName, occurredAt, properties, whose: names.get(contactId) },
	]);
	return {
		contacts: Object.fromEntries(contacts),
		communications: Object.fromEntries(communications),
		events: Object.fromEntries(told),
	};
}

function nameOf(properties: unknown): string {
	const { lastname, rcs_phone_e164: own, phone, mobilephone } = object(properties);
	return [lastname, own ?? phone ?? mobilephone].filter(Boolean).join(' ');
}
