import type { ObjectType } from '../records/objectTypes';
import type { Group, Option, Property, PropertyType } from './properties';

interface BuiltIn {
	properties: readonly Property[];
	groups: readonly Group[];
}

const group = (name: string, label: string): Group => ({
	name,
	label,
	displayOrder: 0,
	archived: false,
});

const property = (
	groupName: string,
	name: string,
	label: string,
	type: PropertyType,
	fieldType: string,
	more: Partial<Property> = {},
): Property => ({
	name,
	label,
	type,
	fieldType,
	groupName,
	description: '',
	options: [],
	displayOrder: -1,
	hasUniqueValue: false,
	hidden: false,
	formField: false,
	hubspotDefined: true,
	calculated: false,
	readOnlyValue: false,
	...more,
});

const readOnly = { readOnlyValue: true };
const computed = { readOnlyValue: true, calculated: true, hidden: true };

const options = (...values: string[]): Option[] =>
	values.map((value, displayOrder) => ({ label: value, value, displayOrder, hidden: false }));

const CONTACT = 'contactinformation';
const contact = property.bind(undefined, CONTACT);
const COMMUNICATION = 'communication';
const communication = property.bind(undefined, COMMUNICATION);

/** The properties of a new account that matter to messaging. */
export const builtIn: Readonly<Record<ObjectType, BuiltIn>> = {
	contacts: {
		groups: [group(CONTACT, 'Contact information')],
		properties: [
			contact('firstname', 'First name', 'string', 'text', { formField: true }),
			contact('lastname', 'Last name', 'string', 'text', { formField: true }),
			contact('email', 'Email', 'string', 'text', { formField: true }),
			contact('phone', 'Phone number', 'string', 'phonenumber', { formField: true }),
			contact('mobilephone', 'Mobile phone number', 'string', 'phonenumber', { formField: true }),
			contact('country', 'Country/Region', 'string', 'text', { formField: true }),
			contact('hs_object_id', 'Record ID', 'number', 'number', readOnly),
			contact('createdate', 'Create date', 'datetime', 'date', readOnly),
			contact('lastmodifieddate', 'Last modified date', 'datetime', 'date', readOnly),
			...['phone', 'mobile'].flatMap((word) => [
				contact(
					`hs_calculated_${word}_number`,
					`Calculated ${word} number`,
					'string',
					'text',
					computed,
				),
				contact(
					`hs_searchable_calculated_${word}_number`,
					`Calculated ${word} number without country`,
					'string',
					'text',
					computed,
				),
				contact(
					`hs_searchable_calculated_international_${word}_number`,
					`Calculated ${word} number with country`,
					'string',
					'text',
					computed,
				),
			]),
		],
	},
	communications: {
		groups: [group(COMMUNICATION, 'Communication information')],
		properties: [
			communication('hs_communication_channel_type', 'Channel type', 'enumeration', 'select', {
				options: options('WHATS_APP', 'LINKEDIN_MESSAGE', 'SMS'),
			}),
			communication('hs_communication_logged_from', 'Logged from', 'enumeration', 'select', {
				options: options('CRM'),
			}),
			communication('hs_communication_body', 'Body', 'string', 'html'),
			communication('hs_timestamp', 'Activity date', 'datetime', 'date'),
			communication('hubspot_owner_id', 'Owner', 'number', 'number'),
			communication('hs_object_id', 'Record ID', 'number', 'number', readOnly),
			communication('hs_createdate', 'Create date', 'datetime', 'date', readOnly),
			communication('hs_lastmodifieddate', 'Last modified date', 'datetime', 'date', readOnly),
		],
	},
};

/** Where each type keeps its times. */
export const timeProperties: Readonly<Record<ObjectType, { created: string; modified: string }>> = {
	contacts: { created: 'createdate', modified: 'lastmodifieddate' },
	communications: { created: 'hs_createdate', modified: 'hs_lastmodifieddate' },
};

/** Without these there is no record. */
export const requiredProperties: Readonly<Record<ObjectType, readonly string[]>> = {
	contacts: [],
	communications: ['hs_communication_channel_type', 'hs_timestamp'],
};
