import type { JsonObject } from '../../../json';
import { Refusal } from '../errors';
import type { Org } from '../org';
import type { Access } from '../permissions';
import { fieldOf, relationOf } from '../schema/schema';
import type { Field, ObjectType } from '../schema/types';

/** What a column of a job's CSV is for. */
interface ColumnUse {
	field: Field;
	/** Of columns such as `Contact__r.RCS_Phone_E164__c`: what is reached by which name. */
	relation?: string;
}

/** `#N/A` empties a field; an empty value leaves it as it is. */
const CLEARED = '#N/A';

/** How rows of this header become records. @throws Refusal for a column that is no field. */
export function rowReader(
	{ schema }: Org,
	access: Access,
	object: ObjectType,
	header: readonly string[],
): (row: readonly string[]) => JsonObject {
	const uses = header.map((name) => useOf(name));
	return (row) => {
		const input: JsonObject = {};
		uses.forEach(({ field, relation }, index) => {
			const value = valueOf(field, row[index] ?? '');
			if (value !== undefined)
				input[relation ?? field.name] = relation === undefined ? value : { [field.name]: value };
		});
		return input;
	};

	function useOf(name: string): ColumnUse {
		const [first = '', second] = name.split('.');
		if (second === undefined) return { field: visible(object, first, name) };
		const through = relationOf(object, first);
		const parent = schema.find(through?.referenceTo ?? '');
		if (!through?.relationshipName || !parent) throw unknown(name);
		return { field: visible(parent, second, name), relation: through.relationshipName };
	}

	function visible(type: ObjectType, name: string, column: string): Field {
		const field = fieldOf(type, name);
		if (field && access.canSee(type, field)) return field;
		throw unknown(column);
	}
}

const unknown = (name: string): Refusal =>
	new Refusal('INVALID_FIELD', `InvalidBatch : Field name not found : ${name}`);

const booleans: Readonly<Record<string, boolean>> = {
	true: true,
	'1': true,
	false: false,
	'0': false,
};

function valueOf({ type }: Field, text: string): unknown {
	if (text === '') return undefined;
	if (text === CLEARED) return null;
	return type === 'boolean' ? (booleans[text.toLowerCase()] ?? text) : text;
}
