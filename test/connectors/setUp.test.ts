import { type CrmId, crms } from '../../connectors';
import type { CrmSettings } from '../../connectors/crm';
import { setUp } from '../../connectors/setUp';
import { networkError, type Http, type HttpResponse } from '../../core/http';
import { demoApp } from '../../sandbox/crm/salesforce/account';
import { hubspotHttp } from '../../service/clients/hubspot';
import { salesforceHttp } from '../../service/clients/salesforce';
import { useSandbox } from '../sandbox/world';

/** Setting up fields while answers are lost or refused for the moment, at the emulators. */

const { url } = useSandbox();

const transports: Record<CrmId, (baseUrl: string) => Http> = {
	hubspot: (baseUrl) => hubspotHttp({ kind: 'bearer', token: 'sandbox-hubspot-key' }, baseUrl),
	salesforce: (baseUrl) => {
		const { clientId, clientSecret } = demoApp;
		return salesforceHttp({ kind: 'clientCredentials', clientId, clientSecret }, baseUrl, Date.now);
	},
};

describe.each(Object.values(crms))('setting up $displayName', (crm) => {
	const waits: number[] = [];
	beforeEach(() => waits.splice(0));
	const wait = (ms: number) => {
		waits.push(ms);
		return Promise.resolve();
	};
	const run = (around: (http: Http) => Http = (http) => http) => {
		const baseUrl = `${url()}/${crm.id}`;
		const settings: CrmSettings = { baseUrl, createContacts: false, history: true };
		const http = around(transports[crm.id](baseUrl));
		const clock = { now: () => Date.now(), wait };
		return { crm, settings, http, clock, concurrency: 2, retries: 3 };
	};

	/** Some answers are others than what the CRM said. */
	const disturbed =
		(isAt: (count: number, method: string) => boolean, answer: () => HttpResponse) =>
		(http: Http): Http => {
			let count = 0;
			return async (request) => {
				const response = await http(request);
				count += 1;
				return isAt(count, request.method) ? answer() : response;
			};
		};
	const everyThird = (count: number) => count % 3 === 1;

	test.each([
		['lost', () => Promise.reject(networkError('crm', 'ECONNRESET')) as never],
		['503', () => ({ status: 503, headers: {}, body: '' })],
		['429', () => ({ status: 429, headers: { 'retry-after': '7' }, body: '' })],
		['cut off', () => ({ status: 200, headers: {}, body: '{"results":[{"na' })],
	])('every third answer is not there (%s): it is asked for again', async (_name, answer) => {
		const before = await setUp(run(), { dryRun: true });
		const done = await setUp(run(disturbed(everyThird, answer)), { dryRun: false });
		expect(done).toMatchObject({ added: before.added, failed: [], conflicts: [] });
		expect(waits.length).toBeGreaterThan(0);
		expect((await setUp(run(), { dryRun: true })).added).toEqual([]);
	});

	test('two at once do not report failures', async () => {
		const both = await Promise.all([1, 2].map(() => setUp(run(), { dryRun: false })));
		expect(both.map(({ failed }) => failed)).toEqual([[], []]);
		expect((await setUp(run(), { dryRun: true })).added).toEqual([]);
	});

	test('what the CRM refuses for good is asked for once and reported', async () => {
		let posts = 0;
		const refuse =
			(http: Http): Http =>
			async (request) => {
				if (request.method === 'GET' || request.url.endsWith('/composite')) return http(request);
				posts += 1;
				const body = JSON.stringify([{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }]);
				return { status: 403, headers: {}, body };
			};
		const before = await setUp(run(), { dryRun: true });
		const { failed } = await setUp(run(refuse), { dryRun: false });
		expect(failed.length).toBeGreaterThan(0);
		expect(posts).toBeLessThanOrEqual(before.added.length);
	});

	test('nobody waits for hours', async () => {
		const busy = () => ({ status: 429, headers: { 'retry-after': '7200' }, body: '' });
		const asked = setUp(run(disturbed(() => true, busy)), { dryRun: false });
		await expect(asked).rejects.toThrow(/HTTP 429/);
		expect(waits).toEqual([]);
	});
});
