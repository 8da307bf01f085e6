import { setTimeout as sleep } from 'node:timers/promises';
import type { CrmSettings } from '../../../connectors/crm';
import { salesforce } from '../../../connectors/salesforce';
import { setUp } from '../../../connectors/setUp';
import type { JsonObject } from '../../../sandbox/json';
import { demoApp } from '../../../sandbox/crm/salesforce/account';
import { salesforceHttp } from '../../../service/clients/salesforce';
import { object, objects, useSandbox } from '../../sandbox/world';
import { asTyped, everybody, phoneOf, type Standing } from './people';
import { bare, type Committed, counted, type World } from './world';

/** Time passes for the connector as it does in the sandbox. */
const SPEED = 2000;
const DATA = '/services/data/v66.0';
const { clientId, clientSecret } = demoApp;
const auth = { kind: 'clientCredentials', clientId, clientSecret } as const;

/** `leads`: some people are leads, and everybody has an Individual. */
export function useSalesforce(given: Partial<CrmSettings> = {}, { leads = false } = {}) {
	const { call, url } = useSandbox(SPEED);
	let settings: CrmSettings;
	let transport = counted(() => Promise.reject(new Error('not signed in')));

	const admin = (method: string, path: string, body?: unknown) =>
		call(method, `/sandbox/console/salesforce${path}`, body);
	const fault = (request: JsonObject) =>
		call('POST', '/sandbox/faults', { provider: 'salesforce', path: DATA, ...request });

	async function insert(type: string, rows: readonly JsonObject[]): Promise<string[]> {
		const ids: string[] = [];
		for (let i = 0; i < rows.length; i += 200) {
			const records = rows.slice(i, i + 200).map((row) => ({ attributes: { type }, ...row }));
			const address = `${url()}/salesforce${DATA}/composite/sobjects`;
			const body = { allOrNone: true, records };
			const answer = await transport.http({ method: 'POST', url: address, body });
			const list: unknown = JSON.parse(answer.body);
			for (const { id, errors } of objects(list))
				if (typeof id === 'string') ids.push(id);
				else throw new Error(JSON.stringify(errors));
		}
		return ids;
	}

	async function people(): Promise<void> {
		const individuals = leads
			? await insert(
					'Individual',
					everybody.map(({ i }) => ({ LastName: `Person ${i}` })),
				)
			: [];
		const of = (type: 'Contact' | 'Lead') =>
			everybody.flatMap(({ i, standing }) => {
				const isLead = leads && i % 3 === 0;
				if ((type === 'Lead') !== isLead) return [];
				const company = isLead ? { Company: 'Example' } : {};
				const individual = leads ? { IndividualId: individuals[i] ?? null } : {};
				return numbersOf(i, standing, isLead).map((numbers) => ({
					LastName: `Customer ${i}`,
					...company,
					...individual,
					...numbers,
				}));
			});
		await insert('Contact', of('Contact'));
		await insert('Lead', of('Lead'));
	}

	const world: World = {
		async prepare(more = {}) {
			await call('POST', '/sandbox/reset');
			const baseUrl = `${url()}/salesforce`;
			settings = {
				...{ baseUrl, createContacts: true, defaultCountry: 'GB', history: true },
				...given,
				...more,
			};
			transport = counted(salesforceHttp(auth, baseUrl, Date.now));
			expect((await setUp(world.run(), { dryRun: false })).failed).toEqual([]);
			await people();
			transport.calls();
		},
		run: (retries = 12) => ({
			crm: salesforce,
			http: (request) => transport.http(request),
			settings,
			clock: { now: () => Date.now(), wait: (ms) => sleep(ms / SPEED) },
			...{ concurrency: 3, retries },
		}),
		async disturb() {
			await admin('PUT', '/contention', { percent: 4, seed: 11 });
			await admin('PUT', '/limits', { concurrentMax: 3 });
			await admin('PUT', '/pace', { writeMs: 4000 });
			for (const skip of [10, 30, 50]) await fault({ kind: 'status', status: 401, skip });
			const often = { times: 1_000_000 };
			await fault({ ...often, kind: 'delay', delayMs: 5, percent: 3, seed: 2 });
			await fault({ ...often, kind: 'resetBefore', percent: 4, seed: 3 });
			await fault({ ...often, kind: 'resetAfter', percent: 6, seed: 4 });
			for (const [i, status] of [429, 500, 502, 503].entries())
				await fault({ ...often, kind: 'status', status, percent: 3, seed: 5 + i });
			await fault({ ...often, kind: 'status', status: 503, retryAfter: 7, percent: 2, seed: 9 });
		},
		async calm() {
			await call('DELETE', '/sandbox/faults');
			await admin('PUT', '/contention', { percent: 0 });
			await admin('PUT', '/limits', { concurrentMax: 25 });
		},
		async committed() {
			const { body } = await call('GET', '/sandbox/crm/salesforce/records');
			return byName(object(body['objects']));
		},
		calls: () => transport.calls(),
	};
	/** The account in the configuration of the service. */
	const account = () => ({ crm: 'salesforce', auth, ...settings });

	/** How many contacts there are. */
	async function contacts(): Promise<number> {
		const { body } = await call('GET', '/sandbox/crm/salesforce/records');
		return objects(object(body['objects'])['Contact']).length;
	}

	return { ...world, admin, fault, call, account, contacts };
}

function numbersOf(i: number, standing: Standing, isLead: boolean): JsonObject[] {
	const phone = phoneOf(i);
	const elsewhere = isLead ? 'Phone' : 'HomePhone';
	const ways: Record<Standing, JsonObject[]> = {
		known: [{ RCS_Phone_E164__c: phone }],
		typed: [{ MobilePhone: phone }],
		national: [{ Phone: asTyped(phone) }],
		other: [{ [elsewhere]: asTyped(phone) }],
		both: [{ RCS_Phone_E164__c: phone, MobilePhone: asTyped(phoneOf(i + 1)) }],
		second: [],
		shared: [{ MobilePhone: phone }, { Phone: asTyped(phone) }],
		nobody: [],
	};
	return ways[standing];
}

const stamps = [
	...['Id', 'Name', 'CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'],
	...['SystemModstamp', 'OwnerId', 'IndividualId'],
];

/** People by name and phone, messages and consents by key; ids are told by whose they are. */
function byName(all: JsonObject): Committed {
	const people = ['Contact', 'Lead', 'Individual'].flatMap((type) => objects(all[type]));
	const names = new Map(people.map((one) => [one['Id'], nameOf(one)]));
	const told = (value: unknown) => (names.has(value) ? names.get(value) : value);
	const kinds = ['Contact', 'Lead', 'RCS_Message__c', 'ContactPointTypeConsent'];
	return Object.fromEntries(
		kinds.map((kind) => [
			kind,
			Object.fromEntries(
				objects(all[kind]).map((record) => {
					const own = Object.fromEntries(
						Object.entries(bare(record, stamps)).map(([name, value]) => [name, told(value)]),
					);
					const key = String(record['RCS_Key__c'] ?? nameOf(record));
					const ids = /0PK\w+/.exec(key)?.[0];
					const name = ids === undefined ? key : String(told(ids));
					return [name, kind === 'ContactPointTypeConsent' ? { ...own, RCS_Key__c: name } : own];
				}),
			),
		]),
	);
}

function nameOf(record: JsonObject): string {
	const { LastName, RCS_Phone_E164__c: own, MobilePhone, Phone } = record;
	return [LastName, own ?? MobilePhone ?? Phone].join(' ');
}
