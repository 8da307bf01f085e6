import { choice, field, flag, phone, reference, restricted, text, time } from './fields';
import type { Field } from './types';

export interface StandardObject {
	name: string;
	label?: string;
	labelPlural?: string;
	keyPrefix: string;
	fields: readonly Field[];
}

const email = field('email', 'Email', 'Email', { length: 80 });
const owner = reference('OwnerId', 'User');

const person: readonly Field[] = [
	text('LastName', 80, { required: true }),
	text('FirstName', 40),
	text('Name', 121, { readOnly: true }),
	text('Title', 128),
	phone('Phone'),
	phone('MobilePhone'),
	phone('Fax'),
	email,
	flag('DoNotCall'),
	flag('HasOptedOutOfEmail'),
	flag('HasOptedOutOfFax'),
	reference('IndividualId', 'Individual'),
	owner,
];

const contactPointTypes = ['Email', 'MailingAddress', 'Phone', 'Social', 'Web'];
const consentStatuses = ['NotSeen', 'Seen', 'OptIn', 'OptOut'];

/** What an org has of its own, as far as consent and messages concern it. */
export const standardObjects: readonly StandardObject[] = [
	{
		name: 'Account',
		keyPrefix: '001',
		fields: [text('Name', 255, { required: true }), phone('Phone'), owner],
	},
	{
		name: 'Contact',
		keyPrefix: '003',
		fields: [
			...person,
			reference('AccountId', 'Account'),
			phone('HomePhone'),
			phone('OtherPhone'),
			phone('AssistantPhone'),
			text('MailingCountry', 80),
			text('OtherCountry', 80),
		],
	},
	{
		name: 'Lead',
		keyPrefix: '00Q',
		fields: [
			...person,
			text('Company', 255, { required: true }),
			text('Country', 80),
			field('picklist', 'Status', 'Lead Status', {
				length: 255,
				choices: ['Open - Not Contacted', 'Working - Contacted', 'Closed - Converted'].map(choice),
				defaultValue: 'Open - Not Contacted',
			}),
			flag('IsConverted', { readOnly: true }),
		],
	},
	{
		name: 'User',
		keyPrefix: '005',
		fields: [
			text('Username', 80, { readOnly: true }),
			text('Name', 121, { readOnly: true }),
			flag('IsActive', { readOnly: true }),
		],
	},
	{
		name: 'Individual',
		keyPrefix: '0PK',
		fields: [text('LastName', 80, { required: true }), text('FirstName', 40), owner],
	},
	{
		name: 'EngagementChannelType',
		labelPlural: 'Engagement Channel Types',
		keyPrefix: '0eF',
		fields: [
			text('Name', 255, { required: true }),
			restricted('ContactPointType', contactPointTypes),
		],
	},
	{
		name: 'ContactPointTypeConsent',
		keyPrefix: '0ZX',
		fields: [
			text('Name', 255, { required: true }),
			reference('PartyId', 'Individual', { required: true }),
			restricted('ContactPointType', contactPointTypes),
			restricted('PrivacyConsentStatus', consentStatuses),
			reference('EngagementChannelTypeId', 'EngagementChannelType'),
			time('CaptureDate'),
			text('CaptureSource', 255),
			restricted('CaptureContactPointType', contactPointTypes),
			time('DoubleConsentCaptureDate'),
			time('EffectiveFrom'),
			time('EffectiveTo'),
			owner,
		],
	},
	{
		name: 'PermissionSet',
		keyPrefix: '0PS',
		fields: [
			text('Name', 80, { required: true, unique: true }),
			text('Label', 80, { required: true }),
			text('Description', 255),
			flag('IsOwnedByProfile', { readOnly: true }),
		],
	},
	{
		name: 'PermissionSetAssignment',
		keyPrefix: '0Pa',
		fields: [
			reference('AssigneeId', 'User', { required: true, createOnly: true }),
			reference('PermissionSetId', 'PermissionSet', { required: true, createOnly: true }),
		],
	},
	{
		name: 'FieldPermissions',
		label: 'Field Permissions',
		labelPlural: 'Field Permissions',
		keyPrefix: '01k',
		fields: [
			reference('ParentId', 'PermissionSet', { required: true, createOnly: true }),
			text('SobjectType', 40, { required: true, createOnly: true }),
			text('Field', 255, { required: true, createOnly: true }),
			flag('PermissionsRead'),
			flag('PermissionsEdit'),
		],
	},
	{
		name: 'ObjectPermissions',
		label: 'Object Permissions',
		labelPlural: 'Object Permissions',
		keyPrefix: '110',
		fields: [
			reference('ParentId', 'PermissionSet', { required: true, createOnly: true }),
			text('SobjectType', 40, { required: true, createOnly: true }),
			...['Read', 'Create', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords'].map((what) =>
				flag(`Permissions${what}`),
			),
		],
	},
];
