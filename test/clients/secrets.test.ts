import { inspect } from 'node:util';
import { type CrmId, crms } from '../../connectors';
import type { CrmSettings } from '../../connectors/crm';
import type { CrmRun } from '../../connectors/execute';
import { setUp } from '../../connectors/setUp';
import { writeBack } from '../../connectors/writeBack';
import type { Http } from '../../core/http';
import { hubspotHttp } from '../../service/clients/hubspot';
import { salesforceHttp } from '../../service/clients/salesforce';
import { useSandbox } from '../sandbox/world';
import { events, typedPhones } from './people';
import { useRecordingProxy } from './recordingProxy';
import { hubspotApp, salesforceApps } from './transports';

/**
 * Whatever goes well or wrong, no secret is in what is printed, thrown or reported, and no phone in what
 * may end up in a log.
 */

const { call, url } = useSandbox();
const proxy = useRecordingProxy(url);
const clock = { now: () => Date.now(), wait: () => Promise.resolve() };

const HUBSPOT_KEY = 'sandbox-hubspot-key';
const privateKeyLines = salesforceApps.jwt.privateKey.trim().split('\n').slice(1, -1);

/** What must never be seen, besides the access tokens that were given out. */
const secrets: readonly string[] = [
	...[HUBSPOT_KEY, hubspotApp.clientSecret, hubspotApp.refreshToken],
	...[salesforceApps.oauth2.clientSecret, salesforceApps.oauth2.refreshToken, ...privateKeyLines],
	...['wrong-secret-1', 'wrong-refresh-2', 'wrong-key-3'],
];

const accessTokens = () =>
	proxy.wires.flatMap(({ authorization }) => authorization?.replace('Bearer ', '') ?? []);

/** What the process printed. */
let printed: string[];
let spies: jest.SpyInstance[];
beforeEach(() => {
	printed = [];
	const keep = (...words: unknown[]) => printed.push(words.map(String).join(' ')) > 0;
	spies = [
		jest.spyOn(process.stdout, 'write').mockImplementation(keep),
		jest.spyOn(process.stderr, 'write').mockImplementation(keep),
		...(['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
			jest.spyOn(console, method).mockImplementation(keep),
		),
	];
});
afterEach(() => {
	for (const spy of spies) spy.mockRestore();
});

type Auth = 'key' | 'oauth2' | 'clientCredentials' | 'jwt';

const transports: Record<CrmId, Partial<Record<Auth, [good: Make, bad: Make]>>> = {
	hubspot: {
		key: [
			(at) => hubspotHttp({ kind: 'bearer', token: HUBSPOT_KEY }, at),
			(at) => hubspotHttp({ kind: 'bearer', token: 'wrong-key-3' }, at),
		],
		oauth2: [
			(at) => hubspotHttp(hubspotApp, at),
			(at) => hubspotHttp({ ...hubspotApp, refreshToken: 'wrong-refresh-2' }, at),
		],
	},
	salesforce: {
		oauth2: [
			(at) => salesforceHttp(salesforceApps.oauth2, at, Date.now),
			(at) =>
				salesforceHttp({ ...salesforceApps.oauth2, refreshToken: 'wrong-refresh-2' }, at, Date.now),
		],
		clientCredentials: [
			(at) => salesforceHttp(salesforceApps.clientCredentials, at, Date.now),
			(at) =>
				salesforceHttp(
					{ ...salesforceApps.clientCredentials, clientSecret: 'wrong-secret-1' },
					at,
					Date.now,
				),
		],
		jwt: [
			(at) => salesforceHttp(salesforceApps.jwt, at, Date.now),
			(at) =>
				salesforceHttp({ ...salesforceApps.jwt, username: 'nobody@example.com' }, at, Date.now),
		],
	},
};
type Make = (baseUrl: string) => Http;

const cases = Object.values(crms).flatMap((crm) =>
	Object.entries(transports[crm.id]).map(([auth, made]) => ({ crm, auth, made })),
);

describe.each(cases)('$crm.id by $auth', ({ crm, made: [good, bad] }) => {
	const baseUrl = () => `${proxy.url()}/${crm.id}`;
	const runOf = (http: Http): CrmRun => {
		const settings: CrmSettings = {
			...{ baseUrl: baseUrl(), createContacts: true, history: true, defaultCountry: 'US' },
		};
		return { crm, http, settings, clock, concurrency: 2, retries: 1 };
	};
	const fault = (more: object) => call('POST', '/sandbox/faults', { provider: crm.id, ...more });

	async function addPeople() {
		const phones = typedPhones.slice(0, 12);
		if (crm.id === 'hubspot') {
			const contacts = phones.map((phone) => ({ phone }));
			await call('POST', '/sandbox/console/hubspot/contacts', { contacts });
			const rule = { ruleType: 'MAX_LENGTH', ruleArguments: ['5'] };
			await call('PUT', '/sandbox/console/hubspot/rules/rcs_last_campaign', rule);
			// HubSpot quotes the value, which is a phone.
			const noEnds = { ruleType: 'REGEX', ruleArguments: ['.*[0-8]'] };
			await call('PUT', '/sandbox/console/hubspot/rules/rcs_phone_e164', noEnds);
			return;
		}
		for (const MobilePhone of phones) {
			const fields = { LastName: 'Customer', MobilePhone };
			await call('POST', '/sandbox/console/salesforce/records', { object: 'Contact', fields });
		}
		await call('POST', '/sandbox/console/salesforce/validation-rules', {
			...{ object: 'Contact', when: { RCS_Last_Event__c: 'message_replied' } },
			message: 'Nobody of +15550100004 may reply',
		});
	}

	/** Everything that was told of all that can go wrong; `reasons` may end up in logs. */
	async function journey() {
		const told: unknown[] = [];
		const reasons: unknown[] = [];
		const attempt = async (work: () => Promise<unknown>) => {
			try {
				const result = await work();
				told.push(result);
				if (Array.isArray(result))
					reasons.push(...result.flatMap(({ failures }) => failures.map(reasonOf)));
			} catch (error) {
				reasons.push(error);
			}
		};
		const some = events.slice(0, 60);
		const http = good(baseUrl());
		await attempt(() => setUp(runOf(http), { dryRun: false }));
		await addPeople();
		await attempt(() => writeBack(runOf(http), some));
		await fault({ kind: 'resetAfter', times: 1 });
		await attempt(() => writeBack(runOf(http), some));
		await fault({ kind: 'resetBefore', times: 100 });
		await attempt(() => writeBack(runOf(http), some));
		await call('DELETE', '/sandbox/faults');
		await fault({ kind: 'status', status: 500, times: 3 });
		await attempt(() => writeBack(runOf(http), some));
		await call('DELETE', '/sandbox/faults');
		await fault({ kind: 'status', status: 401, times: 100 });
		await attempt(() => writeBack(runOf(http), some));
		await call('DELETE', '/sandbox/faults');
		await attempt(() => setUp(runOf(bad(baseUrl())), { dryRun: true }));
		await attempt(() => writeBack(runOf(bad(baseUrl())), some));
		await attempt(() => writeBack(runOf(good('http://127.0.0.1:1')), some));
		return { told, reasons };
	}

	it('tells no secrets, and no phones where nobody asked for them', async () => {
		const { told, reasons } = await journey();
		const seen = [
			...printed,
			...[...told, ...reasons].flatMap((one) => [
				String(one),
				JSON.stringify(one),
				inspect(one, { depth: Infinity, showHidden: true, maxStringLength: Infinity }),
			]),
		].join('\n');
		const tokens = accessTokens();
		expect(tokens.length).toBeGreaterThan(0);
		for (const secret of [...secrets, ...tokens]) expect(seen.includes(secret)).toBe(false);

		const logged = [...printed, ...reasons.map((one) => inspect(one, { depth: Infinity }))].join(
			'\n',
		);
		expect(logged).toMatch(/RcsError/);
		expect(reasons.length).toBeGreaterThan(5);
		for (const phone of typedPhones) expect(logged.includes(phone.slice(1))).toBe(false);
	});
});

function reasonOf({ row: _row, ...failure }: { row: unknown }) {
	return failure;
}
