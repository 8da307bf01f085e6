import { setTimeout as sleep } from 'node:timers/promises';

import type { ConsentMemory } from '../../connectors/consentMemory';
import { pollConsent } from '../../connectors/consentPoll';
import type { CrmSettings } from '../../connectors/crm';
import type { CrmRun } from '../../connectors/execute';
import { salesforce } from '../../connectors/salesforce';
import { writeBack } from '../../connectors/writeBack';
import type { EventType, RcsEvent } from '../../core/event/types';
import { type Http, networkError } from '../../core/http';
import { PHONE, useOrg } from './salesforceWorld';

/** The connector and the emulator, written apart, over real HTTP. */

/** Time passes for the connector as it does in the sandbox. */
const SPEED = 20;

const { call, url, admin, contact, records, signIn } = useOrg();

let token = '';
let asked: string[] = [];

const http: Http = async ({ method, url: address, headers, body }) => {
	asked.push(`${method} ${address.replace(/.*v66\.0|\?.*/g, '')}`);
	const isText = typeof body === 'string';
	try {
		const response = await fetch(address, {
			method,
			headers: {
				authorization: `Bearer ${token}`,
				...(body === undefined || isText ? {} : { 'content-type': 'application/json' }),
				...headers,
			},
			...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
		});
		const names = Object.fromEntries(response.headers);
		return { status: response.status, headers: names, body: await response.text() };
	} catch {
		throw networkError('salesforce', 'ECONNRESET');
	}
};

const settings = (options: CrmSettings['options'] = {}): CrmSettings => ({
	baseUrl: `${url()}/salesforce`,
	createContacts: false,
	defaultCountry: 'GB',
	history: true,
	options,
});

const clock = {
	now: () => Date.now(),
	wait: (ms: number) => sleep(ms / SPEED),
};
const run = (options?: CrmSettings['options']): CrmRun => ({
	...{ crm: salesforce, http, settings: settings(options), clock, concurrency: 2, retries: 3 },
});

async function setUp() {
	const { inspect, diff, refused } = salesforce.provision;
	const answers = [];
	for (const request of inspect(settings())) answers.push(await http(request));
	const plan = diff(answers, settings());
	for (const { request } of plan.steps) expect(refused(await http(request))).toEqual([]);
	return plan;
}

const event = (type: EventType, more: Partial<RcsEvent> = {}): RcsEvent => ({
	...{ eventId: `${type} ${PHONE}`, type, provider: 'infobip', messageId: 'm1', user: PHONE },
	...{ occurredAt: '2026-11-21T06:00:00.000Z', raw: {} },
	...more,
});

const failure = { category: 'provider', retryable: false, advice: '' } as const;

beforeEach(async () => {
	token = await signIn();
	await setUp();
	asked = [];
});

it('is set up once', async () => {
	expect(await setUp()).toMatchObject({ steps: [], conflicts: [] });
});

it.each(['composite', 'bulk'])(
	'finds a typed number, and writes it with its message: %s',
	async (mode) => {
		const id = await contact({ LastName: 'Customer', MobilePhone: '07700 900001' });
		const events = [event('message.sent', { campaignId: 'spring' }), event('message.read')];
		expect(await writeBack(run({ mode }), events)).toMatchObject([{ status: 'written' }]);
		expect(await records('Contact')).toMatchObject([
			{
				Id: id,
				RCS_Phone_E164__c: PHONE,
				RCS_Last_Campaign__c: 'spring',
				RCS_Last_Event__c: 'message_read',
			},
		]);
		expect(await records('RCS_Message__c')).toMatchObject([
			{ RCS_Contact__c: id, RCS_Campaign__c: 'spring' },
		]);
		asked = [];
		expect(await writeBack(run(), events)).toMatchObject([
			{ status: expect.stringMatching(/written|unchanged/) },
		]);
		expect(await records('RCS_Message__c')).toHaveLength(1);
		expect(asked.filter((path) => path.includes('/search'))).toEqual([]);
	},
);

it('cuts texts with emoji as Salesforce counts them, so that nothing holds up an opt-out', async () => {
	await contact({ MobilePhone: PHONE });
	const message = '😀'.repeat(200);
	const events = [
		event('message.sent', { campaignId: message, agent: message }),
		event('message.failed', { error: { ...failure, message } }),
		event('user.optedOut', { keyword: message, occurredAt: '2026-11-21T06:00:01.000Z' }),
	];
	expect(await writeBack(run(), events)).toMatchObject([{ status: 'written' }]);
	const kept = `${'😀'.repeat(127)}…`;
	expect(await records('Contact')).toMatchObject([
		{
			RCS_Consent_Status__c: 'opted_out',
			RCS_Last_Campaign__c: kept,
			RCS_Last_Failure_Reason__c: kept,
		},
	]);
	expect(await records('RCS_Message__c')).toMatchObject([
		{ RCS_Campaign__c: kept, RCS_Agent__c: kept, RCS_Failure_Reason__c: kept },
	]);
	expect(await writeBack(run(), events)).toMatchObject([{ status: 'unchanged' }]);
});

it('keeps messages of two providers and to two phones apart, and their names are the same in any order', async () => {
	const other = '+447700900002';
	await contact({ MobilePhone: PHONE });
	await contact({ MobilePhone: other });
	const told = (provider: string, user: string, campaignId: string) =>
		event('message.sent', { eventId: provider + user + campaignId, provider, user, campaignId });
	const parts = [
		[told('infobip', PHONE, 'b'), told('seven', PHONE, 'x')],
		[told('infobip', other, 'a'), told('infobip', PHONE, 'spring'), told('infobip', PHONE, '')],
		[told('infobip', PHONE, 'z')],
	];
	const kept = async () =>
		(await records('RCS_Message__c'))
			.map((one) =>
				['Provider', 'Phone_E164', 'Campaign'].map((field) => one[`RCS_${field}__c`]).join(' '),
			)
			.toSorted();
	for (const part of parts) await writeBack(run(), part);
	const expected = [`infobip ${PHONE} spring`, `infobip ${other} a`, `seven ${PHONE} x`];
	expect(await kept()).toEqual(expected);
	for (const part of parts.toReversed()) await writeBack(run(), part);
	expect(await kept()).toEqual(expected);
});

it('writes nothing twice when the answer is lost, and goes on when a record is locked', async () => {
	const id = await contact({ MobilePhone: PHONE });
	await call('POST', '/sandbox/faults', {
		...{ provider: 'salesforce', kind: 'resetAfter', path: '/services/data/v66.0/composite' },
	});
	expect(await writeBack(run(), [event('message.delivered')])).toMatchObject([
		{ status: 'written' },
	]);
	expect(await records('RCS_Message__c')).toHaveLength(1);
	await admin('PUT', `/locks/${id}`);
	expect(await writeBack(run(), [event('message.clicked')])).toMatchObject([{ status: 'failed' }]);
	await admin('DELETE', `/locks/${id}`);
	expect(await writeBack(run(), [event('message.clicked')])).toMatchObject([{ status: 'written' }]);
});

it('tells of consent that somebody changed on the page', async () => {
	const id = await contact({ MobilePhone: PHONE });
	await writeBack(run(), [event('user.optedIn')]);
	const poll = (memory: ConsentMemory) => pollConsent(run(), memory, { mostPages: 1 });
	const first = await poll({ told: {} });
	expect(first.statements).toEqual([]);
	await call('PUT', `/sandbox/crm/salesforce/contacts/Contact/${id}/consent`, {
		value: 'opted_out',
	});
	expect((await poll(first.memory)).statements).toMatchObject([
		{ phone: PHONE, statement: { state: 'optedOut', source: 'salesforce' } },
	]);
});
