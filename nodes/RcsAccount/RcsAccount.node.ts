import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { credentials, properties } from './form';
import { runItems } from './runItems';
import { searches } from './searches';

/** Programmatic, because the requests are made by the provider's adapter, as in the other nodes. */
export class RcsAccount implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'RCS Account',
		name: 'rcsAccount',
		icon: { light: 'file:../../icons/rcs.svg', dark: 'file:../../icons/rcs.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Work with what an account at an RCS provider holds: agents, test numbers, contacts, reports, logs, files and webhooks, and with the figures of campaigns',
		defaults: { name: 'RCS Account' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		properties,
	};

	methods = { listSearch: searches };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await runItems(this)];
	}
}
