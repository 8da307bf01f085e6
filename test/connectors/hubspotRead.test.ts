import fc from 'fast-check';
import { hubspot } from '../../connectors/hubspot';
import { burst, doneWith, one, plain, read, result, three, traceOf } from './hubspotAnswers';
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
