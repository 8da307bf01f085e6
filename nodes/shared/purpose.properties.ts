import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** What a message or a consent is for; purposes with names of their own get a field for the name. */
export function purposeProperties(
	choices: INodePropertyOptions[],
	shown: IDisplayOptions,
	named: IDisplayOptions,
	description: string,
): INodeProperties[] {
	return [
		{
			displayName: 'Purpose',
			name: 'purpose',
			type: 'options',
			options: choices,
			default: 'marketing',
			description,
			displayOptions: shown,
		},
		{
			displayName: 'Purpose Name',
			name: 'purposeName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. newsletter',
			description: 'The same name wherever this consent is recorded and checked',
			displayOptions: named,
		},
	];
}
