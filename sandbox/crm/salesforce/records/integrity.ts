import { Refusal } from '../errors';
import type { Org } from '../org';
import { fieldOf } from '../schema/schema';
import type { ObjectType, SfRecord } from '../schema/types';
import type { Values } from './store';

/** Fields that must not have the same values together twice. */
const uniqueTogether: Readonly<Record<string, readonly string[]>> = {
	PermissionSetAssignment: ['AssigneeId', 'PermissionSetId'],
	FieldPermissions: ['ParentId', 'Field'],
	ObjectPermissions: ['ParentId', 'SobjectType'],
};

/** @throws Refusal when the record would clash with others or with the org. */
export function checkIntegrity(
	org: Org,
	object: ObjectType,
	values: Values,
	self?: SfRecord,
): void {
	checkUnique(org, object, values, self);
	checkUniqueTogether(org, object, values, self);
	if (object.name === 'FieldPermissions') checkFieldPermission(org, values);
	if (object.name === 'ObjectPermissions') checkObjectPermission(org, values);
}

function checkUnique({ store }: Org, object: ObjectType, values: Values, self?: SfRecord): void {
	for (const field of object.fields.values()) {
		const value = values[field.name] ?? null;
		if (!field.unique || value === null) continue;
		const other = store.findBy(object, field, value).find((record) => record !== self);
		if (other) throw duplicate(field.name, other);
	}
}

function checkUniqueTogether(
	{ store }: Org,
	object: ObjectType,
	values: Values,
	self?: SfRecord,
): void {
	const names = uniqueTogether[object.name];
	const other =
		names &&
		store
			.list(object)
			.find(
				(record) => record !== self && names.every((name) => record.values[name] === values[name]),
			);
	if (other) throw duplicate('<unknown>', other);
}

function checkFieldPermission({ schema }: Org, values: Values): void {
	const [objectName = '', fieldName = ''] = String(values['Field']).split('.');
	const object = schema.find(objectName);
	const field = object && fieldOf(object, fieldName);
	if (!field || values['SobjectType'] !== object.name)
		throw badPicklist('Field Name', String(values['Field']), 'Field');
	const isFixed = field.custom ? field.required : field.required || field.readOnly;
	if (isFixed)
		throw new Refusal(
			'FIELD_INTEGRITY_EXCEPTION',
			`You cannot set permissions of a required or system field: ${values['Field']}`,
			['Field'],
		);
	if (field.readOnly && values['PermissionsEdit'] === true)
		throw new Refusal(
			'FIELD_INTEGRITY_EXCEPTION',
			`Formulas cannot be edited: ${values['Field']}`,
			['PermissionsEdit'],
		);
}

function checkObjectPermission({ schema }: Org, values: Values): void {
	const name = String(values['SobjectType']);
	if (!schema.find(name)) throw badPicklist('Sobject Type Name', name, 'SobjectType');
	const dependent = ['Create', 'Edit', 'Delete'].find((what) => values[`Permissions${what}`]);
	if (dependent && values['PermissionsRead'] !== true)
		throw new Refusal(
			'FIELD_INTEGRITY_EXCEPTION',
			`Permission ${dependent} ${name} depends on permission(s): Read ${name}`,
		);
}

const badPicklist = (label: string, value: string, field: string): Refusal =>
	new Refusal(
		'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
		`${label}: bad value for restricted picklist field: ${value}`,
		[field],
	);

const duplicate = (field: string, other: SfRecord): Refusal =>
	new Refusal(
		'DUPLICATE_VALUE',
		`duplicate value found: ${field} duplicates value on record with id: ${other.id}`,
	);
