import type { INodeProperties } from 'n8n-workflow';
import { previewOptionsProperty } from '../shared/preview/properties';
import { providerProperty } from '../shared/providerForm';
import { contentProperties } from './content.properties';
import { fallbackProperties } from './fallback.properties';
import { gateProperties } from './gate/gate.properties';
import { forOperations, operationProperties } from './operation.properties';
import { drawnOptionsProperty, optionsProperty } from './options.properties';
import { questionProperties, waitOptionsProperty } from './wait/properties';
import { referenceProperties } from './reference.properties';

const to: INodeProperties = {
	displayName: 'To',
	name: 'to',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +447700900123',
	description: 'The phone number with + and its country code',
};

const previewTo =
	'The phone number with + and its country code. It is not drawn: fill it in to have it checked.';

export const properties: INodeProperties[] = [
	providerProperty(() => true),
	...operationProperties,
	...forOperations(to, 'send', 'sendAndWait', 'sendTyping', 'markAsRead'),
	...forOperations({ ...to, required: false, description: previewTo }, 'preview'),
	...questionProperties.flatMap((field) => forOperations(field, 'sendAndWait')),
	...contentProperties.flatMap((field) => forOperations(field, 'send', 'preview')),
	...fallbackProperties.flatMap((field) => forOperations(field, 'send', 'preview', 'sendAndWait')),
	...gateProperties.flatMap((field) => forOperations(field, 'send', 'sendAndWait')),
	...forOperations(optionsProperty, 'send'),
	...forOperations(drawnOptionsProperty, 'preview'),
	...forOperations(previewOptionsProperty, 'preview'),
	...forOperations(waitOptionsProperty, 'sendAndWait'),
	...referenceProperties,
];
