import { chunks } from '../../core/askAll';
import type { JsonObject } from '../../core/json';
import type { CrmSettings } from '../crm';
import type { ProvisionStep } from '../provisioning';
import { apiPath, queryPath, soqlText } from './api';
import { composite, type Part } from './composite';
import { type FieldDefinition, PERMISSION_SET } from './definitions';
import { MESSAGE } from './messageFields';
import type { Org } from './provisionOrg';

const MOST_RECORDS = 200;
const { name, label, description } = PERMISSION_SET;

/** The permission set, what it allows, and who has it. */
export const accessQueries: readonly Part[] = [
	`SELECT Id FROM PermissionSet WHERE Name = ${soqlText(name)}`,
	`SELECT Field FROM FieldPermissions WHERE Parent.Name = ${soqlText(name)}`,
	`SELECT SobjectType FROM ObjectPermissions WHERE Parent.Name = ${soqlText(name)}`,
	`SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.Name = ${soqlText(name)}`,
].map((soql) => ({ method: 'GET', url: queryPath(soql) }));

/** A record of the permission set that is to be made, without the id of the set. */
interface Access {
	type: 'FieldPermissions' | 'ObjectPermissions' | 'PermissionSetAssignment';
	fields: JsonObject;
}

/** What the permission set does not allow yet, and whether the user has it. A new field is seen by nobody. */
export function missingAccess(org: Org, wanted: readonly FieldDefinition[]): Access[] {
	const fields = wanted.filter(({ object, name: field }) => !org.allowed.has(`${object}.${field}`));
	const needsObject = wanted.some(({ object }) => object === MESSAGE) && !org.allowed.has(MESSAGE);
	return [
		...(needsObject ? [objectAccess] : []),
		...fields.map(fieldAccess),
		...(org.user === undefined || org.isAssigned ? [] : [assignment(org.user)]),
	];
}

const objectAccess: Access = {
	type: 'ObjectPermissions',
	fields: {
		SobjectType: MESSAGE,
		PermissionsRead: true,
		PermissionsCreate: true,
		PermissionsEdit: true,
		PermissionsDelete: false,
		PermissionsViewAllRecords: true,
		PermissionsModifyAllRecords: false,
	},
};

function fieldAccess({ object, name: field, readOnly }: FieldDefinition): Access {
	return {
		type: 'FieldPermissions',
		fields: {
			SobjectType: object,
			Field: `${object}.${field}`,
			PermissionsRead: true,
			PermissionsEdit: readOnly !== true,
		},
	};
}

function assignment(user: string): Access {
	return { type: 'PermissionSetAssignment', fields: { AssigneeId: user } };
}

/** One request, which is carried out whole or not at all. */
export function accessStep(
	access: readonly Access[],
	{ permissionSet }: Org,
	settings: CrmSettings,
): ProvisionStep {
	const set = permissionSet ?? '@{part0.id}';
	const records = access.map(({ type, fields }) => ({
		attributes: { type },
		...fields,
		...(type === 'PermissionSetAssignment' ? { PermissionSetId: set } : { ParentId: set }),
	}));
	const made: Part = {
		method: 'POST',
		url: apiPath('/sobjects/PermissionSet'),
		body: { Name: name, Label: label, Description: description },
	};
	const collections = chunks(records, MOST_RECORDS).map((own): Part => {
		const url = apiPath('/composite/sobjects');
		return { method: 'POST', url, body: { allOrNone: true, records: own } };
	});
	const parts = permissionSet === undefined ? [made, ...collections] : collections;
	return {
		adds: `Permission set ${label}: ${access.length} permissions, and who has it`,
		request: composite(parts, settings, { allOrNone: true }),
	};
}
