import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { agentLocator } from '../shared/agentLocator';
import { providerCredentials } from '../shared/providerForm';
import { checkItems } from './checkItems';
import { canCheck, properties } from './properties';

/** Programmatic, because many items become few bulk requests, with three outputs. */
export class CheckCapability implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Check Capability',
		name: 'checkCapability',
		icon: { light: 'file:../../icons/rcs.svg', dark: 'file:../../icons/rcs.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["provider"] }}',
		description: 'Find out which phone numbers can receive RCS messages',
		defaults: { name: 'Check Capability' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['RCS', 'Not RCS', 'Unknown'],
		credentials: providerCredentials(canCheck),
		properties,
	};

	methods = { listSearch: { [agentLocator.searchName]: agentLocator.search } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return checkItems(this);
	}
}
