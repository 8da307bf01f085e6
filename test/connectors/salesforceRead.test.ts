import { salesforce } from '../../connectors/salesforce';
import type { PlannedRequest, Row } from '../../connectors/row';
import { execute } from '../../connectors/execute';
import { answer, compositeAnswer, contactId, phoneOf, row, settings } from './salesforceFixtures';

const contact = (i: number) => row('Contact', { Id: contactId(i), RCS_Last_Event__c: 'x' });
const upsert = row('Contact', { RCS_Phone_E164__c: phoneOf(1), RCS_Last_Event__c: 'x' });
const message = row('RCS_Message__c', { RCS_Key__c: 'infobip:1' });

function requestOf(rows: readonly Row[]): PlannedRequest {
	const [request] = salesforce.pack(rows, settings);
	if (!request) throw new Error('no request');
	return request;
}

/** What became of one row that Salesforce answered with errors. */
function outcomeOf(one: Row, ...errors: object[]) {
	const result = { success: false, errors };
	const [outcome] = salesforce.read(requestOf([one]), compositeAnswer([[200, [result]]]), settings);
	return outcome;
}

const error = (statusCode: string, message: string, fields: string[] = []) => ({
	statusCode,
	message,
	fields,
});

test('each row has a result of its own; only people tell their record, and whether it is new', () => {
	const request = requestOf([upsert, message]);
	const outcomes = salesforce.read(
		request,
		compositeAnswer([
			[200, [{ id: contactId(1), success: true, created: true, errors: [] }]],
			[200, [{ id: 'a00000000000001AAA', success: true, created: true, errors: [] }]],
		]),
		settings,
	);
	expect(outcomes).toEqual([
		{ row: upsert, status: 'done', record: { object: 'Contact', id: contactId(1) }, created: true },
		{ row: message, status: 'done' },
	]);
});

test('an answer that lacks a row is no success', () => {
	const request = requestOf([contact(1), contact(2)]);
	const [, second] = salesforce.read(
		request,
		compositeAnswer([[200, [{ id: contactId(1), success: true, errors: [] }]]]),
		settings,
	);
	expect(second).toMatchObject({ status: 'retry' });
	const none = salesforce.read(request, compositeAnswer([]), settings);
	expect(none.map(({ status }) => status)).toEqual(['retry', 'retry']);
});

test.each([
	['UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record', 'retry'],
	['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'trigger: UNABLE_TO_LOCK_ROW', 'retry'],
	['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'System.LimitException: Apex CPU time', 'retry'],
	['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'a flow says no', 'dead'],
	['SERVER_UNAVAILABLE', 'busy', 'retry'],
	['UNKNOWN_EXCEPTION', 'An unexpected error occurred', 'retry'],
	['REQUEST_RUNNING_TOO_LONG', 'too long', 'retry'],
	['QUERY_TIMEOUT', 'timeout', 'retry'],
	['PROCESSING_HALTED', 'halted', 'retry'],
	['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'rolled back', 'retry'],
	['UNKNOWN_CODE', 'please retry your request', 'retry'],
	['DUPLICATE_VALUE', 'Duplicate external id specified: x', 'retry'],
	['DUPLICATE_VALUE', 'duplicate value found: Other__c', 'dead'],
	['DUPLICATE_EXTERNAL_ID', 'More than one record found', 'dead'],
	['DUPLICATES_DETECTED', 'Use one of these records?', 'dead'],
	['STORAGE_LIMIT_EXCEEDED', 'storage limit exceeded', 'park'],
	['REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', 'park'],
	['REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests Limit exceeded.', 'retry'],
	['INVALID_SESSION_ID', 'Session expired or invalid', 'reauth'],
	['ENTITY_IS_DELETED', 'entity is deleted', 'unmatched'],
	['INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', 'unmatched'],
	['NOT_FOUND', 'Record not found', 'unmatched'],
	[
		'INVALID_FIELD',
		'Foreign key external ID: x not found for field Y in entity Contact',
		'unmatched',
	],
	['INVALID_FIELD', "No such column 'RCS_X__c' on sobject of type Contact", 'dead'],
	['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'The status may not change on Sundays', 'dead'],
	['STRING_TOO_LONG', 'data value too large', 'dead'],
	['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'bad value', 'dead'],
	['INVALID_TYPE_ON_FIELD_IN_RECORD', 'bad type', 'dead'],
	['INVALID_FIELD_FOR_INSERT_UPDATE', 'no access to field', 'dead'],
	['INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights', 'dead'],
	['MALFORMED_ID', 'bad id', 'dead'],
	['CANNOT_EXECUTE_FLOW_TRIGGER', 'the flow failed', 'dead'],
])('%s (%s) is %s', (code, words, status) => {
	expect(outcomeOf(contact(1), error(code, words))).toMatchObject({ status, reason: words });
});

test('a permanent refusal names the code and the field', () => {
	const refused = error('STRING_TOO_LONG', 'data value too large', ['RCS_Last_Campaign__c']);
	expect(outcomeOf(contact(1), refused)).toEqual({
		row: contact(1),
		status: 'dead',
		reason: 'data value too large',
		code: 'STRING_TOO_LONG',
		field: 'RCS_Last_Campaign__c',
	});
});

test('of several refusals the one that lasts counts', () => {
	const both = [error('UNABLE_TO_LOCK_ROW', 'locked'), error('MALFORMED_ID', 'bad id')];
	expect(outcomeOf(contact(1), ...both)).toMatchObject({ status: 'dead', reason: 'bad id' });
});

test('a contact nobody has is missing its last name, and so it is unmatched', () => {
	const missing = error('REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', [
		'LastName',
	]);
	expect(outcomeOf(upsert, missing)).toMatchObject({ status: 'unmatched' });
	const named = { ...upsert, body: { ...upsert.body, LastName: 'x' } };
	expect(outcomeOf(named, missing)).toMatchObject({ status: 'dead' });
	const other = error('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Region__c]');
	expect(outcomeOf(upsert, other)).toMatchObject({ status: 'dead' });
});

describe('a collection that is refused as a whole', () => {
	const rows = [contact(1), contact(2)];
	const refuse = (errorCode: string, words: string, own = rows, status = 400) =>
		salesforce.read(
			requestOf(own),
			compositeAnswer([[status, [{ errorCode, message: words }]]]),
			settings,
		);

	test('is written in halves where one row may be the cause', () => {
		expect(refuse('JSON_PARSER_ERROR', 'Cannot deserialize instance of datetime')).toMatchObject([
			{ status: 'retry', alone: true },
			{ status: 'retry', alone: true },
		]);
		expect(refuse('JSON_PARSER_ERROR', 'Cannot deserialize', [contact(1)])).toMatchObject([
			{ status: 'dead', reason: 'Cannot deserialize' },
		]);
	});

	test('is not split where the fields are not set up', () => {
		const words = "No such column 'RCS_Last_Event__c' on sobject of type Contact";
		expect(refuse('INVALID_FIELD', words).map(({ status }) => status)).toEqual(['dead', 'dead']);
	});

	test('does not touch the others of its call', () => {
		const outcomes = salesforce.read(
			requestOf([...rows, message]),
			compositeAnswer([
				[503, [{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }]],
				[200, [{ success: true, id: 'a00000000000001AAA', errors: [] }]],
			]),
			settings,
		);
		expect(outcomes.map(({ status }) => status)).toEqual(['retry', 'retry', 'done']);
	});
});

test.each([
	[401, [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired' }], { status: 'reauth' }],
	[400, { error: 'invalid_grant', error_description: 'inactive user' }, { status: 'reauth' }],
	[
		403,
		[{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
		{ status: 'park', afterMs: 900_000 },
	],
	[503, '<html>', { status: 'retry' }],
	[429, '', { status: 'retry' }],
	[302, '', { status: 'dead', reason: 'Salesforce answered HTTP 302' }],
])('HTTP %s for the whole call', (status, body, outcome) => {
	const request = requestOf([contact(1), contact(2)]);
	const outcomes = salesforce.read(request, answer(body, status), settings);
	expect(outcomes).toHaveLength(2);
	expect(outcomes[0]).toMatchObject(outcome);
});

test('Retry-After is honoured', () => {
	const response = { ...answer('', 503), headers: { 'retry-after': '7' } };
	const [outcome] = salesforce.read(requestOf([contact(1)]), response, settings);
	expect(outcome).toMatchObject({ status: 'retry', afterMs: 7000, told: true });
});

test.each([
	['cut off', '{"compositeResponse":[{"body":[{"id":"003'],
	['no composite', '{}'],
	['a page', '<html>Sign in</html>'],
])('a 200 that cannot be read is asked for again: %s', async (_name, body) => {
	const rows = [contact(1), contact(2)];
	const done = [200, rows.map(() => ({ id: contactId(1), success: true, errors: [] }))] as const;
	const answers = [answer(body), compositeAnswer([done])];
	const http = () => Promise.resolve(answers.shift() ?? answer('', 500));
	const clock = { now: () => 0, wait: () => Promise.resolve() };
	const run = { crm: salesforce, http, settings, clock, concurrency: 1, retries: 1 };
	expect(await execute(run, [requestOf(rows)])).toMatchObject([
		{ status: 'done' },
		{ status: 'done' },
	]);
	expect(() => salesforce.read(requestOf(rows), answer(body), settings)).toThrow(
		"The server answered with something that is not Salesforce's API",
	);
});
