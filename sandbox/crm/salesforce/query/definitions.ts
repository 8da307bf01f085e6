import { Refusal } from '../errors';
import { text } from '../schema/fields';
import type { Schema } from '../schema/schema';
import type { Field, ObjectType, SfRecord, Value } from '../schema/types';
import { dataTypeOf } from './dataTypes';
import type { Table } from './tables';
import type { Condition, Query } from './types';

interface Definition {
	columns: readonly string[];
	/** Whether only the Tooling API has it. */
	isTooling: boolean;
	rows(schema: Schema): Readonly<Record<string, Value>>[];
}

const bare = (name: string): string => name.replace(/__c$/, '');

const entityColumns = ['DurableId', 'QualifiedApiName', 'DeveloperName', 'Label', 'PluralLabel'];

/** What the org is made of, as SOQL reads it. */
const definitions: Readonly<Record<string, Definition>> = {
	EntityDefinition: {
		columns: [...entityColumns, 'KeyPrefix'],
		isTooling: false,
		rows: (schema) => schema.objects().map(entityRow),
	},
	FieldDefinition: {
		columns: [
			...['DurableId', 'QualifiedApiName', 'DeveloperName', 'Label', 'DataType', 'Length'],
			...['EntityDefinitionId', 'EntityDefinition.QualifiedApiName'],
		],
		isTooling: false,
		rows: (schema) => ofFields(schema, fieldRow),
	},
	CustomField: {
		columns: ['Id', 'DeveloperName', 'NamespacePrefix', 'TableEnumOrId'],
		isTooling: true,
		rows: (schema) => ofFields(schema, customFieldRow).filter((row) => row['Id'] !== null),
	},
	CustomObject: {
		columns: ['Id', 'DeveloperName', 'NamespacePrefix'],
		isTooling: true,
		rows: (schema) =>
			schema
				.objects()
				.filter(({ custom }) => custom)
				.map(({ name, toolingId }) => ({ Id: toolingId ?? null, DeveloperName: bare(name) })),
	},
};

/** Tables that are too large to be read whole, and the columns that make them small enough. */
const filters: Readonly<Record<string, readonly string[]>> = {
	FieldDefinition: ['entitydefinition.qualifiedapiname', 'entitydefinitionid', 'durableid'],
};

/** The table of this name; `api` is the one that is asked. @throws Refusal when too much is asked. */
export function definitionTable(
	schema: Schema,
	{ from, where }: Query,
	api: 'data' | 'tooling',
): Table | undefined {
	const name = Object.keys(definitions).find((known) => known.toLowerCase() === from.toLowerCase());
	const definition = definitions[name ?? ''];
	if (name === undefined || !definition) return undefined;
	if (definition.isTooling && api === 'data') return undefined;
	const needed = filters[name];
	if (needed && !(where && mentions(where, needed)))
		throw new Refusal(
			'MALFORMED_QUERY',
			`${name}: a filter on a reified column is required [EntityDefinitionId,DurableId]`,
		);
	const object = tableType(
		name,
		definition.columns.map((column) => text(column, 255)),
	);
	const rows = definition.rows(schema);
	return { object, rows: rows.map((values): SfRecord => ({ object, id: idOf(values), values })) };
}

const idOf = ({ Id, DurableId }: Readonly<Record<string, Value>>): string =>
	String(Id ?? DurableId);

const tableType = (name: string, columns: readonly Field[]): ObjectType => ({
	name,
	label: name,
	labelPlural: name,
	keyPrefix: '',
	custom: false,
	fields: new Map(columns.map((column) => [column.name.toLowerCase(), column])),
});

function mentions(condition: Condition, names: readonly string[]): boolean {
	switch (condition.kind) {
		case 'and':
		case 'or':
			return condition.parts.some((part) => mentions(part, names));
		case 'not':
			return false;
		case 'compare':
			return condition.operator === '=' && names.includes(condition.path.join('.').toLowerCase());
		case 'in':
			return names.includes(condition.path.join('.').toLowerCase());
	}
}

function ofFields(
	schema: Schema,
	row: (object: ObjectType, field: Field) => Record<string, Value>,
): Record<string, Value>[] {
	return schema
		.objects()
		.flatMap((object) => [...object.fields.values()].map((field) => row(object, field)));
}

const entityRow = ({ name, label, labelPlural, keyPrefix, toolingId }: ObjectType) => ({
	DurableId: toolingId ?? name,
	QualifiedApiName: name,
	DeveloperName: bare(name),
	Label: label,
	PluralLabel: labelPlural,
	KeyPrefix: keyPrefix,
});

const fieldRow = (object: ObjectType, field: Field) => ({
	DurableId: `${object.toolingId ?? object.name}.${field.toolingId ?? field.name}`,
	QualifiedApiName: field.name,
	DeveloperName: bare(field.name),
	Label: field.label,
	DataType: dataTypeOf(field),
	Length: field.length,
	EntityDefinitionId: object.toolingId ?? object.name,
	'EntityDefinition.QualifiedApiName': object.name,
});

const customFieldRow = (object: ObjectType, field: Field): Record<string, Value> => ({
	Id: field.toolingId ?? null,
	DeveloperName: bare(field.name),
	TableEnumOrId: object.toolingId ?? object.name,
});
