import type { Field, FieldType } from '../schema/types';

const names: Readonly<Record<FieldType, (field: Field) => string>> = {
	id: () => 'Id',
	string: ({ length }) => `Text(${length})`,
	textarea: ({ length }) => `Long Text Area(${length})`,
	phone: () => 'Phone',
	email: () => 'Email',
	url: () => 'URL(255)',
	picklist: () => 'Picklist',
	boolean: () => 'Checkbox',
	datetime: () => 'Date/Time',
	date: () => 'Date',
	double: ({ precision = 18, scale = 0 }) => `Number(${precision - scale}, ${scale})`,
	int: () => 'Number(9, 0)',
	reference: ({ referenceTo }) => `Lookup(${referenceTo})`,
};

/** The type of a field as the pages of Setup show it, e.g. `Text(20) (External ID)`. */
export function dataTypeOf(field: Field): string {
	const external = field.externalId ? ' (External ID)' : '';
	const sensitive = field.caseSensitive ? 'Sensitive' : 'Insensitive';
	const unique = field.unique ? ` (Unique Case ${sensitive})` : '';
	return names[field.type](field) + external + unique;
}
