import { isObject, type JsonObject } from '../../../json';
import { Refusal } from '../errors';
import { field } from './fields';
import type { Choice, Field, FieldType } from './types';

interface CustomType {
	type: FieldType;
	/** The least and the most characters. */
	length?: readonly [number, number];
	isNumber?: true;
	isPicklist?: true;
	isLookup?: true;
	/** May be an external id, and unique. */
	mayBeKey?: true;
	/** What has to be said of it. */
	needs?: readonly string[];
}

/** The types of the Metadata API that admins can choose from. */
const types: Readonly<Record<string, CustomType>> = {
	Text: { type: 'string', length: [1, 255], mayBeKey: true, needs: ['length'] },
	TextArea: { type: 'textarea' },
	LongTextArea: { type: 'textarea', length: [256, 131_072], needs: ['length', 'visibleLines'] },
	Phone: { type: 'phone' },
	Email: { type: 'email', mayBeKey: true },
	Url: { type: 'url' },
	Picklist: { type: 'picklist', isPicklist: true, needs: ['valueSet'] },
	Checkbox: { type: 'boolean', needs: ['defaultValue'] },
	DateTime: { type: 'datetime' },
	Date: { type: 'date' },
	Number: { type: 'double', isNumber: true, mayBeKey: true, needs: ['precision', 'scale'] },
	Lookup: { type: 'reference', isLookup: true, needs: ['referenceTo', 'relationshipName'] },
};

const lengths: Readonly<Partial<Record<FieldType, number>>> = {
	textarea: 255,
	phone: 40,
	email: 80,
	url: 255,
	picklist: 255,
	reference: 18,
};

const LONGEST_LABEL = 40;
const MOST_DIGITS = 18;

/** The field that `Metadata` of a CustomField describes. @throws Refusal when it describes none. */
export function customField(name: string, metadata: JsonObject): Field {
	const { type: typeName, label, required, externalId, unique, caseSensitive, formula } = metadata;
	const type = types[String(typeName)];
	if (!type) throw wrong('type', `${name}: ${String(typeName)} is not a type of field`);
	if (typeof label !== 'string' || label === '') throw wrong('label', `${name}: a label is needed`);
	if (label.length > LONGEST_LABEL)
		throw new Refusal('STRING_TOO_LONG', `Label: data value too large: ${label} (max length=40)`);
	if (typeof formula === 'string') return formulaField(name, label, type, formula);
	const missing = type.needs?.find((need) => (metadata[need] ?? null) === null);
	if (missing)
		throw wrong(missing, `Must specify '${missing}' for a CustomField of type ${String(typeName)}`);
	if (!type.mayBeKey && (externalId === true || unique === true))
		throw wrong('externalId', `${name}: a ${String(typeName)} cannot be an external id or unique`);
	const help = metadata['inlineHelpText'];
	return field(type.type, name, label, {
		custom: true,
		required: required === true,
		externalId: externalId === true,
		unique: unique === true,
		caseSensitive: caseSensitive === true,
		length: lengthOf(name, type, metadata['length']),
		...(typeof help === 'string' ? { help } : {}),
		...(type.isNumber ? digits(name, metadata) : {}),
		...(type.isPicklist ? picklist(name, metadata['valueSet']) : {}),
		...(type.isLookup ? lookup(name, metadata) : {}),
		...(type.type === 'boolean'
			? { defaultValue: String(metadata['defaultValue']) === 'true' }
			: {}),
	});
}

const FORMULA_LENGTH = 1300;

function formulaField(name: string, label: string, { type }: CustomType, formula: string): Field {
	const length = type === 'string' ? FORMULA_LENGTH : 0;
	return field(type, name, label, { custom: true, readOnly: true, formula, length });
}

function lengthOf(name: string, { type, length }: CustomType, wanted: unknown): number {
	if (!length) return lengths[type] ?? 0;
	const [least, most] = length;
	if (typeof wanted === 'number' && wanted >= least && wanted <= most) return wanted;
	throw wrong('length', `${name}: length has to be from ${least} to ${most}`);
}

function digits(name: string, { precision, scale }: JsonObject): Partial<Field> {
	const fits =
		typeof precision === 'number' &&
		typeof scale === 'number' &&
		precision <= MOST_DIGITS &&
		scale >= 0 &&
		scale < precision;
	if (!fits) throw wrong('precision', `${name}: precision can be 18 at most, and more than scale`);
	return { precision, scale };
}

function picklist(name: string, valueSet: unknown): Partial<Field> {
	const { restricted, valueSetDefinition } = isObject(valueSet) ? valueSet : {};
	const values = isObject(valueSetDefinition) ? valueSetDefinition['value'] : undefined;
	if (!Array.isArray(values) || values.length === 0)
		throw wrong('valueSet', `${name}: a picklist needs values`);
	const choices = values.map((value): Choice => {
		const { valueName, fullName, label, default: isDefault } = isObject(value) ? value : {};
		const key = valueName ?? fullName;
		if (typeof key !== 'string') throw wrong('valueSet', `${name}: each value needs a valueName`);
		return { value: key, label: String(label ?? key), isDefault: isDefault === true };
	});
	const chosen = choices.find(({ isDefault }) => isDefault);
	return {
		choices,
		restricted: restricted === true,
		...(chosen ? { defaultValue: chosen.value } : {}),
	};
}

/** `Contact__c` is reached as `Contact__r`. */
function lookup(name: string, { referenceTo }: JsonObject): Partial<Field> {
	return { referenceTo: String(referenceTo), relationshipName: name.replace(/__c$/, '__r') };
}

const wrong = (what: string, words: string): Refusal =>
	new Refusal('FIELD_INTEGRITY_EXCEPTION', words, [what]);
