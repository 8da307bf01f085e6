import type { INodeProperties } from 'n8n-workflow';
import { eventTypes } from '../../core/event/types';
import { only, people, withHistory } from './shownFor';

/** Signals that are kept nowhere. */
const notKept: readonly string[] = ['user.typing', 'unknown'];

/** `message.delivered` as people read it: `Message Delivered`. */
function nameOf(type: string): string {
	const words = type.replace('.', ' ').replace('opted', 'opted ');
	return words.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** Options of HubSpot. */
export const hubspotOptions: INodeProperties[] = [
	{
		displayName: 'Event Name',
		name: 'eventName',
		type: 'string',
		default: '',
		placeholder: 'e.g. pe123_rcs_event',
		description:
			'The full name of the custom event. Set Up Fields with History As Custom Events creates it and shows the name.',
		displayOptions: only(['writeEngagement'], 'hubspot'),
	},
	{
		displayName: 'Event Types',
		name: 'eventTypes',
		type: 'multiOptions',
		options: eventTypes
			.filter((type) => !notKept.includes(type))
			.map((value) => ({ name: nameOf(value), value }))
			.sort((a, b) => a.name.localeCompare(b.name)),
		default: [],
		description: 'What is kept as history; by default, everything',
		displayOptions: only(['writeEngagement'], 'hubspot'),
	},
	{
		displayName: 'History As',
		name: 'historyAs',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: 'Custom events where an event name is set, else communications',
			},
			{
				name: 'Communications',
				value: 'communications',
				description: 'A logged message a contact and day, in every edition',
			},
			{
				name: 'Custom Events',
				value: 'customEvents',
				description: 'Each event on the timeline and in reports; needs Enterprise',
			},
		],
		default: 'auto',
		description: 'How what happened is kept beside the fields',
		displayOptions: only(withHistory, 'hubspot'),
	},
	{
		displayName: 'Time Zone',
		name: 'timeZone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/London',
		description:
			'The time zone of the account: the day a communication belongs to, and when its day of calls ends. UTC if empty.',
		displayOptions: only(people, 'hubspot'),
	},
];
