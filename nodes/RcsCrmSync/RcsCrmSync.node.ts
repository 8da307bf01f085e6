import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { crmCredentials } from '../shared/crmForm';
import { execute } from './execute';
import { properties } from './properties';

/** Programmatic, because many items become few calls, with three outputs. */
export class RcsCrmSync implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'RCS CRM Sync',
		name: 'rcsCrmSync',
		icon: { light: 'file:../../icons/rcs.svg', dark: 'file:../../icons/rcs.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["crm"] }}',
		description: 'Keep RCS engagement and opt-in on the records of HubSpot or Salesforce',
		defaults: { name: 'RCS CRM Sync' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Done', 'Unmatched', 'Failed'],
		credentials: crmCredentials,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return execute(this);
	}
}
