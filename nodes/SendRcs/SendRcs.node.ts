import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { providerCredentials } from '../shared/providerForm';
import { properties } from './properties';
import { sendItems } from './sendItems';

/** Programmatic, because many items become few requests, under a rate limit, with two outputs. */
export class SendRcs implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Send RCS',
		name: 'sendRcs',
		icon: { light: 'file:../../icons/rcs.svg', dark: 'file:../../icons/rcs.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["messageType"] + ": " + $parameter["provider"] }}',
		description:
			'Send RCS messages with cards, carousels and suggestions, with SMS or MMS as fallback',
		defaults: { name: 'Send RCS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Sent', 'Not Sent'],
		credentials: providerCredentials(() => true),
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return sendItems(this);
	}
}
