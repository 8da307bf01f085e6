import type { INodeProperties } from 'n8n-workflow';
import { commonOptions } from './common.properties';
import { hubspotOptions } from './hubspot.properties';
import { salesforceOptions } from './salesforce.properties';

/** In the order of the alphabet, as n8n wants it. */
const options: INodeProperties[] = [
	...commonOptions,
	...hubspotOptions,
	...salesforceOptions,
].toSorted((a, b) => a.displayName.localeCompare(b.displayName));

/** What people call the options. */
export const optionNames: Readonly<Record<string, string>> = Object.fromEntries(
	options.map(({ name, displayName }) => [name, displayName]),
);

export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options,
};
