import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ContentKind } from '../../core/message/types';
import { forProviders } from '../shared/providerForm';
import { suggestionsProperty } from '../shared/suggestions.property';
import { cardFromProperties } from './cardFrom.properties';
import { cardProperties } from './contentCard.properties';
import { carouselProperties } from './contentCarousel.properties';
import { formProperties } from './contentForm.properties';
import { templateProperties } from './contentTemplate.properties';
import { forType } from './contentType';

const textProperties: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. Your order has shipped',
		displayOptions: forType('text'),
	},
];

const fileProperties: INodeProperties[] = [
	{
		displayName: 'File URL',
		name: 'fileUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://shop.example.com/invoice.pdf',
		description: 'A public address of a picture, video, audio or PDF file',
		displayOptions: forType('file'),
	},
	...forProviders<INodeProperties>(
		{
			displayName: 'Thumbnail URL',
			name: 'fileThumbnailUrl',
			type: 'string',
			default: '',
			description: 'A small picture that stands for a video',
			displayOptions: forType('file'),
		},
		'provider',
		({ profile }) => profile.options.includes('thumbnail'),
	),
];

const jsonProperties: INodeProperties[] = [
	{
		displayName: 'Message (JSON)',
		name: 'messageJson',
		type: 'json',
		typeOptions: { rows: 10 },
		default: '{\n  "kind": "text",\n  "text": "Hello"\n}',
		required: true,
		description:
			'The content of a message, or a whole message with content, fallback and options. Fields of this node fill in what it leaves out.',
		displayOptions: forType('json'),
	},
];

/** A kind of content, offered where the provider carries it. */
function contentChoice(choice: INodePropertyOptions & { value: ContentKind }) {
	return forProviders(choice, 'provider', ({ profile }) => profile.content.includes(choice.value));
}

function suggestionsUnder(...messageType: string[]): INodeProperties {
	return suggestionsProperty({
		displayName: 'Suggestions',
		name: 'suggestions',
		description: 'Quick replies and links under the message that the person can tap',
		displayOptions: forType(...messageType),
	});
}

/** What a person will see, by message type. */
export const contentProperties: INodeProperties[] = [
	{
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Card', value: 'card', description: 'A picture, title, text and buttons' },
			{ name: 'Carousel', value: 'carousel', description: 'Two to ten cards side by side' },
			...contentChoice({
				name: 'File',
				value: 'file',
				description: 'A picture, video, audio or PDF file',
			}),
			...contentChoice({
				name: 'Form',
				value: 'form',
				description: 'Fields the person fills in inside the message',
			}),
			{ name: 'JSON', value: 'json', description: 'A message written as JSON' },
			...contentChoice({
				name: 'Template',
				value: 'template',
				description: 'A template stored at the provider',
			}),
			{ name: 'Text', value: 'text' },
		],
		default: 'text',
	},
	...textProperties,
	...cardFromProperties,
	...cardProperties,
	...carouselProperties,
	...fileProperties,
	...formProperties,
	...templateProperties,
	...jsonProperties,
	suggestionsUnder('text', 'file', 'form'),
	...forProviders(
		suggestionsUnder('card', 'carousel'),
		'provider',
		({ profile }) => profile.limits.suggestionsBesideCards > 0,
	),
];
