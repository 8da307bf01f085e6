import fc from 'fast-check';
import { type CrmId, crms } from '../../connectors';
import type { CrmRun } from '../../connectors/execute';
import { setUp } from '../../connectors/setUp';
import type { Http } from '../../core/http';
import { demoApp } from '../../sandbox/crm/salesforce/account';
import { hubspotHttp } from '../../service/clients/hubspot';
import { salesforceHttp } from '../../service/clients/salesforce';
import { useSandbox } from '../sandbox/world';
import { type PlayWorld, player, settle, steps } from './consentPlay';

/** The same play as in memory, with the emulators and the CRMs' own SDKs. */

const { call, url } = useSandbox();
const clock = { now: () => Date.now(), wait: () => Promise.resolve() };

const transports: Record<CrmId, (baseUrl: string) => Http> = {
	hubspot: (baseUrl) => hubspotHttp({ kind: 'bearer', token: 'sandbox-hubspot-key' }, baseUrl),
	salesforce: (baseUrl) => {
		const { clientId, clientSecret } = demoApp;
		return salesforceHttp({ kind: 'clientCredentials', clientId, clientSecret }, baseUrl, Date.now);
	},
};

const faults = { before: 'resetBefore', after: 'resetAfter' };
/** Where the requests go that may be cut: signing in is none of them. */
const apis: Record<CrmId, string> = { hubspot: '/crm/', salesforce: '/services/data/' };

describe.each(Object.values(crms))('consent of $displayName', (crm) => {
	const admin = (method: string, path: string, body?: unknown) =>
		call(method, `/sandbox/console/${crm.id}${path}`, body);

	async function world(phones: readonly string[]): Promise<PlayWorld> {
		for (const phone of phones)
			await call('POST', `/sandbox/crm/${crm.id}/contacts`, { name: 'Test Person', phone });
		const { body } = await call('GET', `/sandbox/crm/${crm.id}/contacts`);
		const people = body['contacts'] as { id: string; object: string; phone: string }[];
		const records = people.filter(({ phone }) => phones.includes(phone));
		const refOf = (id: string) => ({ object: records[0]?.object ?? '', id });
		const run = runOf();
		return {
			run,
			ids: records.map(({ id }) => id),
			async show(id) {
				await call('DELETE', '/sandbox/faults');
				const [request] = crm.changes.current.plan([refOf(id)], run.settings);
				const [record] = request
					? crm.changes.current.read(await run.http(request), run.settings)
					: [];
				if (!record) throw new Error(`There is no record ${id}`);
				return record;
			},
			async edit(id, value) {
				const path = `/sandbox/crm/${crm.id}/contacts/${refOf(id).object}/${id}/consent`;
				expect((await call('PUT', path, { value })).status).toBe(200);
			},
			async rename(id) {
				const name = `Test ${Math.random()}`;
				await (crm.id === 'hubspot'
					? admin('PATCH', `/contacts/${id}`, { properties: { firstname: name } })
					: admin('PATCH', `/records/${id}`, { fields: { FirstName: name } }));
			},
			pass: () => undefined,
			now: () => new Date().toISOString(),
			async fail(...next) {
				await call('DELETE', '/sandbox/faults');
				const fault = { provider: crm.id, path: apis[crm.id] };
				for (const when of next)
					await call('POST', '/sandbox/faults', { ...fault, kind: faults[when] });
			},
		};
	}

	function runOf(): CrmRun {
		const baseUrl = `${url()}/${crm.id}`;
		const settings = { baseUrl, createContacts: false, history: false };
		const http = transports[crm.id](baseUrl);
		return { crm, http, settings, clock, concurrency: 1, retries: 1 };
	}

	it('is told once where an admin sets it, and never where we write it', async () => {
		await setUp(runOf(), { dryRun: false });
		const limits = { searchesPerSecond: 10_000, callsPerTenSeconds: 100_000 };
		if (crm.id === 'hubspot') await admin('PATCH', '/settings', limits);
		let count = 0;
		await fc.assert(
			fc.asyncProperty(steps, async (some) => {
				const phones = [1, 2, 3].map(() => `+447700900${String(count++ % 1000).padStart(3, '0')}`);
				const { play, expectAllTold } = player(await world(phones));
				for (const one of [...some, ...settle]) await play(one);
				await expectAllTold();
			}),
			{ numRuns: 20 },
		);
	});
});
