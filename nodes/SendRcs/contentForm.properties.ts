import type { INodeProperties } from 'n8n-workflow';
import { forProviders } from '../shared/providerForm';
import { forType } from './contentType';

/** What a person can be asked for; `readFormContent` reads what is filled in. */
const field: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. delivery_day',
		description: 'What the answer is called in the event of RCS Trigger',
	},
	{
		displayName: 'Label',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. Which day suits you?',
		description: 'What the person reads',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Choice', value: 'choice', description: 'One of several answers' },
			{ name: 'Date', value: 'date' },
			{ name: 'Email', value: 'email' },
			{ name: 'Long Text', value: 'longText', description: 'A text of several lines' },
			{ name: 'Number', value: 'number' },
			{ name: 'Phone Number', value: 'phone' },
			{ name: 'Text', value: 'text' },
		],
		default: 'text',
	},
	{
		displayName: 'Choices',
		name: 'choices',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		placeholder: 'e.g. Morning',
		description: 'One answer a line, or a list from an expression',
		displayOptions: { show: { type: ['choice'] } },
	},
	{
		displayName: 'Required',
		name: 'required',
		type: 'boolean',
		default: false,
		description: 'Whether the form cannot be submitted without it',
	},
];

const properties: INodeProperties[] = [
	{
		displayName: 'Form Title',
		name: 'formTitle',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. When shall we deliver?',
	},
	{
		displayName: 'Form Description',
		name: 'formDescription',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
	},
	{
		displayName: 'Form Fields',
		name: 'formFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true, minRequiredFields: 1 },
		placeholder: 'Add Field',
		default: { field: [{ name: '', label: '', type: 'text', choices: '', required: false }] },
		required: true,
		description: 'What the person fills in',
		options: [{ displayName: 'Field', name: 'field', values: field }],
	},
	{
		displayName: 'Submit Button Text',
		name: 'formSubmitText',
		type: 'string',
		default: 'Submit',
		description: 'What the button says, up to 25 characters',
	},
	{
		displayName: 'Form Postback Data',
		name: 'formPostbackData',
		type: 'string',
		default: '',
		placeholder: 'e.g. delivery:1001',
		description:
			'Comes back in RCS Trigger with the answers; the person never sees it. The button text if empty.',
	},
];

/** A form inside the message, at providers that have them. */
export const formProperties: INodeProperties[] = properties.flatMap((property) =>
	forProviders({ ...property, displayOptions: forType('form') }, 'provider', ({ profile }) =>
		profile.content.includes('form'),
	),
);
