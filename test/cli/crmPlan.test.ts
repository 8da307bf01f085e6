import type { RcsEvent } from '../../core/event/types';
import { object, objects } from '../sandbox/world';
import { hubspotApp } from '../clients/transports';
import { rcs, rcsJson } from './rcs';
import { useSettingsFile } from './settingsFile';

// Each test starts processes, which takes a slow machine seconds.
const settingsFile = useSettingsFile();

const life = ['queued', 'sent', 'delivered', 'read', 'replied'] as const;
const phoneOf = (i: number) => `+4477009${String(i).padStart(5, '0')}`;

/** A message to each phone, and five events of it, on days that differ. */
const eventsOf = (contacts: number): RcsEvent[] =>
	life.flatMap((what, day) =>
		Array.from({ length: contacts }, (_, i) => ({
			eventId: `${what}-${i}`,
			provider: 'infobip',
			type: `message.${what}` as const,
			occurredAt: `2030-01-0${day + 1}T10:00:00.000Z`,
			user: phoneOf(i),
			messageId: `message-${i}`,
			raw: null,
		})),
	);

const command = (crm: string, ...more: string[]) => ['crm-plan', '--crm', crm, ...more];
const plan = async (args: string[], events: unknown = eventsOf(2)) =>
	objects(await rcsJson(args, events));

async function problems(args: string[], stdin: unknown, env = {}): Promise<{ path: string }[]> {
	const { status, stdout, stderr } = await rcs(args, stdin, env);
	expect([status, stderr]).toEqual([2, '']);
	return JSON.parse(stdout).errors;
}

test.each([
	['hubspot', [], 40, { update: 2000, events: 10_000 }],
	['salesforce', [], 5, { Contact: 2000, RCS_Message__c: 2000 }],
	['salesforce', ['--mode', 'composite'], 5, { Contact: 2000, RCS_Message__c: 2000 }],
	['salesforce', ['--mode', 'bulk'], 9, { Contact: 2000, RCS_Message__c: 2000 }],
])('10,000 events on 2,000 contacts: %s %j is %i requests', async (crm, args, count, rows) => {
	const events = eventsOf(2000);
	expect(events).toHaveLength(10_000);
	const requests = await plan(command(crm, ...args), events);
	expect(requests).toHaveLength(count);
	const targets = requests.flatMap((request) =>
		objects(request['rows']).map((row) => row['target']),
	);
	for (const [target, rowCount] of Object.entries(rows))
		expect(targets.filter((one) => one === target)).toHaveLength(rowCount);
	expect(await rcsJson(command(crm, ...args, '--summary'), events)).toMatchObject({
		...{ crm, events: 10_000, phones: 2000, requests: count, rows },
	});
});

test('without an account: by RCS phone, with example addresses and no secrets, the same each time', async () => {
	const requests = await plan(command('hubspot'));
	expect(requests).toMatchObject([
		{
			method: 'POST',
			url: 'https://api.hubapi.com/crm/objects/2026-09/contacts/batch/update',
			headers: {
				Authorization: 'Bearer ***',
				Accept: 'application/json',
				'Content-Type': 'application/json',
			},
			body: { inputs: [{ id: phoneOf(0), idProperty: 'rcs_phone_e164' }, { id: phoneOf(1) }] },
			rows: [{ target: 'update', phone: phoneOf(0), urgent: false }, { phone: phoneOf(1) }],
		},
		{ body: { inputs: expect.arrayContaining([expect.objectContaining({ uuid: 'read-1' })]) } },
	]);
	expect(await plan(command('hubspot'))).toEqual(requests);
	expect(await plan(command('salesforce'))).toMatchObject([
		{ url: 'https://example.my.salesforce.com/services/data/v66.0/composite' },
	]);
});

test('a bulk job with its steps, each after the one it waits for, and opt-outs ahead of it', async () => {
	const [first] = eventsOf(1);
	const optOut = { ...first, eventId: 'stop', type: 'user.optedOut' };
	const events = [...eventsOf(2), optOut];
	const requests = await plan(command('salesforce', '--mode', 'bulk'), events);
	const steps = requests.map(({ method, url, after }) => [
		method,
		String(url).replace(/.*v66.0/, ''),
		after,
	]);
	expect(steps).toEqual([
		['POST', '/composite', undefined],
		['POST', '/jobs/ingest', undefined],
		['PUT', '/jobs/ingest/id-of-job-1/batches', 1],
		['PATCH', '/jobs/ingest/id-of-job-1', 2],
		['GET', '/jobs/ingest/id-of-job-1', 3],
		['GET', '/jobs/ingest/id-of-job-1/successfulResults', 4],
		['POST', '/jobs/ingest', 5],
		['PUT', '/jobs/ingest/id-of-job-6/batches', 6],
		['PATCH', '/jobs/ingest/id-of-job-6', 7],
		['GET', '/jobs/ingest/id-of-job-6', 8],
	]);
	expect(requests[2]).toMatchObject({
		headers: { 'Content-Type': 'text/csv' },
		body: expect.stringContaining(phoneOf(1)),
		rows: [{ target: 'Contact', phone: phoneOf(1) }],
	});
	expect(JSON.stringify(requests[0])).toContain('opted_out');
});

test('a settings file: its address and options, none of its secrets', async () => {
	const file = settingsFile({
		crm: 'hubspot',
		baseUrl: 'http://127.0.0.1:4010/hubspot/',
		auth: { ...hubspotApp, clientSecret: 'hidden', refreshToken: { env: 'RCS_NONE' } },
		history: true,
		options: { history: 'communications', timeZone: 'Europe/London' },
	});
	const { stdout, stderr, status } = await rcs(command('hubspot', '--settings', file), eventsOf(1));
	expect([status, stderr]).toEqual([0, '']);
	expect(stdout).toContain(
		'"url": "http://127.0.0.1:4010/hubspot/crm/objects/2026-09/communications',
	);
	expect(stdout).not.toContain('hidden');
	const off = settingsFile({ history: false });
	expect(await plan(command('hubspot', '--settings', off))).toHaveLength(1);
	const org = settingsFile({ baseUrl: 'https://x.example.com', history: false });
	const summary = await rcsJson(command('salesforce', '--settings', org, '--summary'), eventsOf(2));
	expect(summary).toHaveProperty('rows', { Contact: 2 });
});

test('nothing to write', async () => {
	expect(await plan(command('salesforce'), [])).toEqual([]);
});

const [good] = eventsOf(1);

test('every problem of every event, with its place and without its phone', async () => {
	const found = await problems(command('hubspot'), [
		...[good, { ...good, user: '0770 0900987' }, 7],
		{ ...good, type: 'message.shown', occurredAt: 'yesterday', eventId: '' },
	]);
	expect(found.map(({ path }) => path)).toEqual([
		...['[1].user', '[2]', '[3].eventId', '[3].type', '[3].occurredAt'],
	]);
	expect(JSON.stringify(found)).not.toContain('0900987');
});

test('an event type that nobody knows is shown with those that are known, unless it looks private', async () => {
	const types = ['message.shown', '+447700900987'];
	const events = types.map((type) => ({ ...good, type }));
	const found = await problems(command('hubspot'), events);
	const known =
		/^\[\d\]\.type must be a known event type \(message\.queued, .*, unknown\), but is (.*)$/;
	const said = found.map((problem) => known.exec(String(object(problem)['message']))?.[1]);
	expect(said).toEqual(['"message.shown"', 'another text']);
});

test.each([
	['no CRM', ['crm-plan'], [], '--crm'],
	['an unknown CRM', command('constructor'), [], '--crm'],
	['an unknown mode', command('salesforce', '--mode', 'fast'), [], '--mode'],
	['a mode for HubSpot', command('hubspot', '--mode', 'bulk'), [], '--mode'],
	['a stray word', command('hubspot', 'now'), [], 'arguments'],
	['no array', command('hubspot'), {}, 'stdin'],
	['no JSON', command('hubspot'), '[', 'stdin'],
])('%s is explained', async (_name, args, stdin, path) => {
	expect(await problems(args, stdin)).toEqual([{ path, message: expect.any(String) }]);
});

test.each([
	['hubspot', { baseURL: 'hidden' }, 'settings.baseURL'],
	['hubspot', { baseUrl: 'hidden' }, 'settings.baseUrl'],
	['hubspot', { crm: 'salesforce' }, 'settings.crm'],
	['hubspot', { defaultCountry: 'hidden' }, 'settings.defaultCountry'],
	['hubspot', { defaultCountry: 'XX' }, 'settings.defaultCountry'],
	['hubspot', { createContacts: 'hidden' }, 'settings.createContacts'],
	['hubspot', { auth: { kind: 'bearer', token: '' } }, 'settings.auth.token'],
	['hubspot', { auth: { kind: 'jwt', privateKey: 'hidden' } }, 'settings.auth.kind'],
	['hubspot', { options: { eventName: 'hidden' } }, 'settings.options.eventName'],
	['hubspot', { options: { mode: 'bulk' } }, 'settings.options.mode'],
	['salesforce', {}, 'settings.baseUrl'],
	[
		'salesforce',
		{ baseUrl: 'https://x.example.com', options: { mode: 'hidden' } },
		'settings.options.mode',
	],
])(
	'settings that are wrong are explained, without their secrets: %s %j',
	async (crm, content, path) => {
		const found = await problems(command(crm, '--settings', settingsFile(content)), [good]);
		expect(found.map((problem) => problem.path)).toEqual([path]);
		expect(JSON.stringify(found)).not.toContain('hidden');
		expect(object(found[0])['message']).toContain(path);
	},
);
