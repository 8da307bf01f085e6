import type { INodeProperties } from 'n8n-workflow';
import { providerProperty } from '../shared/providerForm';
import { contentProperties } from './content.properties';
import { fallbackProperties } from './fallback.properties';
import { optionsProperty } from './options.properties';

export const properties: INodeProperties[] = [
	providerProperty(() => true),
	{
		displayName: 'To',
		name: 'to',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +447700900123',
		description: 'The phone number with its country code',
	},
	...contentProperties,
	...fallbackProperties,
	optionsProperty,
];
