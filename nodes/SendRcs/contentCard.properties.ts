import type { INodeProperties } from 'n8n-workflow';
import type { MessageOption } from '../../core/message/limits';
import { forProviders } from '../shared/providerForm';
import { suggestionsProperty } from '../shared/suggestions.property';
import { forTypeByHand } from './contentType';

export const mediaHeight: INodeProperties = {
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
export const cardFields: INodeProperties[] = [
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

function where(option: MessageOption, field: INodeProperties): INodeProperties[] {
	return forProviders(field, '/provider', ({ profile }) => profile.options.includes(option));
}

/** How a card is laid out, where the provider can be told. */
const layoutFields: INodeProperties[] = [
	...where('orientation', {
		displayName: 'Orientation',
		name: 'orientation',
		type: 'options',
		options: [
			{ name: 'Horizontal', value: 'horizontal' },
			{ name: 'Vertical', value: 'vertical' },
		],
		default: 'vertical',
	}),
	mediaHeight,
	...where('orientation', {
		displayName: 'Picture Side',
		name: 'imageAlignment',
		type: 'options',
		options: [
			{ name: 'Left', value: 'left' },
			{ name: 'Right', value: 'right' },
		],
		default: 'left',
		description: 'Where the picture stands on a horizontal card',
	}),
	...where('thumbnail', {
		displayName: 'Thumbnail URL',
		name: 'thumbnailUrl',
		type: 'string',
		default: '',
		description: 'A small picture that shows until the video or picture is loaded',
	}),
];

/** A single card. */
export const cardProperties: INodeProperties[] = [
	...cardFields.map((field) => ({
		...field,
		name: cardName[field.name] ?? field.name,
		displayOptions: forTypeByHand('card'),
	})),
	suggestionsProperty({
		displayName: 'Buttons on the Card',
		name: 'cardSuggestions',
		placeholder: 'Add Button',
		displayOptions: forTypeByHand('card'),
	}),
	{
		displayName: 'Card Layout',
		name: 'cardLayout',
		type: 'collection',
		placeholder: 'Add layout',
		default: {},
		displayOptions: forTypeByHand('card'),
		options: layoutFields,
	},
];
