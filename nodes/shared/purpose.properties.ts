import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** What a message or a consent is for. */
export function purposeProperty(
	options: readonly INodePropertyOptions[],
	displayOptions: IDisplayOptions,
	description: string,
): INodeProperties {
	return {
		displayName: 'Purpose',
		name: 'purpose',
		type: 'options',
		options: [...options],
		default: 'marketing',
		description,
		displayOptions,
	};
}

/** The name of a purpose that has one of its own. */
export function purposeNameProperty(displayOptions: IDisplayOptions): INodeProperties {
	return {
		displayName: 'Purpose Name',
		name: 'purposeName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. newsletter',
		description:
			'The same name wherever this consent is recorded and checked; capitals make no difference',
		displayOptions,
	};
}
