import { Refusal } from '../errors';
import type { Org } from '../org';
import type { Access } from '../permissions';
import { fieldOf, relationOf } from '../schema/schema';
import type { Field, ObjectType, SfRecord } from '../schema/types';
import type { Column, Columns } from './evaluate';
import type { FieldPath } from './types';

/** The fields of an object and of its parents, as far as the caller can see them. */
export function columnsOf(
	{ schema, store }: Org,
	access: Access,
	object: ObjectType,
): Columns<SfRecord> {
	return (path) => columnAt(object, path);

	function columnAt(type: ObjectType, path: FieldPath): Column<SfRecord> {
		const field = fieldOf(type, path.join('.'));
		if (field && access.canSee(type, field))
			return { field, value: (record) => record.values[field.name] ?? null };
		const [relation = '', ...rest] = path;
		const { through, parent } = parentOf(type, relation, rest, path);
		const column = columnAt(parent, rest);
		return {
			field: column.field,
			value(record) {
				const above = store.get(String(record.values[through.name]));
				return above ? column.value(above) : null;
			},
		};
	}

	function parentOf(type: ObjectType, relation: string, rest: FieldPath, path: FieldPath) {
		const through: Field | undefined = relationOf(type, relation);
		const parent = schema.find(through?.referenceTo ?? '');
		if (!through || !parent || rest.length === 0 || !access.canSee(type, through))
			throw unknownColumn(type, path);
		return { through, parent };
	}
}

const unknownColumn = (object: ObjectType, path: FieldPath): Refusal =>
	new Refusal(
		'INVALID_FIELD',
		path.length > 1
			? `Didn't understand relationship '${path[0]}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`
			: `No such column '${path[0]}' on entity '${object.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
	);
