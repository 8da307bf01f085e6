import { outcomes, PHONE, refused, typed, useOrg } from './salesforceWorld';
import { objects } from './world';

const { org, admin, contact, provision, records, upsertContacts } = useOrg();

const rows = (count: number, change: object = {}) =>
	Array.from({ length: count }, (_, index) => ({
		RCS_Phone_E164__c: `+447700900${String(index).padStart(3, '0')}`,
		...change,
	}));

beforeEach(() => provision());

describe('upserting a collection by external id', () => {
	it('answers each row in its order', async () => {
		const id = await contact({ RCS_Phone_E164__c: PHONE });
		const answer = await upsertContacts([
			{ RCS_Phone_E164__c: '+447700900002' },
			{ RCS_Phone_E164__c: PHONE, RCS_Last_Campaign__c: 'spring' },
			{ RCS_Phone_E164__c: '+447700900003', LastName: 'New' },
		]);
		expect(answer.status).toBe(200);
		expect(answer.body['list']).toEqual([
			{
				success: false,
				errors: [
					{
						statusCode: 'REQUIRED_FIELD_MISSING',
						message: 'Required fields are missing: [LastName]',
						fields: ['LastName'],
					},
				],
			},
			{ id, success: true, created: false, errors: [] },
			{ id: expect.stringMatching(/^003/), success: true, created: true, errors: [] },
		]);
		expect(await records('Contact')).toHaveLength(2);
	});

	it('refuses more than 200 rows as a whole', async () => {
		expect(await upsertContacts(rows(201))).toMatchObject(refused(400, 'EXCEEDED_ID_LIMIT'));
		expect(outcomes(await upsertContacts(rows(200, { LastName: 'New' })))).toEqual(
			Array(200).fill('created'),
		);
	});

	it('fails every copy of an external id that is there twice, and no other row', async () => {
		const answer = await upsertContacts([
			{ RCS_Phone_E164__c: PHONE, LastName: 'A' },
			{ RCS_Phone_E164__c: '+447700900002', LastName: 'B' },
			{ RCS_Phone_E164__c: PHONE, LastName: 'C' },
		]);
		expect(outcomes(answer)).toEqual(['DUPLICATE_VALUE', 'created', 'DUPLICATE_VALUE']);
	});

	it('fails rows whose external id several records have', async () => {
		await contact({ RCS_Phone_E164__c: PHONE });
		await contact({ RCS_Phone_E164__c: PHONE });
		const answer = await upsertContacts([{ RCS_Phone_E164__c: PHONE, LastName: 'A' }]);
		expect(outcomes(answer)).toEqual(['DUPLICATE_EXTERNAL_ID']);
	});

	it('undoes everything with allOrNone when a row fails', async () => {
		const answer = await upsertContacts(
			[{ RCS_Phone_E164__c: PHONE, LastName: 'A' }, { RCS_Phone_E164__c: '+447700900002' }],
			{ allOrNone: true },
		);
		expect(outcomes(answer)).toEqual([
			'ALL_OR_NONE_OPERATION_ROLLED_BACK',
			'REQUIRED_FIELD_MISSING',
		]);
		expect(await records('Contact')).toEqual([]);
	});

	it('takes only fields that are external ids, and records of one type', async () => {
		const to = (field: string, type = 'Contact') =>
			org('PATCH', `/composite/sobjects/Contact/${field}`, {
				records: [typed(type)({ LastName: 'A' })],
			});
		expect(await to('LastName')).toMatchObject(refused(404, 'NOT_FOUND'));
		expect(await to('RCS_Phone_E164__c', 'Lead')).toMatchObject(refused(400, 'INVALID_TYPE'));
	});
});

describe('a row is refused for', () => {
	it.each([
		['a text that is too long', { RCS_Last_Campaign__c: 'x'.repeat(11) }, 'STRING_TOO_LONG'],
		[
			'emoji, each of which is two characters',
			{ RCS_Last_Campaign__c: '😀'.repeat(6) },
			'STRING_TOO_LONG',
		],
		[
			'a value that is none of a restricted picklist',
			{ RCS_Consent_Status__c: 'maybe' },
			'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
		],
		[
			'a time without its zone',
			{ RCS_Last_Sent_At__c: '2026-11-21T06:00:00' },
			'INVALID_TYPE_ON_FIELD_IN_RECORD',
		],
		['a text in a checkbox', { RCS_Reachable__c: 'yes' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
		['a number of 19 digits', { RCS_Sent_Count__c: 1e18 }, 'NUMBER_OUTSIDE_VALID_RANGE'],
		['a field that is not there', { RCS_Nothing__c: 1 }, 'INVALID_FIELD'],
		[
			'a field the system writes',
			{ SystemModstamp: '2026-11-21T06:00:00Z' },
			'INVALID_FIELD_FOR_INSERT_UPDATE',
		],
		['a name that is taken away', { LastName: null }, 'REQUIRED_FIELD_MISSING'],
	])('%s', async (_name, change, code) => {
		await contact({ RCS_Phone_E164__c: PHONE });
		expect(outcomes(await upsertContacts([{ RCS_Phone_E164__c: PHONE, ...change }]))).toEqual([
			code,
		]);
	});

	it('a validation rule of an admin, in its words', async () => {
		const message = 'Poisoned contacts stay as they are';
		await admin('POST', '/validation-rules', {
			...{ object: 'Contact', when: { LastName: 'Poison' }, message },
		});
		const answer = await upsertContacts([
			{ RCS_Phone_E164__c: PHONE, LastName: 'Poison' },
			{ RCS_Phone_E164__c: '+447700900002', LastName: 'Fine' },
		]);
		expect(outcomes(answer)).toEqual(['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'created']);
		expect(objects(answer.body['list'])[0]).toMatchObject({ errors: [{ message }] });
	});

	it('is refused by a duplicate rule that blocks, and while others write the record', async () => {
		const id = await contact({ RCS_Phone_E164__c: PHONE });
		const row = { RCS_Phone_E164__c: PHONE, LastName: 'Twin' };
		await admin('PUT', '/contention', { percent: 100 });
		expect(outcomes(await upsertContacts([row]))).toEqual(['UNABLE_TO_LOCK_ROW']);
		await admin('PUT', '/contention', { percent: 0 });
		await admin('POST', '/validation-rules', {
			...{ object: 'Contact', when: { LastName: 'Twin' }, duplicates: true },
			message: 'Use one of these records?',
		});
		expect(outcomes(await upsertContacts([row]))).toEqual(['DUPLICATES_DETECTED']);
		expect(await records('Contact')).toMatchObject([{ Id: id, LastName: 'Customer' }]);
	});
});

describe('updating a collection by id', () => {
	const update = (list: readonly object[]) =>
		org('PATCH', '/composite/sobjects', { allOrNone: false, records: list });

	it('mixes objects, and says which records are gone', async () => {
		const [kept, gone, other] = [await contact(), await contact(), await contact()];
		const lead = await admin('POST', '/records', {
			object: 'Lead',
			fields: { LastName: 'Lead', Company: 'Example' },
		});
		await admin('DELETE', `/records/${gone}`);
		const answer = await update([
			{ attributes: { type: 'Contact' }, id: kept, Title: 'A' },
			{ attributes: { type: 'Contact' }, Id: gone, Title: 'B' },
			{ attributes: { type: 'Lead' }, Id: lead['Id'], Title: 'C' },
			{ attributes: { type: 'Lead' }, Id: other, Title: 'D' },
		]);
		expect(outcomes(answer)).toEqual(['done', 'ENTITY_IS_DELETED', 'done', 'MALFORMED_ID']);
	});

	it('refuses to change from object to object more than ten times', async () => {
		const mixed = Array.from({ length: 11 }, (_, index) =>
			typed(index % 2 ? 'Lead' : 'Contact')({}),
		);
		expect(await update(mixed)).toMatchObject(refused(400, 'LIMIT_EXCEEDED'));
	});
});

describe('a parent', () => {
	const message = (row: object) =>
		org('PATCH', '/composite/sobjects/RCS_Message__c/Message_Key__c', {
			records: [typed('RCS_Message__c')({ Message_Key__c: 'm1', ...row })],
		});

	it('is named by its id or by an external id', async () => {
		const id = await contact({ RCS_Phone_E164__c: PHONE });
		await message({ Contact__r: { RCS_Phone_E164__c: PHONE } });
		expect(await records('RCS_Message__c')).toMatchObject([{ Contact__c: id, Name: 'RCS-0001' }]);
		expect(outcomes(await message({ Contact__c: id }))).toEqual(['updated']);
	});

	it('has to be there', async () => {
		const answer = await message({ Contact__r: { RCS_Phone_E164__c: PHONE } });
		expect(objects(answer.body['list'])[0]).toMatchObject({
			errors: [
				{
					statusCode: 'INVALID_FIELD',
					message: `Foreign key external ID: ${PHONE} not found for field RCS_Phone_E164__c in entity Contact`,
				},
			],
		});
	});
});

it('times are kept to the second, and null clears a field', async () => {
	await contact({ RCS_Phone_E164__c: PHONE });
	const write = (at: string | null) =>
		upsertContacts([{ RCS_Phone_E164__c: PHONE, RCS_Last_Sent_At__c: at }]);
	await write('2026-11-21T07:00:00.789+01:00');
	expect(await records('Contact')).toMatchObject([
		{ RCS_Last_Sent_At__c: '2026-11-21T06:00:00.000Z' },
	]);
	await write(null);
	expect(await records('Contact')).toMatchObject([{ RCS_Last_Sent_At__c: null }]);
});
