import type { JsonObject } from '../../sandbox/json';
import { demoApp, INTEGRATION_USER } from '../../sandbox/crm/salesforce/account';
import { type Answer, object, objects, useSandbox } from './world';

export const DATA = '/services/data/v66.0';
export const PHONE = '+447700900001';

const CONSOLE = '/sandbox/console/salesforce';

/** Fields and an object as an integration would set them up. */
const customFields: readonly (readonly [string, JsonObject])[] = [
	['Contact.RCS_Phone_E164__c', { type: 'Text', label: 'RCS phone', length: 20, externalId: true }],
	['Contact.RCS_Consent_Status__c', picklist('RCS consent status', ['opted_in', 'opted_out'])],
	['Contact.RCS_Last_Campaign__c', { type: 'Text', label: 'RCS last campaign', length: 10 }],
	['Contact.RCS_Last_Sent_At__c', { type: 'DateTime', label: 'RCS last sent at' }],
	['Contact.RCS_Reachable__c', { type: 'Checkbox', label: 'RCS reachable', defaultValue: false }],
	[
		'Contact.RCS_Sent_Count__c',
		{ type: 'Number', label: 'RCS sent count', precision: 18, scale: 0 },
	],
	[
		'RCS_Message__c.Message_Key__c',
		{ type: 'Text', label: 'Message key', length: 80, externalId: true, unique: true },
	],
	['RCS_Message__c.State__c', { type: 'Text', label: 'State', length: 20 }],
	[
		'RCS_Message__c.Contact__c',
		{
			type: 'Lookup',
			label: 'Contact',
			referenceTo: 'Contact',
			relationshipName: 'RCS_Messages',
			relationshipLabel: 'RCS messages',
		},
	],
];

function picklist(label: string, values: readonly string[]): JsonObject {
	const value = values.map((valueName) => ({ valueName, label: valueName }));
	return { type: 'Picklist', label, valueSet: { restricted: true, valueSetDefinition: { value } } };
}

export const customObject: JsonObject = {
	FullName: 'RCS_Message__c',
	Metadata: {
		label: 'RCS message',
		pluralLabel: 'RCS messages',
		nameField: { type: 'AutoNumber', label: 'Number', displayFormat: 'RCS-{0000}' },
		deploymentStatus: 'Deployed',
		sharingModel: 'ReadWrite',
	},
};

/** A sandbox with an org in it, and what an integration and an admin do to it. */
export function useOrg(speed?: number) {
	const { call, url } = useSandbox(speed);
	let token = '';
	beforeEach(async () => {
		token = await signIn();
	});

	async function signIn(): Promise<string> {
		const { body } = await call(
			'POST',
			'/salesforce/services/oauth2/token',
			new URLSearchParams({
				grant_type: 'client_credentials',
				client_id: demoApp.clientId,
				client_secret: demoApp.clientSecret,
			}),
		);
		return String(body['access_token']);
	}

	const org = (
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<Answer> =>
		call(method, `/salesforce${path.startsWith('/services') ? path : DATA + path}`, body, {
			authorization: `Bearer ${token}`,
			...headers,
		});

	const admin = async (method: string, path: string, body?: unknown): Promise<JsonObject> =>
		(await call(method, `${CONSOLE}${path}`, body)).body;

	async function contact(fields: JsonObject = {}): Promise<string> {
		const record = { object: 'Contact', fields: { LastName: 'Customer', ...fields } };
		return String((await admin('POST', '/records', record))['Id']);
	}

	async function made(path: string, body: JsonObject): Promise<string> {
		const { body: answer } = await org('POST', path, body);
		if (answer['success'] !== true) throw new Error(JSON.stringify(answer));
		return String(answer['id']);
	}

	/** The custom fields and object, visible to the integration. Returns the permission set. */
	async function provision(): Promise<string> {
		await made('/tooling/sobjects/CustomObject', customObject);
		await org('POST', '/tooling/composite', {
			compositeRequest: customFields.map(([FullName, Metadata], index) => ({
				...{ method: 'POST', url: `${DATA}/tooling/sobjects/CustomField` },
				...{ referenceId: `field${index}`, body: { FullName, Metadata } },
			})),
		});
		const ParentId = await made('/sobjects/PermissionSet', { Name: 'RCS', Label: 'RCS' });
		await org('POST', '/composite/sobjects', {
			records: customFields.map(([Field]) => ({
				...{ attributes: { type: 'FieldPermissions' }, ParentId, Field },
				...{ SobjectType: Field.split('.')[0], PermissionsRead: true, PermissionsEdit: true },
			})),
		});
		await made('/sobjects/ObjectPermissions', {
			...{ ParentId, SobjectType: 'RCS_Message__c', PermissionsRead: true },
			...{ PermissionsCreate: true, PermissionsEdit: true, PermissionsDelete: true },
		});
		await made('/sobjects/PermissionSetAssignment', {
			AssigneeId: INTEGRATION_USER.id,
			PermissionSetId: ParentId,
		});
		return ParentId;
	}

	/** What is in the org, whatever anybody was told. */
	async function records(name: string): Promise<JsonObject[]> {
		const { body } = await call('GET', '/sandbox/crm/salesforce/records');
		return objects(object(body['objects'])[name]);
	}

	/** Upserts contacts by their RCS phone; `sent` goes beside the records. */
	const upsertContacts = (rows: readonly JsonObject[], sent: JsonObject = {}): Promise<Answer> =>
		org('PATCH', '/composite/sobjects/Contact/RCS_Phone_E164__c', {
			...sent,
			records: rows.map(typed('Contact')),
		});

	async function query(soql: string): Promise<JsonObject[]> {
		const { body } = await org('GET', `/query?q=${encodeURIComponent(soql)}`);
		return objects(body['records']);
	}

	return { call, url, org, admin, contact, provision, records, upsertContacts, query, signIn };
}

/** A row as collections want it. */
export const typed =
	(type: string) =>
	(row: JsonObject): JsonObject => ({ attributes: { type }, ...row });

/** What became of each row, in short: `created`, `updated` or the code of its error. */
export function outcomes({ body }: Answer): unknown[] {
	return objects(body['list']).map(({ success, created, errors }) => {
		if (success !== true) return objects(errors)[0]?.['statusCode'];
		return created === undefined ? 'done' : created ? 'created' : 'updated';
	});
}

/** The first error of an answer that was refused. */
export const refused = (
	status: number,
	errorCode: string,
	message: unknown = expect.any(String),
) => ({
	status,
	body: { list: [expect.objectContaining({ errorCode, message })] },
});
