import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { EventType } from '../../core/event/types';
import type { Profile } from '../../core/provider';
import { type ProviderId, providerIds, providers } from '../../core/providers';
import { POSSIBLE_OPT_OUT } from './options';

const words: Readonly<Record<EventType, { name: string; description: string }>> = {
	'agent.updated': {
		name: 'Agent Updated',
		description: 'The provider changed the status of a sender or test number',
	},
	'capability.result': {
		name: 'Capability Result',
		description: 'The answer to a capability check',
	},
	'conversation.started': {
		name: 'Conversation Started',
		description: 'A billed conversation began',
	},
	'message.clicked': {
		name: 'Message Clicked',
		description: 'The person tapped an action, such as a link',
	},
	'message.complained': {
		name: 'Message Complained',
		description: 'The person reported a message as spam',
	},
	'message.delivered': { name: 'Message Delivered', description: 'A message reached the phone' },
	'message.expired': {
		name: 'Message Expired',
		description: 'A message was not delivered in its validity time',
	},
	'message.failed': { name: 'Message Failed', description: 'A message was not delivered' },
	'message.fallback': {
		name: 'Message Fallback',
		description: 'RCS could not deliver and another channel, such as SMS, took over',
	},
	'message.queued': { name: 'Message Queued', description: 'The provider took a message' },
	'message.read': { name: 'Message Read', description: 'The person opened a message' },
	'message.received': {
		name: 'Message Received',
		description: 'The person wrote, or sent a file or location, without answering a message',
	},
	'message.replied': {
		name: 'Message Replied',
		description: 'The person tapped a reply, submitted a form or answered a message',
	},
	'message.revoked': { name: 'Message Revoked', description: 'A message was taken back' },
	'message.sent': { name: 'Message Sent', description: 'The provider sent a message' },
	'template.approved': { name: 'Template Approved', description: 'A template may be used now' },
	'template.rejected': { name: 'Template Rejected', description: 'A template was refused' },
	'template.updated': {
		name: 'Template Updated',
		description: 'The status of a template changed in another way',
	},
	unknown: { name: 'Unknown', description: 'A webhook that this node does not understand' },
	'user.optedIn': { name: 'User Opted In', description: 'The person asked for messages again' },
	'user.optedOut': { name: 'User Opted Out', description: 'The person asked for no more messages' },
	'user.typing': { name: 'User Typing', description: 'The person is writing' },
};

const usual: readonly EventType[] = [
	'message.replied',
	'message.clicked',
	'message.received',
	'user.optedOut',
];

/** The Trigger On parameter: for each provider, what its webhooks can tell. */
export function eventsProperties(): INodeProperties[] {
	return providerIds.map((id) => {
		return {
			displayName: 'Trigger On',
			name: 'events',
			type: 'multiOptions',
			required: true,
			options: optionsOf(id),
			default: [...usualAt(id)],
			displayOptions: { show: { provider: [id] } },
		};
	});
}

/** What is chosen at first. An event that hardly ever comes would only look as if taps were heard. */
function usualAt(id: ProviderId): readonly EventType[] {
	const { tapsAreTexts }: Profile = providers[id].profile;
	return usual.filter(
		(type) => eventsOf(id).includes(type) && !(tapsAreTexts && type === 'message.replied'),
	);
}

function eventsOf(id: ProviderId): readonly EventType[] {
	return [...providers[id].profile.events, 'unknown'];
}

/** A choice that is no event of its own: of the texts people write, those that may be an opt-out. */
const possibleOptOut: INodePropertyOptions = {
	name: 'Possible Opt-Out',
	value: POSSIBLE_OPT_OUT,
	description:
		'The person wrote what may be an opt-out, in Message Received or Message Replied with the field optOut: somebody has to read it',
};

function optionsOf(id: ProviderId): INodePropertyOptions[] {
	const events: INodePropertyOptions[] = eventsOf(id).map((value) => ({ ...words[value], value }));
	const hearsTexts = eventsOf(id).includes('message.received');
	return [...events, ...(hearsTexts ? [possibleOptOut] : [])].sort((a, b) =>
		a.name.localeCompare(b.name),
	);
}
