import { type CrmId, crms } from '../../connectors';
import { acknowledge, withoutNotes } from '../../connectors/consentAcknowledge';
import type { ConsentMemory } from '../../connectors/consentMemory';
import { pollConsent } from '../../connectors/consentPoll';
import type { CrmRun } from '../../connectors/execute';
import { setUp } from '../../connectors/setUp';
import { demoApp } from '../../sandbox/crm/salesforce/account';
import { hubspotHttp } from '../../service/clients/hubspot';
import { salesforceHttp } from '../../service/clients/salesforce';
import { useSandbox } from '../sandbox/world';

const MANY = 6500;
const MOST_BYTES = 200_000;
const MINUTE_MS = 60_000;

const { call, url } = useSandbox();

const RealDate = Date;

/** A date that goes by another clock. */
function clockOf(now: () => number): DateConstructor {
	return new Proxy(RealDate, {
		construct: (real, args: unknown[]) =>
			Reflect.construct(real, args.length > 0 ? args : [now()]) as Date,
		get: (real, name) => (name === 'now' ? now : Reflect.get(real, name)) as unknown,
	});
}

describe.each(Object.values(crms))('thousands of edits in $displayName', (crm) => {
	/** By the CRM's clock and ours. */
	let time: number;
	let run: CrmRun;

	beforeEach(async () => {
		time = Date.now();
		globalThis.Date = clockOf(() => time++);
		run = runOf();
		await setUp(run, { dryRun: false });
		const limits = { searchesPerSecond: 10_000, callsPerTenSeconds: 100_000 };
		if (crm.id === 'hubspot') await admin('PATCH', '/settings', limits);
	});
	afterEach(() => void (globalThis.Date = RealDate));

	const admin = (method: string, path: string, body?: unknown) =>
		call(method, `/sandbox/console/${crm.id}${path}`, body);

	function runOf(): CrmRun {
		const baseUrl = `${url()}/${crm.id}`;
		const settings = { baseUrl, createContacts: false, history: false };
		const { clientId, clientSecret } = demoApp;
		const send = {
			hubspot: () => hubspotHttp({ kind: 'bearer', token: 'sandbox-hubspot-key' }, baseUrl),
			salesforce: () =>
				salesforceHttp({ kind: 'clientCredentials', clientId, clientSecret }, baseUrl, Date.now),
		}[crm.id]();
		const http: CrmRun['http'] = async (request) => {
			const answer = await send(request);
			return {
				...answer,
				headers: { ...answer.headers, date: new Date(Date.now()).toUTCString() },
			};
		};
		const clock = { now: () => Date.now(), wait: () => Promise.resolve() };
		return { crm, http, settings, clock, concurrency: 3, retries: 3 };
	}

	const phoneOf = (i: number) => `+4477009${String(10_000 + i)}`;

	const add: Record<CrmId, () => Promise<void>> = {
		async hubspot() {
			const contacts = Array.from({ length: MANY }, (_, i) => ({
				...{ rcs_phone_e164: phoneOf(i), rcs_consent_status: 'opted_in' },
			}));
			expect((await admin('POST', '/contacts', { contacts })).status).toBeLessThan(300);
		},
		async salesforce() {
			const records = Array.from({ length: MANY }, (_, i) => ({
				attributes: { type: 'Contact' },
				...{ LastName: 'X', RCS_Phone_E164__c: phoneOf(i), RCS_Consent_Status__c: 'opted_in' },
			}));
			for (let i = 0; i < MANY; i += 200)
				await run.http({
					method: 'POST',
					url: `${run.settings.baseUrl}/services/data/v66.0/composite/sobjects`,
					body: { allOrNone: true, records: records.slice(i, i + 200) },
				});
		},
	};

	const edit: Record<CrmId, (id: string) => Promise<unknown>> = {
		hubspot: (id) =>
			admin('PATCH', `/contacts/${id}`, { properties: { rcs_consent_status: 'opted_out' } }),
		salesforce: (id) =>
			admin('PATCH', `/records/${id}`, { fields: { RCS_Consent_Status__c: 'opted_out' } }),
	};

	it.each([true, false])(
		'are told once each, write back: %s',
		async (isNoted) => {
			const told = new Map<string, number>();
			let memory: ConsentMemory = { told: {} };
			let id = '';
			let bytes = 0;
			const poll = async () => {
				time += MINUTE_MS;
				memory = isNoted ? (await acknowledge(run, memory)).memory : withoutNotes(memory);
				const found = await pollConsent(run, memory, { mostPages: 20 });
				// As n8n keeps it.
				const kept = JSON.stringify(found.memory);
				memory = JSON.parse(kept) as ConsentMemory;
				bytes = Math.max(bytes, kept.length);
				for (const { record } of found.statements) {
					({ id } = record);
					told.set(id, (told.get(id) ?? 0) + 1);
				}
				return found.statements.length;
			};
			await add[crm.id]();
			let polls = 0;
			while (told.size < MANY && polls++ < 40) await poll();
			for (let i = 0; i < 12; i += 1) expect(await poll()).toBe(0);
			expect(told.size).toBe(MANY);
			expect(Math.max(...told.values())).toBe(1);
			await edit[crm.id](id);
			expect(await poll()).toBe(1);
			for (let i = 0; i < 3; i += 1) expect(await poll()).toBe(0);
			expect(told.get(id)).toBe(2);
			expect(bytes).toBeLessThan(MOST_BYTES);
		},
		180_000,
	);
});
