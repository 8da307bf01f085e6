import { INTEGRATION_USER } from './account';
import type { Org } from './org';
import type { Field, ObjectType, SfRecord } from './schema/types';

export type ObjectAction = 'Read' | 'Create' | 'Edit' | 'Delete';

/** What a user may see and do. */
export interface Access {
	userId: string;
	canSee(object: ObjectType, field: Field): boolean;
	canEdit(object: ObjectType, field: Field): boolean;
	may(action: ObjectAction, object: ObjectType): boolean;
}

/** Admins may do everything. */
export const adminAccess = (userId: string): Access => ({
	userId,
	canSee: () => true,
	canEdit: () => true,
	may: () => true,
});

/**
 * What the user of the integration may at this moment. Standard objects and fields are open to it;
 * custom ones only through a permission set that is assigned to it.
 */
export function integrationAccess({ schema, store, restrictions }: Org): Access {
	const rows = (object: string): SfRecord['values'][] => {
		const type = schema.find(object);
		return type ? store.list(type).map(({ values }) => values) : [];
	};
	const assigned = new Set(
		rows('PermissionSetAssignment')
			.filter(({ AssigneeId }) => AssigneeId === INTEGRATION_USER.id)
			.map(({ PermissionSetId }) => PermissionSetId),
	);
	const granted = (object: string, subject: string): Set<string> =>
		new Set(
			rows(object)
				.filter(({ ParentId = null }) => assigned.has(ParentId))
				.flatMap((values) => permissionsOf(values).map((name) => `${name} ${values[subject]}`)),
		);
	const fields = granted('FieldPermissions', 'Field');
	const objects = granted('ObjectPermissions', 'SobjectType');

	const { hiddenFields, hiddenObjects, readOnlyObjects } = restrictions.get();
	const isTaken = (action: ObjectAction, { name }: ObjectType): boolean =>
		hiddenObjects.includes(name) || (action !== 'Read' && readOnlyObjects.includes(name));

	const mayField = (permission: string) => (object: ObjectType, field: Field) =>
		!hiddenFields.includes(`${object.name}.${field.name}`) &&
		(!field.custom || field.required || fields.has(`${permission} ${object.name}.${field.name}`));

	return {
		userId: INTEGRATION_USER.id,
		canSee: mayField('Read'),
		canEdit: mayField('Edit'),
		may: (action, object) =>
			!isTaken(action, object) && (!object.custom || objects.has(`${action} ${object.name}`)),
	};
}

/** `Read` for `PermissionsRead: true`. */
function permissionsOf(values: SfRecord['values']): string[] {
	return Object.entries(values).flatMap(([name, value]) =>
		name.startsWith('Permissions') && value === true ? [name.slice('Permissions'.length)] : [],
	);
}
