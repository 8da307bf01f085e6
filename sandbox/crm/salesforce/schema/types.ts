export type FieldType =
	| 'id'
	| 'string'
	| 'textarea'
	| 'phone'
	| 'email'
	| 'url'
	| 'picklist'
	| 'boolean'
	| 'datetime'
	| 'date'
	| 'double'
	| 'int'
	| 'reference';

export interface Choice {
	value: string;
	label: string;
	isDefault: boolean;
}

export interface Field {
	name: string;
	label: string;
	type: FieldType;
	custom: boolean;
	/** Of texts: the most characters. */
	length: number;
	/** Of numbers: all digits, and those behind the point. */
	precision?: number;
	scale?: number;
	/** Has to have a value. Custom fields like this are visible without any permission. */
	required: boolean;
	/** Written by the system only. */
	readOnly: boolean;
	/** Can be set when the record is made, never after. */
	createOnly: boolean;
	externalId: boolean;
	unique: boolean;
	caseSensitive: boolean;
	/** Of picklists. */
	choices?: readonly Choice[];
	restricted?: boolean;
	/** Of references: the object, and the name by which its fields are reached. */
	referenceTo?: string;
	relationshipName?: string;
	/** What a new record has when nothing is said. */
	defaultValue?: Value;
	help?: string;
	/** Worked out by the org. The sandbox has the field, not its value. */
	formula?: string;
	/** Of custom fields: under which the Tooling API knows it. */
	toolingId?: string;
}

export interface ObjectType {
	name: string;
	label: string;
	labelPlural: string;
	keyPrefix: string;
	custom: boolean;
	/** By name in lower case: API names do not tell case apart. */
	fields: Map<string, Field>;
	/** Of numbered records, e.g. `RCS-{0000000000}`. */
	autoNumber?: string;
	/** Of custom objects: under which the Tooling API knows it. */
	toolingId?: string;
}

export type Value = string | number | boolean | null;

/** A stored record: values by field name, in the field's own spelling. */
export interface SfRecord {
	readonly object: ObjectType;
	readonly id: string;
	values: Readonly<Record<string, Value>>;
}
