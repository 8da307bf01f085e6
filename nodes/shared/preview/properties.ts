import type { INodeProperties } from 'n8n-workflow';

/** How the picture looks, alphabetical as n8n wants it. */
const options: INodeProperties[] = [
	{
		displayName: 'Agent Color',
		name: 'agentColor',
		type: 'color',
		default: '#0f5bd7',
		description: 'The color of the agent, which the header and buttons take on',
	},
	{
		displayName: 'Agent Name',
		name: 'agentName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Demo Shop',
		description: 'The name above the chat; by default, the sender',
	},
	{
		displayName: 'Format',
		name: 'format',
		type: 'options',
		options: [
			{
				name: 'HTML',
				value: 'html',
				description: 'Pages of their own, with a carousel that swipes',
			},
			{ name: 'HTML and SVG', value: 'both' },
			{ name: 'SVG', value: 'svg', description: 'Pictures that every browser shows' },
		],
		default: 'svg',
		description: 'What the files of the item are',
	},
	{
		displayName: 'HTML in JSON',
		name: 'htmlInJson',
		type: 'boolean',
		default: true,
		description:
			"Whether to add the field html with all looks on one page of up to 1 MB, for n8n's HTML node or Respond to Webhook",
	},
	{
		displayName: 'Include Pictures',
		name: 'includePictures',
		type: 'boolean',
		default: false,
		description:
			'Whether to download the pictures of the message and put them into the preview: up to 20 of 2 MB each, 5 MB together and 20 MB a run, in 10 seconds',
	},
	{
		displayName: 'Logo URL',
		name: 'logoUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/logo.png',
		description: 'The logo beside the name; it is shown in SVG with Include Pictures only',
	},
	{
		displayName: 'Looks',
		name: 'looks',
		type: 'multiOptions',
		options: [
			{ name: 'Android', value: 'android' },
			{ name: 'iOS', value: 'ios' },
			{
				name: 'SMS Fallback',
				value: 'fallback',
				description: 'What arrives where RCS cannot deliver, over any channel',
			},
		],
		default: ['android', 'ios', 'fallback'],
		description: 'Whose messages app is drawn, a file each',
	},
	{
		displayName: 'Theme',
		name: 'theme',
		type: 'options',
		options: [
			{ name: 'Dark', value: 'dark' },
			{ name: 'Light', value: 'light' },
		],
		default: 'light',
	},
];

export const previewOptionsProperty: INodeProperties = {
	displayName: 'Preview Options',
	name: 'previewOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options,
};
