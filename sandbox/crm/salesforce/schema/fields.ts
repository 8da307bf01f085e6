import type { Choice, Field, FieldType } from './types';

type Extra = Partial<Omit<Field, 'name' | 'label' | 'type'>>;

/** A field, with everything that is not said at its usual value. */
export function field(type: FieldType, name: string, label: string, extra: Extra = {}): Field {
	return {
		name,
		label,
		type,
		custom: false,
		length: 0,
		required: false,
		readOnly: false,
		createOnly: false,
		externalId: false,
		unique: false,
		caseSensitive: false,
		...(type === 'boolean' ? { defaultValue: false } : {}),
		...extra,
	};
}

const spaced = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

export const text = (name: string, length: number, extra?: Extra): Field =>
	field('string', name, spaced(name), { length, ...extra });

export const phone = (name: string): Field => field('phone', name, spaced(name), { length: 40 });

export const flag = (name: string, extra?: Extra): Field =>
	field('boolean', name, spaced(name), extra);

export const time = (name: string, extra?: Extra): Field =>
	field('datetime', name, spaced(name), extra);

export const reference = (name: string, referenceTo: string, extra?: Extra): Field =>
	field('reference', name, spaced(name.replace(/Id$/, '')), {
		length: 18,
		referenceTo,
		relationshipName: name.replace(/Id$/, ''),
		...extra,
	});

/** A picklist that takes its own values only. */
export const restricted = (name: string, values: readonly string[], extra?: Extra): Field =>
	field('picklist', name, spaced(name), {
		length: 255,
		restricted: true,
		choices: values.map(choice),
		...extra,
	});

export const choice = (value: string): Choice => ({ value, label: value, isDefault: false });

/** What every record has beside its own fields. */
export const systemFields: readonly Field[] = [
	field('id', 'Id', 'Record ID', { length: 18, readOnly: true, caseSensitive: true }),
	flag('IsDeleted', { readOnly: true }),
	time('CreatedDate', { readOnly: true }),
	reference('CreatedById', 'User', { readOnly: true }),
	time('LastModifiedDate', { readOnly: true }),
	reference('LastModifiedById', 'User', { readOnly: true }),
	time('SystemModstamp', { readOnly: true }),
];
