import { burst, daily, hour, one, plain, read, said, secondly, three } from './hubspotAnswers';
import { answer, contactChange, requestFor, withCommunications } from './hubspotFixtures';

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
				general: true,
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
