import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ContentKind } from '../../core/message/types';
import { forProviders } from '../shared/providerForm';
import { suggestionsProperty } from '../shared/suggestions.property';

const forType = (...messageType: string[]) => ({ show: { messageType } });

const mediaHeight: INodeProperties = {
	displayName: 'Picture Height',
	name: 'mediaHeight',
	type: 'options',
	options: [
		{ name: 'Short', value: 'short' },
		{ name: 'Medium', value: 'medium' },
		{ name: 'Tall', value: 'tall' },
	],
	default: 'medium',
};

/** The fields of one card, for the card itself and for each card of a carousel. */
const cardFields: INodeProperties[] = [
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your order is on its way',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. It arrives tomorrow between 9 and 12.',
	},
	{
		displayName: 'Picture or Video URL',
		name: 'mediaUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/parcel.png',
		description: 'A public address that does not redirect',
	},
];

const cardName: Readonly<Record<string, string>> = {
	title: 'cardTitle',
	description: 'cardDescription',
	mediaUrl: 'cardMediaUrl',
};

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

const cardProperties: INodeProperties[] = [
	...cardFields.map((field) => ({
		...field,
		name: cardName[field.name] ?? field.name,
		displayOptions: forType('card'),
	})),
	suggestionsProperty({
		displayName: 'Buttons on the Card',
		name: 'cardSuggestions',
		placeholder: 'Add Button',
		displayOptions: forType('card'),
	}),
	{
		displayName: 'Card Layout',
		name: 'cardLayout',
		type: 'collection',
		placeholder: 'Add layout',
		default: {},
		displayOptions: forType('card'),
		options: [
			{
				displayName: 'Orientation',
				name: 'orientation',
				type: 'options',
				options: [
					{ name: 'Horizontal', value: 'horizontal' },
					{ name: 'Vertical', value: 'vertical' },
				],
				default: 'vertical',
			},
			mediaHeight,
			{
				displayName: 'Picture Side',
				name: 'imageAlignment',
				type: 'options',
				options: [
					{ name: 'Left', value: 'left' },
					{ name: 'Right', value: 'right' },
				],
				default: 'left',
				description: 'Where the picture stands on a horizontal card',
			},
			{
				displayName: 'Thumbnail URL',
				name: 'thumbnailUrl',
				type: 'string',
				default: '',
				description: 'A small picture that shows until the video or picture is loaded',
			},
		],
	},
];

const carouselProperties: INodeProperties[] = [
	{
		displayName: 'Cards From',
		name: 'cardsFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Form', value: 'form', description: 'Write each card here' },
			{ name: 'List', value: 'list', description: 'Make one card of each entry, such as a cart' },
		],
		default: 'form',
		displayOptions: forType('carousel'),
	},
	{
		displayName: 'Cards',
		name: 'cards',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Card',
		default: {},
		description: 'Between 2 and 10 cards',
		displayOptions: { show: { messageType: ['carousel'], cardsFrom: ['form'] } },
		options: [
			{
				displayName: 'Card',
				name: 'card',
				values: [
					...cardFields,
					mediaHeight,
					suggestionsProperty({
						displayName: 'Buttons',
						name: 'suggestions',
						placeholder: 'Add Button',
					}),
				],
			},
		],
	},
	...listProperties(),
	{
		displayName: 'Card Width',
		name: 'cardWidth',
		type: 'options',
		options: [
			{ name: 'Medium', value: 'medium' },
			{ name: 'Small', value: 'small' },
		],
		default: 'medium',
		displayOptions: forType('carousel'),
	},
];

/** Cards from a list: each text may name fields of an entry in braces. */
function listProperties(): INodeProperties[] {
	const displayOptions = { show: { messageType: ['carousel'], cardsFrom: ['list'] } };
	return [
		{
			displayName: 'List',
			name: 'listItems',
			type: 'json',
			default: '',
			required: true,
			placeholder: 'e.g. {{ $json.line_items }}',
			description:
				'One card is made of each entry. Below, write a field of the entry in braces, such as {title} or {image.src}.',
			displayOptions,
		},
		{
			displayName: 'Card Title',
			name: 'listTitle',
			type: 'string',
			default: '{title}',
			placeholder: 'e.g. {title}',
			displayOptions,
		},
		{
			displayName: 'Card Description',
			name: 'listDescription',
			type: 'string',
			default: '',
			placeholder: 'e.g. {quantity} × {price}',
			displayOptions,
		},
		{
			displayName: 'Card Picture URL',
			name: 'listMediaUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. {image.src}',
			displayOptions,
		},
		suggestionsProperty({
			displayName: 'Buttons on Each Card',
			name: 'listSuggestions',
			placeholder: 'Add Button',
			description: 'Texts, links and postback data may name fields of the entry, such as {url}',
			displayOptions,
		}),
		{
			displayName: 'Maximum Cards',
			name: 'listLimit',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10 },
			default: 10,
			description:
				'How many entries become cards; a single entry becomes one card without a carousel',
			displayOptions,
		},
	];
}

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
	{
		displayName: 'Thumbnail URL',
		name: 'fileThumbnailUrl',
		type: 'string',
		default: '',
		description: 'A small picture that stands for a video',
		displayOptions: forType('file'),
	},
];

const templateProperties: INodeProperties[] = [
	{
		displayName: 'Template Name or ID',
		name: 'templateId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. order_shipped',
		description: 'As the provider lists it; Manage Template can list them',
		displayOptions: forType('template'),
	},
	{
		displayName: 'Variables',
		name: 'templateVariables',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Variable',
		default: {},
		displayOptions: forType('template'),
		options: [
			{
				displayName: 'Variable',
				name: 'variable',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '' },
					{ displayName: 'Value', name: 'value', type: 'string', default: '' },
				],
			},
		],
	},
	...forProviders<INodeProperties>(
		{
			displayName: 'Language',
			name: 'templateLanguage',
			type: 'string',
			default: '',
			placeholder: 'e.g. en',
			displayOptions: forType('template'),
		},
		'provider',
		({ profile }) => profile.options.includes('language'),
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
	...cardProperties,
	...carouselProperties,
	...fileProperties,
	...templateProperties,
	...jsonProperties,
	suggestionsProperty({
		displayName: 'Suggestions',
		name: 'suggestions',
		description: 'Quick replies and links under the message that the person can tap',
		displayOptions: forType('text', 'card', 'carousel', 'file'),
	}),
];
