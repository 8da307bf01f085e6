import { INTEGRATION_USER } from '../../sandbox/crm/salesforce/account';
import type { JsonObject } from '../../sandbox/json';
import { customObject, PHONE, refused, useOrg } from './salesforceWorld';
import { objects } from './world';

const { org, contact, provision, query } = useOrg();

const addField = (FullName: string, Metadata: JsonObject) =>
	org('POST', '/tooling/sobjects/CustomField', { FullName, Metadata });
const note = { type: 'Text', label: 'Note', length: 20 };
const fieldNames = async (object: string) =>
	objects((await org('GET', `/sobjects/${object}/describe`)).body['fields']).map(
		({ name }) => name,
	);

describe('a custom field', () => {
	it('is there, but seen by nobody until a permission set is assigned', async () => {
		expect((await addField('Contact.Note__c', note)).status).toBe(201);
		const found = await query(
			"SELECT QualifiedApiName, DataType FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Contact' AND QualifiedApiName LIKE '%__c'",
		);
		expect(found).toMatchObject([{ QualifiedApiName: 'Note__c', DataType: 'Text(20)' }]);

		const write = async () => {
			const id = await contact();
			return org('PATCH', `/sobjects/Contact/${id}`, { Note__c: 'x' });
		};
		expect(await fieldNames('Contact')).not.toContain('Note__c');
		expect(await write()).toMatchObject(refused(400, 'INVALID_FIELD'));
		const permissions = { SobjectType: 'Contact', Field: 'Contact.Note__c', PermissionsRead: true };
		const set = await org('POST', '/sobjects/PermissionSet', { Name: 'Notes', Label: 'Notes' });
		const ParentId = set.body['id'];
		const granted = await org('POST', '/sobjects/FieldPermissions', { ...permissions, ParentId });
		expect(await fieldNames('Contact')).not.toContain('Note__c');
		const assignment = { AssigneeId: INTEGRATION_USER.id, PermissionSetId: ParentId };
		await org('POST', '/sobjects/PermissionSetAssignment', assignment);
		expect(await fieldNames('Contact')).toContain('Note__c');
		expect(await write()).toMatchObject(refused(400, 'INVALID_FIELD_FOR_INSERT_UPDATE'));
		await org('PATCH', `/sobjects/FieldPermissions/${String(granted.body['id'])}`, {
			PermissionsEdit: true,
		});
		expect((await write()).status).toBe(204);
		expect(await org('POST', '/sobjects/PermissionSetAssignment', assignment)).toMatchObject(
			refused(400, 'DUPLICATE_VALUE'),
		);
	});

	it('is described as it was made', async () => {
		await provision();
		const { body } = await org('GET', '/sobjects/contact/describe');
		expect(objects(body['fields'])).toEqual(
			expect.arrayContaining([
				expect.objectContaining({
					...{ name: 'RCS_Phone_E164__c', type: 'string', length: 20 },
					...{ externalId: true, idLookup: true, unique: false, custom: true },
				}),
				expect.objectContaining({
					...{ name: 'RCS_Consent_Status__c', type: 'picklist', restrictedPicklist: true },
					picklistValues: [
						expect.objectContaining({ value: 'opted_in' }),
						expect.objectContaining({ value: 'opted_out' }),
					],
				}),
			]),
		);
	});

	it.each<[string, string, JsonObject, string]>([
		['its name is that of a standard field', 'Contact.Title', note, 'FIELD_INTEGRITY_EXCEPTION'],
		['its name is none', 'Contact.No__te__c', note, 'FIELD_INTEGRITY_EXCEPTION'],
		['there is no such object', 'Nothing.Note__c', note, 'INVALID_CROSS_REFERENCE_KEY'],
		[
			'its label is too long',
			'Contact.Note__c',
			{ ...note, label: 'x'.repeat(41) },
			'STRING_TOO_LONG',
		],
		[
			'it has no length',
			'Contact.Note__c',
			{ type: 'Text', label: 'Note' },
			'FIELD_INTEGRITY_EXCEPTION',
		],
		[
			'its length is too large',
			'Contact.Note__c',
			{ ...note, length: 256 },
			'FIELD_INTEGRITY_EXCEPTION',
		],
		[
			'a checkbox has no default',
			'Contact.Note__c',
			{ type: 'Checkbox', label: 'Note' },
			'FIELD_INTEGRITY_EXCEPTION',
		],
		[
			'a number has 19 digits',
			'Contact.Note__c',
			{ type: 'Number', label: 'Note', precision: 19, scale: 0 },
			'FIELD_INTEGRITY_EXCEPTION',
		],
		[
			'a picklist has no values',
			'Contact.Note__c',
			{ type: 'Picklist', label: 'Note', valueSet: {} },
			'FIELD_INTEGRITY_EXCEPTION',
		],
		[
			'a time is to be an external id',
			'Contact.Note__c',
			{ type: 'DateTime', label: 'Note', externalId: true },
			'FIELD_INTEGRITY_EXCEPTION',
		],
	])('is refused when %s', async (_name, fullName, metadata, code) => {
		expect(await addField(fullName, metadata)).toMatchObject(refused(400, code));
	});

	it('is refused when it is there already', async () => {
		await addField('Contact.Note__c', note);
		expect(await addField('Contact.note__c', note)).toMatchObject(
			refused(400, 'DUPLICATE_DEVELOPER_NAME'),
		);
	});
});

describe('a custom object', () => {
	it('is known to nobody without a permission', async () => {
		await org('POST', '/tooling/sobjects/CustomObject', customObject);
		expect(await org('GET', '/sobjects/RCS_Message__c/describe')).toMatchObject(
			refused(404, 'NOT_FOUND'),
		);
		const { body } = await org(
			'GET',
			`/tooling/query?q=${encodeURIComponent('SELECT DeveloperName FROM CustomObject')}`,
		);
		expect(body['records']).toMatchObject([{ DeveloperName: 'RCS_Message' }]);
		expect(await org('POST', '/tooling/sobjects/CustomObject', customObject)).toMatchObject(
			refused(400, 'DUPLICATE_DEVELOPER_NAME'),
		);
	});

	it('is listed among all objects once it is', async () => {
		await provision();
		const { body } = await org('GET', '/sobjects');
		expect(objects(body['sobjects']).map(({ name }) => name)).toEqual(
			expect.arrayContaining(['Contact', 'Lead', 'RCS_Message__c']),
		);
	});
});

describe('one record', () => {
	it('is made, read, changed and deleted', async () => {
		const made = await org('POST', '/sobjects/Lead', { LastName: 'Lead', Company: 'Example' });
		expect(made.status).toBe(201);
		const path = `/sobjects/Lead/${String(made.body['id'])}`;
		expect(made.headers.get('location')).toBe(`/services/data/v66.0${path}`);
		expect((await org('PATCH', path, { Title: 'New' })).status).toBe(204);
		expect((await org('GET', `${path}?fields=Name,Title`)).body).toEqual({
			attributes: expect.objectContaining({ type: 'Lead' }),
			...{ Name: 'Lead', Title: 'New' },
		});
		expect((await org('DELETE', path)).status).toBe(204);
		expect(await org('GET', path)).toMatchObject(refused(404, 'ENTITY_IS_DELETED'));
	});

	it('is upserted by its external id, which may have several records', async () => {
		await provision();
		const path = `/sobjects/Contact/RCS_Phone_E164__c/${encodeURIComponent(PHONE)}`;
		expect(await org('PATCH', `${path}?updateOnly=true`, { LastName: 'A' })).toMatchObject(
			refused(404, 'NOT_FOUND'),
		);
		expect((await org('PATCH', path, { LastName: 'A' })).status).toBe(201);
		expect((await org('PATCH', path, { LastName: 'B' })).body).toMatchObject({ created: false });
		expect((await org('GET', path)).body).toMatchObject({ LastName: 'B' });
		await contact({ RCS_Phone_E164__c: PHONE });
		const several = await org('PATCH', path, { LastName: 'C' });
		expect(several.status).toBe(300);
		expect(several.body['list']).toHaveLength(2);
	});

	it('keeps a unique value to itself, whatever its case', async () => {
		await provision();
		const message = (Message_Key__c: string) =>
			org('POST', '/sobjects/RCS_Message__c', { Message_Key__c });
		await message('key');
		expect(await message('KEY')).toMatchObject(refused(400, 'DUPLICATE_VALUE'));
	});
});
