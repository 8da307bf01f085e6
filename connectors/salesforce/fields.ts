import type { CrmField } from '../crm';
import { type ContactField, contactFieldNames, type FieldSpec, specOf } from '../fields';

const types: Readonly<Record<FieldSpec['type'], string>> = {
	phone: 'Text',
	choice: 'Picklist',
	text: 'Text',
	time: 'DateTime',
	number: 'Number',
	boolean: 'Checkbox',
};

/** The custom field of words: `last sent at` is `RCS_Last_Sent_At__c`. */
export function customName(words: string): string {
	const parts = words.split(' ').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
	return `RCS_${parts.join('_')}__c`;
}

export function fieldName(field: ContactField): string {
	return customName(specOf(field).words);
}

export const fields: readonly CrmField[] = contactFieldNames.map((field) => {
	const { label, type } = specOf(field);
	return { field, name: fieldName(field), label, type: types[type] };
});

/** The external id of contacts and leads. */
export const PHONE = fieldName('phone');
