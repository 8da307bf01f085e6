import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { SuggestionType } from '../../core/message/types';
import { forProviders } from './providerForm';

type Named = Pick<INodeProperties, 'displayName' | 'name'> & Partial<INodeProperties>;

/** The form of a list of suggestions; `suggestionsFrom` reads what is filled in. */
export function suggestionsProperty(named: Named): INodeProperties {
	return {
		placeholder: 'Add Suggestion',
		description: 'Buttons that the person can tap',
		...named,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		options: [{ displayName: 'Suggestion', name: 'suggestion', values: fields }],
	};
}

function only(...type: SuggestionType[]): Pick<INodeProperties, 'displayOptions'> {
	return { displayOptions: { show: { type } } };
}

/** Each type is offered where the provider carries it. Alphabetical, as n8n wants it. */
const types: readonly (INodePropertyOptions & { value: SuggestionType })[] = [
	{
		name: 'Call Number',
		value: 'dial',
		description: 'Opens the phone app with a number',
	},
	{
		name: 'Create Calendar Event',
		value: 'calendar',
		description: 'Opens the calendar with a new event',
	},
	{ name: 'Open URL', value: 'openUrl', description: 'Opens a web page' },
	{ name: 'Reply', value: 'reply', description: 'Answers in the chat' },
	{
		name: 'Search on Map',
		value: 'viewLocationQuery',
		description: 'Opens the map with a search',
	},
	{
		name: 'Share Location',
		value: 'shareLocation',
		description: 'Asks the person where they are',
	},
	{
		name: 'Show Location',
		value: 'viewLocation',
		description: 'Opens the map at a place',
	},
];

const fields: INodeProperties[] = [
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		default: 'reply',
		options: types.flatMap((type) =>
			forProviders(type, '/provider', ({ profile }) => profile.suggestions.includes(type.value)),
		),
	},
	{
		displayName: 'Button Text',
		name: 'text',
		type: 'string',
		default: '',
		placeholder: 'e.g. Track order',
		description:
			'What the button says, up to 25 characters. If an expression gives an empty text, the button is left out.',
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/orders/1234',
		...only('openUrl'),
	},
	...forProviders<INodeProperties>(
		{
			displayName: 'Open In',
			name: 'webview',
			type: 'options',
			options: [
				{ name: 'Browser', value: 'browser' },
				{ name: 'Chat, Full Screen', value: 'full' },
				{ name: 'Chat, Half Screen', value: 'half' },
				{ name: 'Chat, Three Quarters', value: 'tall' },
			],
			default: 'browser',
			description: 'Where the page opens',
			...only('openUrl'),
		},
		'/provider',
		({ profile }) => profile.options.includes('webview'),
	),
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		placeholder: 'e.g. +447700900123',
		...only('dial'),
	},
	{
		displayName: 'Latitude',
		name: 'latitude',
		type: 'number',
		typeOptions: { minValue: -90, maxValue: 90, numberPrecision: 7 },
		default: 0,
		...only('viewLocation'),
	},
	{
		displayName: 'Longitude',
		name: 'longitude',
		type: 'number',
		typeOptions: { minValue: -180, maxValue: 180, numberPrecision: 7 },
		default: 0,
		...only('viewLocation'),
	},
	{
		displayName: 'Place Name',
		name: 'label',
		type: 'string',
		default: '',
		placeholder: 'e.g. Our shop',
		description: 'What the map pin says',
		...only('viewLocation'),
	},
	{
		displayName: 'Search Text',
		name: 'query',
		type: 'string',
		default: '',
		placeholder: 'e.g. Coffee near the station',
		...only('viewLocationQuery'),
	},
	{
		displayName: 'Event Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. Parcel delivery',
		...only('calendar'),
	},
	{
		displayName: 'Event Description',
		name: 'description',
		type: 'string',
		default: '',
		...only('calendar'),
	},
	{
		displayName: 'Event Start',
		name: 'startTime',
		type: 'dateTime',
		default: '',
		description: "In the workflow's time zone, unless the time names its own",
		...only('calendar'),
	},
	{
		displayName: 'Event End',
		name: 'endTime',
		type: 'dateTime',
		default: '',
		description: "In the workflow's time zone, unless the time names its own",
		...only('calendar'),
	},
	{
		displayName: 'Postback Data',
		name: 'postbackData',
		type: 'string',
		default: '',
		placeholder: 'e.g. track:1234',
		description:
			'Comes back in RCS Trigger when the button is tapped; the person never sees it. The button text if empty.',
	},
];
