import type { INodeProperties } from 'n8n-workflow';

/** A WhatsApp message before the SMS: a template it approved, or a message as the provider writes it. */
export const whatsappProperties: INodeProperties[] = [
	{
		displayName: 'WhatsApp Sender ID',
		name: 'whatsappSender',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 77',
		description: 'The ID of the WhatsApp sender, as the web interface of the provider shows it',
		displayOptions: { show: { fallback: ['whatsapp'] } },
	},
	{
		displayName: 'WhatsApp Content',
		name: 'whatsappContent',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Message (JSON)', value: 'message', description: 'A message you write' },
			{ name: 'Template', value: 'template', description: 'A template that WhatsApp approved' },
		],
		default: 'template',
		displayOptions: { show: { fallback: ['whatsapp'] } },
	},
	{
		displayName: 'WhatsApp Template ID',
		name: 'whatsappTemplate',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 42',
		description: 'The template to send on WhatsApp',
		displayOptions: { show: { fallback: ['whatsapp'], whatsappContent: ['template'] } },
	},
	{
		displayName: 'WhatsApp Message (JSON)',
		name: 'whatsappBody',
		type: 'json',
		default: '{}',
		required: true,
		description: 'The WhatsApp message in the form of the provider',
		displayOptions: { show: { fallback: ['whatsapp'], whatsappContent: ['message'] } },
	},
];
