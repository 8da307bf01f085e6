import type { INodeProperties } from 'n8n-workflow';
import { type ContactChange, optInStates } from '../../core/account';
import { asArray, asObject, asString, defined, type JsonObject } from '../../core/json';
import { listOf, phoneField, phoneOf } from './fields';
import type { Job } from './operation';

const attributes: INodeProperties = {
	displayName: 'Attributes',
	name: 'attributes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Attribute',
	description: 'Fields of your own, such as a first name',
	options: [
		{
			displayName: 'Attribute',
			name: 'attribute',
			values: [
				{ displayName: 'Name', name: 'name', type: 'string', default: '' },
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
};

const defaultCountry: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'string',
	default: '',
	placeholder: 'e.g. GB',
	description: 'Two-letter country for phone numbers written without a country code',
};

const optIn: INodeProperties = {
	displayName: 'Opt-In Status',
	name: 'optIn',
	type: 'options',
	options: [
		{ name: 'Opted In', value: 'optedIn' },
		{ name: 'Opted Out', value: 'optedOut' },
		{ name: 'Unknown', value: 'unknown' },
	],
	default: 'unknown',
	description: 'Whether the person agreed to receive messages',
};

const tags: INodeProperties = {
	displayName: 'Tags',
	name: 'tags',
	type: 'string',
	default: '',
	placeholder: 'e.g. customer, newsletter',
	description: 'Separated by commas',
};

/** What else can be said of a new contact. */
export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [attributes, defaultCountry, optIn, tags],
};

/** What can be changed of a contact; what is not added here stays as it is. */
export const updateFields: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [attributes, defaultCountry, optIn, { ...phoneField, required: false }, tags],
};

/** The contact that the fields of Add and Import describe. @throws RcsError `validation` */
export function contactOf({ read }: Job): ContactChange {
	const more = asObject(read(additionalFields.name));
	const phone = phoneOf(read(phoneField.name), asString(more['defaultCountry']));
	return { phone, ...detailsOf(more) };
}

/** The change that the fields of Update describe. @throws RcsError `validation` */
export function changeOf({ read }: Job): Partial<ContactChange> {
	const fields = asObject(read(updateFields.name));
	const details = detailsOf(fields);
	if (!(phoneField.name in fields)) return details;
	return {
		phone: phoneOf(fields[phoneField.name], asString(fields['defaultCountry'])),
		...details,
	};
}

/** A field that was added and left empty empties what the provider has. */
function detailsOf(fields: JsonObject): Omit<ContactChange, 'phone'> {
	return defined({
		optIn: optInStates.find((state) => state === fields['optIn']),
		tags: 'tags' in fields ? listOf(fields['tags']) : undefined,
		attributes: 'attributes' in fields ? attributesOf(fields['attributes']) : undefined,
	});
}

function attributesOf(form: unknown): Record<string, string> {
	const entries = asArray(asObject(form)['attribute']).map((entry) => {
		const { name, value } = asObject(entry);
		return [asString(name)?.trim() ?? '', asString(value) ?? ''] as const;
	});
	return Object.fromEntries(entries.filter(([name]) => name !== ''));
}
