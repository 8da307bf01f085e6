import { anyString, bool, integer, list, object, oneOf } from '../../../providers/schema';
import { compile } from '../../../validation';
import { conflict, invalid, type Refusal } from '../errors';
import type { Portal } from '../portal';
import type { ObjectType } from '../records/objectTypes';
import {
	fieldTypes,
	type Option,
	type Property,
	type PropertyType,
	propertyTypes,
} from './properties';

const MOST_UNIQUE = 10;
const NAME = /^[a-z][a-z0-9_]{0,99}$/;

export interface PropertyUpdate {
	label?: string;
	type?: PropertyType;
	fieldType?: string;
	groupName?: string;
	description?: string;
	options?: { label: string; value: string; description?: string; hidden?: boolean }[];
	displayOrder?: number;
	hidden?: boolean;
	formField?: boolean;
}

export interface PropertyCreate extends PropertyUpdate {
	name: string;
	label: string;
	type: PropertyType;
	fieldType: string;
	groupName: string;
	hasUniqueValue?: boolean;
}

const option = object({
	'label!': anyString,
	'value!': anyString,
	description: anyString,
	displayOrder: integer(),
	hidden: bool,
});

const fieldType = oneOf(...new Set(Object.values(fieldTypes).flat()));
const common = {
	description: anyString,
	options: list(option),
	displayOrder: integer(-1),
	hidden: bool,
	formField: bool,
};

export const propertyCreate = {
	'name!': anyString,
	'label!': anyString,
	'type!': oneOf(...propertyTypes),
	'fieldType!': fieldType,
	'groupName!': anyString,
	hasUniqueValue: bool,
	dataSensitivity: oneOf('non_sensitive'),
	...common,
};

export const isPropertyCreate = compile<PropertyCreate>(object(propertyCreate));

/** Whether values are unique cannot be changed later. */
export const isPropertyUpdate = compile<PropertyUpdate>(
	object({
		label: anyString,
		type: oneOf(...propertyTypes),
		fieldType,
		groupName: anyString,
		...common,
	}),
);

/** A property that may be added. @throws Refusal */
export function newProperty(portal: Portal, type: ObjectType, input: PropertyCreate): Property {
	const { properties, clock } = portal;
	const { name } = input;
	if (!NAME.test(name) || name.startsWith('hs_'))
		throw invalid(`Property name "${name}" must be lower-case letters, digits and underscores`);
	if (properties.find(type, name)) throw conflict(`A property named '${name}' already exists.`);
	if (properties.findArchived(type, name, clock.now()))
		throw invalid(
			`The property name '${name}' is taken by an archived property and cannot be used until that is deleted for good.`,
		);
	const unique = properties.list(type).filter(({ hasUniqueValue }) => hasUniqueValue);
	if (input.hasUniqueValue && unique.length >= MOST_UNIQUE)
		throw invalid(`There can be at most ${MOST_UNIQUE} properties with unique values`);
	const at = clock.iso();
	return checked(portal, type, {
		description: '',
		displayOrder: -1,
		hasUniqueValue: false,
		hidden: false,
		formField: false,
		hubspotDefined: false,
		calculated: false,
		readOnlyValue: false,
		createdAt: at,
		updatedAt: at,
		...input,
		options: optionsOf(input.options ?? []),
	});
}

/** A property with changes. @throws Refusal */
export function changedProperty(
	portal: Portal,
	type: ObjectType,
	property: Property,
	{ options, ...changes }: PropertyUpdate,
): Property {
	return checked(portal, type, {
		...property,
		...changes,
		options: options ? optionsOf(options) : property.options,
		updatedAt: portal.clock.iso(),
	});
}

/** HubSpot numbers options by their place, whatever order they came with. */
const optionsOf = (options: NonNullable<PropertyUpdate['options']>): Option[] =>
	options.map((one, displayOrder) => ({ hidden: false, ...one, displayOrder }));

function checked({ properties }: Portal, type: ObjectType, property: Property): Property {
	const problem = problemWith(property, properties.groups(type).has(property.groupName));
	if (problem) throw problem;
	return property.type === 'bool' && property.options.length === 0
		? { ...property, options: optionsOf(yesAndNo) }
		: property;
}

const yesAndNo = [
	{ label: 'Yes', value: 'true' },
	{ label: 'No', value: 'false' },
];

function problemWith(property: Property, hasGroup: boolean): Refusal | undefined {
	const { name, type, fieldType: field, options, groupName, hasUniqueValue } = property;
	const values = options.map(({ value }) => value);
	if (!hasGroup) return invalid(`The property group '${groupName}' does not exist`);
	if (!fieldTypes[type].includes(field))
		return invalid(`The field type ${field} cannot show properties of type ${type}`);
	if (new Set(values).size < values.length)
		return invalid(`Options of '${name}' have the same value`);
	if (type === 'enumeration' && values.length === 0)
		return invalid(`The enumeration '${name}' has no options`);
	if (type === 'bool' && values.length > 0 && [...values].sort().join() !== 'false,true')
		return invalid(`The options of the bool '${name}' have to be true and false`);
	if (type !== 'bool' && type !== 'enumeration' && values.length > 0)
		return invalid(`A property of type ${type} has no options`);
	if (hasUniqueValue && type !== 'string' && type !== 'number')
		return invalid(`A property of type ${type} cannot have unique values`);
	return undefined;
}
