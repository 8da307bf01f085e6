import type { CrmSettings } from '../../connectors/crm';
import type { PlannedRequest, Row } from '../../connectors/row';
import { execute } from '../../connectors/execute';
import { salesforce } from '../../connectors/salesforce';
import { parseCsv, toCsv } from '../../connectors/salesforce/csv';
import { pack } from '../../connectors/salesforce/pack';
import type { Clock } from '../../core/clock';
import type { Http, HttpRequest, HttpResponse } from '../../core/http';
import { asObject } from '../../core/json';
import {
	answer,
	compositeAnswer,
	contactChange,
	contactId,
	messageChange,
	partsOf,
	phoneOf,
	row,
	settings,
} from './salesforceFixtures';

const bulk: CrmSettings = { ...settings, options: { mode: 'bulk' } };
const jobs = 'https://example.my.salesforce.com/services/data/v66.0/jobs/ingest';
const contact = (i: number) =>
	row('Contact', { Id: contactId(i), RCS_Last_Event__c: 'x' }, { parent: contactId(i) });
const newContact = (i: number) =>
	row('Contact', { RCS_Phone_E164__c: phoneOf(i), LastName: 'x' }, { phone: phoneOf(i) });

type Answers = Partial<
	Record<'create' | 'upload' | 'close' | 'failed' | 'succeeded', HttpResponse | HttpResponse[]>
>;

/** Carries out rows in bulk against a Salesforce that gives the states of a job one after the other. */
async function run(rows: readonly Row[], states: readonly object[], answers: Answers = {}) {
	const asked: HttpRequest[] = [];
	const waits: number[] = [];
	let watched = 0;
	const next = (step: keyof Answers, usual: HttpResponse) => {
		const own = answers[step];
		return (Array.isArray(own) ? (own.length > 1 ? own.shift() : own[0]) : own) ?? usual;
	};
	const http: Http = (request) => {
		asked.push(request);
		const { method, url } = request;
		const step = `${method} ${url.replace(jobs, '').replace(/750\w+/, 'ID')}`;
		const at: Record<string, () => HttpResponse> = {
			'POST ': () => next('create', answer({ id: '7500000000000001', state: 'Open' })),
			'PUT /ID/batches': () => next('upload', answer('', 201)),
			'PATCH /ID': () => next('close', answer({ state: 'UploadComplete' })),
			'GET /ID': () => {
				const state = states[Math.min(watched, states.length - 1)];
				watched += 1;
				return 'status' in asObject(state) ? (state as HttpResponse) : answer(state);
			},
			'GET /ID/failedResults': () => next('failed', answer('')),
			'GET /ID/successfulResults': () => next('succeeded', answer('')),
		};
		const found = at[step];
		if (!found) throw new Error(`unexpected ${step}`);
		return Promise.resolve(found());
	};
	const clock: Clock = {
		now: () => 0,
		wait: (ms) => {
			waits.push(ms);
			return Promise.resolve();
		},
	};
	const running = { crm: salesforce, http, settings: bulk, clock, concurrency: 2, retries: 0 };
	const outcomes = await execute(running, pack(rows, bulk));
	return { asked, waits: waits.filter((ms) => ms > 0), outcomes };
}

const complete = (failed = 0) => ({ state: 'JobComplete', numberRecordsFailed: failed });

test('a job is made, filled, closed and watched until it is complete', async () => {
	const states = [{ state: 'UploadComplete' }, { state: 'InProgress' }, complete()];
	const { asked, waits, outcomes } = await run([contact(1), contact(2)], states);
	expect(asked.map(({ method, url }) => `${method} ${url.replace(jobs, '')}`)).toEqual([
		'POST ',
		'PUT /7500000000000001/batches',
		'PATCH /7500000000000001',
		'GET /7500000000000001',
		'GET /7500000000000001',
		'GET /7500000000000001',
	]);
	expect(asked[0]?.body).toEqual({
		object: 'Contact',
		operation: 'update',
		contentType: 'CSV',
		columnDelimiter: 'COMMA',
		lineEnding: 'LF',
	});
	expect(asked[1]).toMatchObject({
		headers: { 'Content-Type': 'text/csv' },
		body: `Id,RCS_Last_Event__c\n${contactId(1)},x\n${contactId(2)},x\n`,
	});
	expect(asked[2]?.body).toEqual({ state: 'UploadComplete' });
	expect(waits).toEqual([5000, 10_000, 20_000]);
	expect(outcomes).toMatchObject([
		{ status: 'done', record: { object: 'Contact', id: contactId(1) } },
		{ status: 'done', record: { object: 'Contact', id: contactId(2) } },
	]);
});

test('rows that failed have the words of Salesforce, the others are done', async () => {
	const failed = answer(
		[
			'"sf__Id","sf__Error","Id","RCS_Last_Event__c"',
			`"${contactId(1)}","FIELD_CUSTOM_VALIDATION_EXCEPTION:Not on Sundays: never:RCS_Last_Event__c --","${contactId(1)}","x"`,
			`"","ENTITY_IS_DELETED:entity is deleted:--","${contactId(3)}","x"`,
			'',
		].join('\n'),
	);
	const { outcomes } = await run([1, 2, 3].map(contact), [complete(2)], { failed });
	expect(outcomes).toMatchObject([
		{
			status: 'dead',
			code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
			reason: 'Not on Sundays: never',
			field: 'RCS_Last_Event__c',
		},
		{ status: 'done' },
		{ status: 'unmatched' },
	]);
});

test('of contacts that may be new, the ids are asked for too', async () => {
	const succeeded = answer(
		`"sf__Id","sf__Created","RCS_Phone_E164__c"\n"${contactId(1)}","true","${phoneOf(1)}"\n`,
	);
	const failed = answer(
		`"sf__Id","sf__Error","RCS_Phone_E164__c"\n"","DUPLICATES_DETECTED:Use one of these?:--","${phoneOf(2)}"\n`,
	);
	const { asked, outcomes } = await run([newContact(1), newContact(2)], [complete(1)], {
		failed,
		succeeded,
	});
	expect(asked[0]?.body).toMatchObject({
		operation: 'upsert',
		externalIdFieldName: 'RCS_Phone_E164__c',
	});
	expect(outcomes).toMatchObject([
		{ status: 'done', record: { id: contactId(1) }, created: true },
		{ status: 'dead', code: 'DUPLICATES_DETECTED' },
	]);
});

test.each([
	['InvalidBatch : Field name not found : RCS_X__c', 'dead'],
	['ExceededQuota : Too many batches', 'park'],
	['SERVER_UNAVAILABLE : try later', 'dead; tried'],
])('a job that failed because of %s', async (errorMessage, status) => {
	const { outcomes } = await run([contact(1)], [{ state: 'Failed', errorMessage }]);
	const [{ status: found, ...more } = { status: '' }] = outcomes;
	expect(`${found}${JSON.stringify(more).includes('tried 1 times') ? '; tried' : ''}`).toBe(status);
});

test('an answer that is no help while a job is watched is not the end of it', async () => {
	const busy = answer([{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }], 503);
	const { asked, outcomes } = await run([contact(1)], [busy, complete()]);
	expect(asked).toHaveLength(5);
	expect(outcomes).toMatchObject([{ status: 'done' }]);
});

test('a job that was closed already is watched, and not made again', async () => {
	const close = answer([{ errorCode: 'INVALIDJOBSTATE', message: 'is not Open' }], 400);
	const { asked, outcomes } = await run([contact(1)], [complete()], { close });
	expect(asked.map(({ method }) => method)).toEqual(['POST', 'PUT', 'PATCH', 'GET']);
	expect(outcomes).toMatchObject([{ status: 'done' }]);
});

test('a job that takes too long is left, and said so', async () => {
	const { outcomes } = await run([contact(1)], [{ state: 'InProgress' }]);
	expect(outcomes).toMatchObject([
		{ status: 'park', reason: expect.stringMatching(/not finished/) },
	]);
});

test.each([
	[
		'create',
		{ create: answer([{ errorCode: 'INVALID_SESSION_ID', message: 'expired' }], 401) },
		'reauth',
	],
	[
		'upload',
		{ upload: answer([{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests' }], 403) },
		'park',
	],
	['close', { close: answer([{ errorCode: 'INVALIDJOB', message: 'no' }], 400) }, 'dead'],
])('a refused %s is about every row', async (_, answers: Answers, status) => {
	const { outcomes } = await run([contact(1), contact(2)], [complete()], answers);
	expect(outcomes.map((outcome) => outcome.status)).toEqual([status, status]);
});

describe('which rows', () => {
	const names = (requests: readonly PlannedRequest[]): string[] =>
		requests.map(({ url, body }) =>
			url === jobs ? String(asObject(body)['object']) : `composite of ${partsOf({ body }).length}`,
		);

	test('above 10,000 they go in bulk by themselves, people before what names them', () => {
		const numbers = Array.from({ length: 5001 }, (_, i) => i);
		const contacts = numbers.map((i) => contactChange(i));
		const messages = numbers.map((i) => messageChange(i));
		const [first, ...others] = salesforce.plan({ contacts, messages, events: [] }, settings);
		expect(others).toEqual([]);
		expect(names([first, ...(first?.then ?? [])].flatMap((request) => request ?? []))).toEqual([
			'Contact',
			'RCS_Message__c',
		]);
		const less = { contacts: contacts.slice(1), messages: messages.slice(1), events: [] };
		expect(names(salesforce.plan(less, settings))[0]).toMatch(/composite/);
		expect(
			names(
				salesforce.plan(
					{ contacts, messages, events: [] },
					{ ...settings, options: { mode: 'composite' } },
				),
			)[0],
		).toMatch(/composite/);
	});

	test('opt-outs, with everything of their record, go ahead by composite', () => {
		const contacts = [contactChange(1), contactChange(2, { urgent: true })];
		const messages = [messageChange(1), messageChange(2)];
		const requests = salesforce.plan({ contacts, messages, events: [] }, bulk);
		expect(names(requests)).toEqual(['composite of 2', 'Contact']);
		expect(requests[0]?.rows.map(({ parent }) => parent)).toEqual([contactId(2), contactId(2)]);
	});
});

describe('CSV', () => {
	test('nothing leaves a field as it is, #N/A clears it, a parent is named by its external id', () => {
		const rows = [
			row('RCS_Message__c', { RCS_Key__c: 'a', RCS_Contact__r: { RCS_Phone_E164__c: '+44' } }),
			row('RCS_Message__c', { RCS_Key__c: 'b', RCS_Agent__c: null, RCS_Fell_Back__c: true }),
		];
		expect(toCsv(rows)).toBe(
			'RCS_Agent__c,RCS_Contact__r.RCS_Phone_E164__c,RCS_Fell_Back__c,RCS_Key__c\n,+44,,a\n#N/A,,true,b\n',
		);
	});

	test('any text comes back as it was', () => {
		const texts = ['a,b', 'say "hi"', 'two\nlines', 'cr\r\nlf', '', ' space ', '#'];
		const csv = toCsv(texts.map((text) => row('x', { A: text, B: 'b' })));
		expect(parseCsv(csv).map(({ A }) => A)).toEqual(texts);
		expect(parseCsv('')).toEqual([]);
		expect(parseCsv('"a","b"\r\n"1","2"')).toEqual([{ a: '1', b: '2' }]);
	});
});

test('an answer of the composite kind is not read as one of a job', () => {
	const [request] = salesforce.pack([contact(1)], settings);
	if (!request) throw new Error('no request');
	const response = compositeAnswer([[200, [{ id: contactId(1), success: true, errors: [] }]]]);
	expect(salesforce.follow?.(request, response, settings)).toBeUndefined();
});

describe('an answer that cannot be read is no success', () => {
	const header = '"sf__Id","sf__Error","Id","RCS_Last_Event__c"\n';
	const page = '<html>Sign in to the proxy</html>';
	const told = answer(
		`${header}"${contactId(1)}","STRING_TOO_LONG:too long:RCS_Last_Event__c --","${contactId(1)}","x"\n`,
	);

	test.each([
		['a page', page],
		['nothing', ''],
		['only a header', header],
	])('of the rows that failed: %s', async (_, body) => {
		const { asked, outcomes } = await run([1, 2].map(contact), [complete(1)], {
			failed: answer(body),
		});
		expect(asked.filter(({ url }) => url.endsWith('/failedResults')).length).toBeGreaterThan(1);
		expect(outcomes).toMatchObject(
			[1, 2].map(() => ({ status: 'dead', reason: expect.stringMatching(/did not say.*tried/) })),
		);
	});

	test('it is asked for again', async () => {
		const failed = [answer(page), told];
		const { waits, outcomes } = await run([1, 2].map(contact), [complete(1)], { failed });
		expect(waits.length).toBeGreaterThan(1);
		expect(outcomes).toMatchObject([{ status: 'dead', reason: 'too long' }, { status: 'done' }]);
	});

	test('of the rows that were written, where their ids are needed', async () => {
		const written = `"sf__Id","sf__Created","RCS_Phone_E164__c"\n"${contactId(1)}","true","${phoneOf(1)}"\n`;
		const own = [newContact(1)];
		const bad = await run(own, [complete()], { succeeded: answer(page) });
		expect(bad.outcomes).toMatchObject([{ status: 'dead' }]);
		const good = await run(own, [complete()], { succeeded: [answer(page), answer(written)] });
		expect(good.outcomes).toMatchObject([{ status: 'done', record: { id: contactId(1) } }]);
	});

	test('of how a job stands: it is asked for again, and no second job is made', async () => {
		const { asked, outcomes } = await run([contact(1)], [answer(page), answer({}), complete()]);
		expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
		expect(outcomes).toMatchObject([{ status: 'done' }]);
		const never = await run([contact(1)], [answer(page)]);
		expect(never.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
		expect(never.outcomes).toMatchObject([{ status: 'park' }]);
	});

	test('of the upload: a job that had fewer rows than were sent tells nothing of them', async () => {
		const { outcomes } = await run(
			[contact(1)],
			[{ state: 'JobComplete', numberRecordsProcessed: 0, numberRecordsFailed: 0 }],
		);
		expect(outcomes).toMatchObject([{ status: 'dead', reason: expect.stringMatching(/tried/) }]);
	});
});

test('Salesforce says how long to wait for a job, up to a few minutes', async () => {
	const busy = (seconds: string) => ({ ...answer('', 503), headers: { 'retry-after': seconds } });
	const { waits } = await run([contact(1)], [busy('90'), complete()]);
	expect(waits).toContain(90_000);
	const long = await run([contact(1)], [busy('7200')]);
	expect(long.outcomes).toMatchObject([{ status: 'park', afterMs: 7_200_000 }]);
	expect(Math.max(...long.waits)).toBeLessThan(60_000);
});

test('a text that clears a field in a CSV is written by composite', () => {
	const contacts = ['#N/A', ' #n/a ', 'spring'].map((lastCampaign, i) =>
		contactChange(i, { values: { lastCampaign } }),
	);
	const requests = salesforce.plan({ contacts, messages: [], events: [] }, bulk);
	const sent = requests.map(({ url, rows }) => [
		url === jobs,
		rows.map(({ body }) => body['RCS_Last_Campaign__c']),
	]);
	expect(sent).toEqual([
		[false, ['#N/A', ' #n/a ']],
		[true, ['spring']],
	]);
});
