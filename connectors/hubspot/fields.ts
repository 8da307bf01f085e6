import type { CrmField } from '../crm';
import { type ContactField, contactFieldNames, type FieldSpec, specOf } from '../fields';

interface PropertyType {
	type: string;
	/** How people enter it. */
	fieldType: string;
}

const types: Readonly<Record<FieldSpec['type'], PropertyType>> = {
	phone: { type: 'string', fieldType: 'text' },
	choice: { type: 'enumeration', fieldType: 'select' },
	text: { type: 'string', fieldType: 'text' },
	time: { type: 'datetime', fieldType: 'date' },
	number: { type: 'number', fieldType: 'number' },
	boolean: { type: 'bool', fieldType: 'booleancheckbox' },
};

/** The HubSpot property of a field: `rcs_last_sent_at`. */
export function propertyName(field: ContactField): string {
	return `rcs_${specOf(field).words.replaceAll(' ', '_')}`;
}

export function propertyType(field: ContactField): PropertyType {
	return types[specOf(field).type];
}

export const fields: readonly CrmField[] = contactFieldNames.map((field) => ({
	field,
	name: propertyName(field),
	label: specOf(field).label,
	type: propertyType(field).type,
}));

/** The property a contact is named by. */
export const PHONE = propertyName('phone');
