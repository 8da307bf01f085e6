import fc from 'fast-check';
import { hubspot } from '../../connectors/hubspot';
import type { CrmSettings, PlannedRequest } from '../../connectors/crm';
import type { HttpResponse } from '../../core/http';
import {
	answer,
	contactChange,
	eventChange,
	inputsOf,
	phone,
	requestFor,
	settings,
	withCommunications,
} from './hubspotFixtures';

const three = requestFor([1, 2, 3].map((index) => contactChange(index)));
const one = requestFor([contactChange(1)]);
const traceOf = (index: number) => three.rows[index]?.key;

/** What is said of each row, without the row. */
function read(request: PlannedRequest, response: HttpResponse, own: CrmSettings = settings) {
	return hubspot.read(request, response, own).map(({ row, ...outcome }) => {
		expect(request.rows).toContain(row);
		return outcome;
	});
}

function result(id: string, more: object = {}) {
	return { id, properties: {}, createdAt: '2030-01-01T00:00:00Z', archived: false, ...more };
}

const doneWith = (id: string) => ({ status: 'done', record: { object: 'contacts', id } });

describe('an answer that took rows', () => {
	test('results are known by their trace id, in any order', () => {
		const results = [2, 0, 1].map((index) =>
			result(String(500 + index), { objectWriteTraceId: traceOf(index) }),
		);
		const said = read(three, answer(200, { status: 'COMPLETE', results }));
		expect(said).toEqual(['500', '501', '502'].map(doneWith));
	});

	test('or by the id of the contact', () => {
		const results = ['1003', '1001', '1002'].map((id) => result(id));
		expect(read(three, answer(200, { results }))).toEqual(['1001', '1002', '1003'].map(doneWith));
	});

	test('or by the phone, and a contact that was made is told', () => {
		const own = { ...settings, createContacts: true };
		const request = requestFor([{ phone, values: {}, urgent: false }], own);
		const results = [result('7', { new: true, properties: { rcs_phone_e164: phone } })];
		expect(read(request, answer(200, { results }))).toEqual([{ ...doneWith('7'), created: true }]);
	});

	test('a contact that was merged answers with the id of the other one', () => {
		const results = ['1001', '1002', '77'].map((id) => result(id));
		const said = read(three, answer(200, { results }));
		expect(said).toEqual(['1001', '1002', '1003'].map(doneWith));
	});

	const refusals = [
		{
			status: 'error',
			category: 'OBJECT_NOT_FOUND',
			message: 'Could not get some CONTACT objects, they may be deleted or not exist.',
			context: { ids: ['1002'] },
		},
		{
			status: 'error',
			category: 'VALIDATION_ERROR',
			message:
				'Property values were not valid: [{"isValid":false,"message":"maybe was not one of the allowed options","error":"INVALID_OPTION","name":"rcs_consent_status","localizedErrorMessage":"maybe is no option"}]',
			context: { objectWriteTraceId: [traceOf(2)] },
		},
	];

	test.each([200, 207])('%i with errors tells of each row', (status) => {
		const body = { status: 'COMPLETE', results: [result('1001')], numErrors: 2, errors: refusals };
		expect(read(three, answer(status, body))).toEqual([
			doneWith('1001'),
			{
				status: 'unmatched',
				reason: 'Could not get some CONTACT objects, they may be deleted or not exist.',
			},
			{
				status: 'dead',
				reason: 'rcs_consent_status: maybe is no option',
				code: 'INVALID_OPTION',
				field: 'rcs_consent_status',
			},
		]);
	});

	test('an error that names no row is looked for in halves', () => {
		const body = { results: [result('1001')], errors: [{ message: 'Not this one' }] };
		const retry = { status: 'retry', afterMs: 0, reason: 'Not this one', alone: true };
		expect(read(three, answer(200, body))).toEqual([doneWith('1001'), retry, retry]);
	});

	test('an answer that is not HubSpot’s takes nothing', () => {
		const said = read(one, answer(200, '<html>Welcome</html>'));
		expect(said).toEqual([
			{ status: 'retry', afterMs: 1000, reason: 'HubSpot did not say what became of it' },
		]);
	});

	test('custom events are taken without a word', () => {
		const [request] = hubspot.plan(
			{ contacts: [], messages: [], events: [eventChange()] },
			settings,
		);
		expect(request && read(request, answer(204, ''))).toEqual([{ status: 'done' }]);
		expect(request && read(request, answer(202, ''))).toEqual([{ status: 'done' }]);
		const taken = answer(200, { status: 'COMPLETE', results: [] });
		expect(request && read(request, taken)).toEqual([{ status: 'done' }]);
	});

	test.each([
		['the page of a proxy', 200, '<html>Sign in</html>', {}],
		['no words', 200, {}, {}],
		['an error', 200, { status: 'error', message: 'Not now' }, { reason: 'Not now' }],
		['errors', 207, { errors: [{ message: 'no' }] }, { reason: 'no', alone: true }],
		['errors', 200, { status: 'COMPLETE', numErrors: 1, errors: [{ message: 'no' }] }, {}],
	])('custom events are not taken by %s', (_name, status, body, expected) => {
		const [request] = hubspot.plan(
			{ contacts: [], messages: [], events: [eventChange()] },
			settings,
		);
		const [outcome] = request ? read(request, answer(status, body)) : [];
		expect(outcome).toMatchObject({ status: 'retry', ...expected });
	});

	test('any order of results and errors gives each row what is its own', () => {
		const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
		const request = requestFor([1, 2, 3, 4, 5, 6].map((index) => contactChange(index)));
		fc.assert(
			fc.property(order, fc.subarray([0, 1, 2, 3, 4, 5]), fc.boolean(), (shown, bad, traced) => {
				const named = (index: number) => {
					const [key, id] = [request.rows[index]?.key, String(1001 + index)];
					return traced ? { objectWriteTraceId: [key] } : { ids: [id] };
				};
				const results = shown
					.filter((index) => !bad.includes(index))
					.map((index) => result(String(1001 + index)));
				const errors = shown
					.filter((index) => bad.includes(index))
					.map((index) => ({ message: `no ${index}`, context: named(index) }));
				const said = read(request, answer(200, { results, errors }));
				expect(said).toEqual(
					said.map((_, index) =>
						bad.includes(index)
							? { status: 'dead', reason: `no ${index}` }
							: doneWith(String(1001 + index)),
					),
				);
			}),
		);
	});
});

const limit = (message: string, more: object = {}) => ({
	status: 'error',
	message,
	errorType: 'RATE_LIMIT',
	correlationId: 'c033cdaa-2c40-4a64-ae48-b4cec88dad24',
	...more,
});
const daily = limit('You have reached your daily limit.', { policyName: 'DAILY' });
const burst = limit('You have reached your ten_secondly_rolling limit.', {
	policyName: 'TEN_SECONDLY_ROLLING',
});
const secondly = limit('You have reached your secondly limit.');
const said = (message: string, category: string, more: object = {}) => ({
	status: 'error',
	message,
	category,
	correlationId: 'aeb5f871-7f07-4993-9211-075dc63e7cbf',
	...more,
});
const hour = 3_600_000;
const plain = (message: string) => said(message, 'VALIDATION_ERROR');

describe('an answer that refused a request of one row', () => {
	test.each([
		['the day is over', 429, daily, {}, { status: 'park', afterMs: 2 * hour + 600_000 }],
		['ten seconds are full', 429, burst, {}, { status: 'retry', afterMs: 10_000 }],
		[
			'told how long',
			429,
			burst,
			{ 'retry-after': '3' },
			{ status: 'retry', afterMs: 3000, told: true },
		],
		['the second is full', 429, secondly, {}, { status: 'retry', afterMs: 1000 }],
		['another limit', 429, '', {}, { status: 'retry', afterMs: 10_000 }],
		['locked', 423, said('Locked', 'LOCKED'), {}, { status: 'retry', afterMs: 2000 }],
		['moving', 477, '', { 'retry-after': '7200' }, { status: 'park', afterMs: 2 * hour }],
		['moving, nobody knows', 477, '', {}, { status: 'park', afterMs: hour }],
		['timed out', 408, '', {}, { status: 'retry', afterMs: 1000 }],
		['broken', 500, said('internal error', 'INTERNAL_ERROR'), {}, { status: 'retry' }],
		['bad gateway', 502, '<html>', {}, { status: 'retry' }],
		['busy', 503, '', { 'retry-after': '5' }, { status: 'retry', afterMs: 5000 }],
		['slow', 504, '', {}, { status: 'retry', reason: 'HubSpot answered HTTP 504' }],
		['Cloudflare gave up', 524, '', {}, { status: 'retry' }],
		['no access', 401, said('expired', 'EXPIRED_AUTHENTICATION'), {}, { status: 'reauth' }],
		['gone', 404, said('Object not found.', 'OBJECT_NOT_FOUND'), {}, { status: 'unmatched' }],
		['wrong address', 404, '<html>', {}, { status: 'dead' }],
		['another contact has it', 409, said('taken', 'CONFLICT'), {}, { status: 'dead' }],
		['merged too often', 414, plain('more than 250 identities'), {}, { status: 'dead' }],
		['not valid', 400, plain('No'), {}, { status: 'dead', code: 'VALIDATION_ERROR' }],
		['redirected', 302, '', {}, { status: 'dead' }],
	])('%s', (_name, status, body, headers, expected) => {
		const [outcome] = read(one, answer(status, body, headers));
		expect(outcome).toMatchObject(expected);
		expect(outcome).not.toHaveProperty('alone');
	});

	test('without knowing the time zone, the day is tried again every hour', () => {
		const [outcome] = read(one, answer(429, daily), withCommunications);
		expect(outcome).toMatchObject({ status: 'park', afterMs: hour });
	});

	test('missing scopes are named', () => {
		const body = said('This app has not been granted all required scopes.', 'MISSING_SCOPES', {
			errors: [
				{
					message: 'One or more of the following scopes are required.',
					context: { requiredGranularScopes: ['crm.objects.contacts.write'] },
				},
			],
		});
		expect(read(one, answer(403, body))).toEqual([
			{
				status: 'dead',
				reason: 'This app has not been granted all required scopes. (crm.objects.contacts.write)',
				code: 'MISSING_SCOPES',
				category: 'permission',
				advice: expect.stringMatching(/scopes in HubSpot/) as string,
			},
		]);
	});

	test('errors in a list of their own name the property too', () => {
		const body = said('Property values were not valid', 'VALIDATION_ERROR', {
			errors: [
				{
					message: 'x was not a valid long.',
					code: 'INVALID_LONG',
					context: { propertyName: ['rcs_sent_count'] },
				},
			],
		});
		expect(read(one, answer(400, body))).toEqual([
			{
				status: 'dead',
				reason: 'rcs_sent_count: x was not a valid long.',
				code: 'INVALID_LONG',
				field: 'rcs_sent_count',
			},
		]);
	});
});

describe('an answer that refused several rows', () => {
	test.each([
		['a value', 400, plain('Property values were not valid')],
		[
			'a contact twice',
			400,
			plain('Duplicate IDs found in batch input: [1001]. IDs must be unique'),
		],
		['a conflict', 409, said('Value is already used', 'CONFLICT')],
		['a contact that is gone, not named', 404, said('Not found', 'OBJECT_NOT_FOUND')],
	])('is looked for in halves: %s', (_name, status, body) => {
		const outcomes = read(three, answer(status, body));
		expect(outcomes).toEqual(
			outcomes.map(() => ({ status: 'retry', afterMs: 0, reason: body.message, alone: true })),
		);
	});

	test('a contact that is gone is known by its id', () => {
		const body = said('gone', 'OBJECT_NOT_FOUND', { context: { ids: ['1002'] } });
		const again = { status: 'retry', afterMs: 0, reason: 'gone' };
		expect(read(three, answer(404, body))).toEqual([
			again,
			{ status: 'unmatched', reason: 'gone' },
			again,
		]);
	});

	test('a property that does not exist spoils the rows that have it, and no time is lost on halves', () => {
		const request = requestFor([
			contactChange(1),
			contactChange(2, { values: { reachable: true } }),
		]);
		const body = plain(
			'Property values were not valid: [{"isValid":false,"message":"Property \\"rcs_reachable\\" does not exist","error":"PROPERTY_DOESNT_EXIST","name":"rcs_reachable"}]',
		);
		expect(read(request, answer(400, body))).toMatchObject([
			{ status: 'retry', afterMs: 0 },
			{ status: 'dead', code: 'PROPERTY_DOESNT_EXIST', field: 'rcs_reachable' },
		]);
		expect(read(request, answer(400, body))[0]).not.toHaveProperty('alone');
	});

	test('a phone property that is not unique spoils every row', () => {
		const body = plain('Unable to perform update/upsert by non-unique 0-1 property');
		const outcomes = read(three, answer(400, body));
		expect(outcomes.map(({ status }) => status)).toEqual(['dead', 'dead', 'dead']);
	});
});

describe('communications, which must not be there twice', () => {
	const events = ['51', '52'].map((id) => eventChange({ eventId: `event-${id}` }, id));
	const [request] = hubspot.plan({ contacts: [], messages: [], events }, withCommunications);
	if (!request) throw new Error('nothing was planned');
	const [first, second] = inputsOf(request).map((input) => input['objectWriteTraceId']);
	const statuses = (status: number, body: unknown) =>
		read(request, answer(status, body)).map((outcome) => outcome.status);

	test.each([
		[
			'taken, by trace id',
			201,
			{
				results: [
					{ id: '1', objectWriteTraceId: second },
					{ id: '2', objectWriteTraceId: first },
				],
			},
			['done', 'done'],
		],
		['taken, by count', 201, { results: [{ id: '1' }, { id: '2' }] }, ['done', 'done']],
		[
			'one refused',
			207,
			{
				results: [{ id: '1', objectWriteTraceId: first }],
				errors: [{ message: 'no', context: { objectWriteTraceId: [second] } }],
			},
			['done', 'dead'],
		],
		['refused as a whole', 400, plain('no'), ['retry', 'retry']],
		['turned away', 429, burst, ['retry', 'retry']],
		['locked', 423, '', ['retry', 'retry']],
		['broken', 500, '', ['unknown', 'unknown']],
		['timed out', 504, '', ['unknown', 'unknown']],
		['answered by something else', 200, '<html>', ['unknown', 'unknown']],
		[
			'one is missing, nobody knows which',
			207,
			{ results: [{ id: '1' }], errors: [{ message: 'no' }] },
			['unknown', 'unknown'],
		],
	])('%s', (_name, status, body, expected) => {
		expect(statuses(status, body)).toEqual(expected);
	});
});
