import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { forProviders } from '../shared/providerForm';
import { optionsProperty } from './options.properties';
import { forOperations } from './operation.properties';

const messageId: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5b0c3f0e-7a51-5f43-9d0d-3c0d2b9a6f11',
};

const needsMessage = ({ profile }: Provider): boolean => profile.readNeedsMessageId === true;

const readByMessage: INodeProperties = {
	...messageId,
	required: true,
	description: 'The inboundId of an event of RCS Trigger: the message of the person',
};

const readInChat: INodeProperties = {
	...messageId,
	description:
		'The inboundId of an event of RCS Trigger: the message of the person. If empty, their latest one.',
};

/** Options of sending that mean the same for the other operations. */
const shared = ['concurrency', 'defaultCountry', 'from', 'includeInput'];

const own: INodeProperties[] = [
	{
		displayName: 'Include Raw Response',
		name: 'includeRaw',
		type: 'boolean',
		default: false,
		description: "Whether to add the provider's own answer, where it has one",
	},
	{
		displayName: 'Requests per Second',
		name: 'perSecond',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description: 'The most requests in any second; 0 sets no limit',
	},
	{
		displayName: 'Retries',
		name: 'retries',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 0, maxValue: 10 },
		default: 3,
		description: 'How often to try again when the provider is busy or does not answer',
	},
];

function isField(option: object): option is INodeProperties {
	return 'displayName' in option && 'type' in option;
}

const options: INodeProperties = {
	...optionsProperty,
	options: [
		...(optionsProperty.options ?? []).filter(isField).filter(({ name }) => shared.includes(name)),
		...own,
	].sort((a, b) => a.displayName.localeCompare(b.displayName)),
};

/** The fields of the operations that are about a message that was sent, or about its chat. */
export const referenceProperties: INodeProperties[] = [
	...forOperations(
		{
			...messageId,
			required: true,
			description:
				'The providerMessageId that Send gave for the message, where there is one, else its messageId',
		},
		'getStatus',
		'revoke',
	),
	...forOperations(
		{
			displayName: 'To',
			name: 'to',
			type: 'string',
			default: '',
			placeholder: 'e.g. +447700900123',
			description:
				'The phone number the message went to; some providers need it to find the message',
		},
		'getStatus',
		'revoke',
	),
	...[
		...forProviders(readByMessage, 'provider', needsMessage),
		...forProviders(readInChat, 'provider', (provider) => !needsMessage(provider)),
	].flatMap((field) => forOperations(field, 'markAsRead')),
	...forOperations(options, 'getStatus', 'markAsRead', 'revoke', 'sendTyping'),
];
