import {
	type INodeProperties,
	type INodePropertyOptions,
	SEND_AND_WAIT_OPERATION,
} from 'n8n-workflow';
import type { Provider } from '../../core/provider';
import { forProviders, providersThat } from '../shared/providerForm';
import { type OperationName, operations } from './operations';

type Value = OperationName | 'preview' | 'send' | typeof SEND_AND_WAIT_OPERATION;

const has = (value: Value): ((provider: Provider) => boolean) =>
	value === 'preview' || value === 'send' || value === SEND_AND_WAIT_OPERATION
		? () => true
		: operations[value].has;

/** Alphabetical, as n8n wants it. */
const choices: readonly (INodePropertyOptions & { value: Value })[] = [
	{
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get status of message',
		description: 'Ask the provider what became of a message',
	},
	{
		name: 'Mark as Read',
		value: 'markAsRead',
		action: 'Mark message as read',
		description: 'Show the person that their message was read',
	},
	{
		name: 'Preview',
		value: 'preview',
		action: 'Preview message',
		description: 'Draw the message as it would arrive, without sending it',
	},
	{
		name: 'Revoke',
		value: 'revoke',
		action: 'Revoke message',
		description: 'Take a message back that did not reach the phone yet',
	},
	{ name: 'Send', value: 'send', action: 'Send message', description: 'Send a message' },
	{
		name: 'Send and Wait for Response',
		value: SEND_AND_WAIT_OPERATION,
		action: 'Send message and wait for response',
		description: 'Ask a person, and go on with what they tap or write in the chat',
	},
	{
		name: 'Send Typing Indicator',
		value: 'sendTyping',
		action: 'Send typing indicator',
		description: 'Show the person that an answer is being written',
	},
];

export const operationProperties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [{ name: 'Message', value: 'message' }],
		default: 'message',
	},
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['message'] } },
		options: choices.flatMap((choice) => forProviders(choice, 'provider', has(choice.value))),
		default: 'send',
	},
];

/** A field for some operations; it is not there where no provider has any of them. */
export function forOperations(field: INodeProperties, ...wanted: Value[]): INodeProperties[] {
	const offered = wanted.filter((value) => providersThat(has(value)).length > 0);
	if (offered.length === 0) return [];
	const show = { ...field.displayOptions?.show, operation: offered };
	return [{ ...field, displayOptions: { ...field.displayOptions, show } }];
}
