import type { CrmSettings } from '../../connectors/crm';
import { salesforce } from '../../connectors/salesforce';
import { fieldDefinitions } from '../../connectors/salesforce/definitions';
import type { HttpResponse } from '../../core/http';
import { asObject } from '../../core/json';
import { answer, askedIn, compositeAnswer, partsOf, settings } from './salesforceFixtures';

const { inspect, diff, refused } = salesforce.provision;
const user = '005000000000001AAA';
const messageId = '01I000000000001AAA';
const queried = (records: object[]) => ({ done: true, records });

interface OrgState {
	objects?: object[];
	fields?: object[];
	access?: object[][];
	describe?: Record<string, object[]>;
}

/** The answers to `inspect` of an org in some state. */
function answersOf({ objects = [], fields = [], access = [], describe = {} }: OrgState = {}) {
	return inspect(settings).map(({ url }, i): HttpResponse => {
		if (i === 0) return answer({ identity: `https://login.salesforce.com/id/00D000/${user}` });
		if (i === 1) return answer(queried(objects));
		if (i === 2) return answer(queried(fields));
		if (i === 3) return compositeAnswer([0, 1, 2, 3].map((at) => [200, queried(access[at] ?? [])]));
		const object = /sobjects\/(\w+)\/describe/.exec(url)?.[1] ?? '';
		const described = describe[object];
		if (described || object !== 'RCS_Message__c') return answer({ fields: described ?? [] });
		return answer(
			[{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
			404,
		);
	});
}

const complete: OrgState = {
	objects: [{ Id: messageId, DeveloperName: 'RCS_Message' }],
	fields: fieldDefinitions.map(({ object, name }) => ({
		DeveloperName: name.replace(/__c$/, ''),
		TableEnumOrId: object === 'RCS_Message__c' ? messageId.slice(0, 15) : object,
	})),
	access: [
		[{ Id: '0PS000000000001AAA' }],
		fieldDefinitions.map(({ object, name }) => ({ Field: `${object}.${name}` })),
		[{ SobjectType: 'RCS_Message__c' }],
		[{ AssigneeId: user }],
	],
};

test('an org is asked with plain REST, also for fields its user may not see', () => {
	const [root, objects, fields, access, ...describes] = inspect(settings);
	expect(root?.url).toBe('https://example.my.salesforce.com/services/data/v66.0/');
	expect(askedIn(objects?.url ?? '')).toMatch(/FROM CustomObject WHERE DeveloperName LIKE 'RCS_%'/);
	expect(fields?.url).toContain('/tooling/query?q=');
	expect(partsOf(access ?? {})).toHaveLength(4);
	expect(describes.map(({ url }) => url.replace(/.*sobjects/, ''))).toEqual([
		'/Contact/describe',
		'/Lead/describe',
		'/RCS_Message__c/describe',
	]);
});

describe('a new org', () => {
	const { steps, conflicts, present, byHand } = diff(answersOf(), settings);

	test('gets the object, each field, and a permission set its user has, in this order', () => {
		expect(conflicts).toEqual([]);
		expect(present).toEqual([]);
		const adds = steps.map((step) => step.adds);
		expect(adds[0]).toBe('Object RCS_Message__c');
		expect(adds).toHaveLength(1 + fieldDefinitions.length + 1);
		expect(adds.at(-1)).toMatch(/^Permission set RCS Messaging/);
		expect(byHand?.map(({ advice }) => advice).join(' ')).toContain(
			'connectors/salesforce/metadata',
		);
	});

	test('fields travel to the Tooling API as it wants them', () => {
		const bodyOf = (name: string) =>
			asObject(steps.find(({ adds }) => adds === `Field ${name}`)?.request.body);
		expect(bodyOf('Lead.RCS_Phone_E164__c')).toEqual({
			FullName: 'Lead.RCS_Phone_E164__c',
			Metadata: {
				label: 'RCS phone (E.164)',
				inlineHelpText: expect.stringContaining('matched by') as string,
				required: false,
				type: 'Text',
				length: 20,
				externalId: true,
				unique: true,
				caseSensitive: false,
			},
		});
		expect(bodyOf('Contact.RCS_Consent_Status__c')).toMatchObject({
			Metadata: {
				type: 'Picklist',
				valueSet: {
					restricted: true,
					valueSetDefinition: {
						sorted: false,
						value: [
							{ valueName: 'opted_in', label: 'Opted in', default: false },
							{ valueName: 'opted_out' },
							{ valueName: 'pending' },
							{ valueName: 'unknown' },
						],
					},
				},
			},
		});
	});

	test('the permission set is made and given in one request, whole or not at all', () => {
		const request = steps.at(-1)?.request ?? {};
		const parts = partsOf(request);
		expect(asObject(asObject(request)['body'])['allOrNone']).toBe(true);
		expect(parts.map(({ url }) => url.replace(/.*v66.0/, ''))).toEqual([
			'/sobjects/PermissionSet',
			'/composite/sobjects',
		]);
		const records = parts[1]?.records ?? [];
		expect(records).toHaveLength(fieldDefinitions.length + 2);
		expect(records).toContainEqual({
			attributes: { type: 'FieldPermissions' },
			ParentId: '@{part0.id}',
			SobjectType: 'RCS_Message__c',
			Field: 'RCS_Message__c.RCS_State__c',
			PermissionsRead: true,
			PermissionsEdit: false,
		});
		expect(records).toContainEqual({
			attributes: { type: 'PermissionSetAssignment' },
			PermissionSetId: '@{part0.id}',
			AssigneeId: user,
		});
	});
});

test('an org that has everything gets nothing', () => {
	const { steps, conflicts, present } = diff(answersOf(complete), settings);
	expect(steps).toEqual([]);
	expect(conflicts).toEqual([]);
	expect(present).toHaveLength(fieldDefinitions.length);
});

test('only what is missing is added: a field and its permission', () => {
	const lacks = 'RCS_Last_Campaign';
	const fields = (complete.fields ?? []).filter(
		(field) => !('DeveloperName' in field && field.DeveloperName === lacks),
	);
	const [set = [], allowed = [], ...others] = complete.access ?? [];
	const access = [set, allowed.filter((one) => !JSON.stringify(one).includes(lacks)), ...others];
	const { steps } = diff(answersOf({ ...complete, fields, access }), settings);
	expect(steps.map(({ adds }) => adds)).toEqual([
		'Field Contact.RCS_Last_Campaign__c',
		'Field Lead.RCS_Last_Campaign__c',
		'Permission set RCS Messaging: 2 permissions, and who has it',
	]);
	const [part] = partsOf(steps[2]?.request ?? {});
	expect(part?.records.map(({ ParentId }) => ParentId)).toEqual([
		'0PS000000000001AAA',
		'0PS000000000001AAA',
	]);
});

const phone = { type: 'string', length: 20, externalId: true, unique: true };
const key = { type: 'string', length: 255, externalId: true, unique: true, caseSensitive: true };

test.each<[field: string, described: object, problem: RegExp, advice: RegExp]>([
	['Contact.RCS_Phone_E164__c', { ...phone, externalId: false }, /no external id/, /external ID/],
	['Lead.RCS_Phone_E164__c', { ...phone, unique: false }, /not unique/, /unique/],
	['Contact.RCS_Phone_E164__c', { ...phone, type: 'phone' }, /type phone, and string/, /rename/],
	['Contact.RCS_Last_Campaign__c', { type: 'string', length: 80 }, /shorter than 255/, /255/],
	['Contact.RCS_Last_Failed_At__c', { type: 'datetime', calculated: true }, /a formula/, /rename/],
	[
		'Contact.RCS_Consent_Status__c',
		{
			type: 'picklist',
			picklistValues: [
				{ value: 'opted_in', active: true },
				{ value: 'opted_out', active: true },
				{ value: 'pending', active: false },
			],
		},
		/no active value pending, unknown/,
		/Add pending, unknown/,
	],
	['RCS_Message__c.RCS_State__c', { type: 'string', length: 255 }, /no formula/, /rename/],
	['RCS_Message__c.RCS_Key__c', { ...key, externalId: false }, /no external id/, /external ID/],
	['RCS_Message__c.RCS_Key__c', { ...key, unique: false }, /not unique/, /unique/],
	['RCS_Message__c.RCS_Key__c', { ...key, caseSensitive: false }, /upper and lower/, /sensitive/],
	[
		'RCS_Message__c.RCS_Lead__c',
		{ type: 'reference', referenceTo: ['Contact'] },
		/lookup to Contact, and one to Lead/,
		/rename/,
	],
])('%s in another way than it is needed is a conflict, not a change', (field, ...expected) => {
	const [described, problem, advice] = expected;
	const [object = '', name] = field.split('.');
	const describe = { [object]: [{ name, ...described }] };
	const { steps, conflicts } = diff(answersOf({ ...complete, describe }), settings);
	expect(steps).toEqual([]);
	expect(conflicts).toMatchObject([{ name: field }]);
	expect(conflicts[0]?.problem).toMatch(problem);
	expect(conflicts[0]?.advice).toMatch(advice);
});

test('what can be made right in Setup is told all at once', () => {
	const described = { name: 'RCS_Key__c', type: 'string', length: 40 };
	const describe = { RCS_Message__c: [described] };
	const { conflicts } = diff(answersOf({ ...complete, describe }), settings);
	expect(conflicts).toHaveLength(3);
});

test('without history there are no messages; with ContactPointTypeConsent there is its key', () => {
	const others: CrmSettings = {
		...settings,
		history: false,
		options: { objects: ['Contact'], pointTypeConsent: {} },
	};
	const responses = answersOf().slice(0, 4);
	const describes = [answer({ fields: [] }), answer({ fields: [] })];
	const { steps } = diff([...responses, ...describes], others);
	const adds = steps.map((step) => step.adds);
	expect(adds.some((one) => one.includes('RCS_Message__c') || one.includes('Lead'))).toBe(false);
	expect(adds).toContain('Field ContactPointTypeConsent.RCS_Key__c');
});

test('an org that cannot be asked is an error', () => {
	const responses = answersOf();
	const denied = answer([{ errorCode: 'INSUFFICIENT_ACCESS', message: 'no' }], 403);
	expect(() => diff([...responses.slice(0, 2), denied, ...responses.slice(3)], settings)).toThrow(
		/no/,
	);
});

describe('what a step refuses', () => {
	test('is told in the words of Salesforce', () => {
		const words = 'There is already a field named RCS_Reachable on Contact.';
		expect(
			refused(answer([{ errorCode: 'DUPLICATE_DEVELOPER_NAME', message: words }], 400)),
		).toEqual([words]);
		expect(refused(answer({ id: '00N', success: true, errors: [] }, 201))).toEqual([]);
	});

	test('also where the answer as a whole is a success', () => {
		const response = compositeAnswer([
			[201, { id: '0PS', success: true, errors: [] }],
			[
				200,
				[
					{ success: false, errors: [{ statusCode: 'INVALID_FIELD', message: 'bad field' }] },
					{
						success: false,
						errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message: 'rolled back' }],
					},
				],
			],
			[400, [{ errorCode: 'PROCESSING_HALTED', message: 'halted' }]],
		]);
		expect(refused(response)).toEqual(['bad field']);
	});
});
