import type { INodeProperties } from 'n8n-workflow';
import { forProviders } from '../shared/providerForm';
import { suggestionsProperty } from '../shared/suggestions.property';
import { cardFields, mediaHeight } from './contentCard.properties';
import { forType } from './contentType';

/** Cards side by side, written here or made of a list. */
export const carouselProperties: INodeProperties[] = [
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
	...forProviders<INodeProperties>(
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
		'provider',
		({ profile }) => profile.options.includes('width'),
	),
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
