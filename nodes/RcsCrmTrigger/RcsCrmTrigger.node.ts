import {
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { crmCredentials } from '../shared/crmForm';
import { poll } from './poll';
import { properties } from './properties';

export class RcsCrmTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'RCS CRM Trigger',
		name: 'rcsCrmTrigger',
		icon: { light: 'file:../../icons/rcs.svg', dark: 'file:../../icons/rcs.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["crm"] }}',
		description:
			'Start a workflow when somebody opts a person in or out of RCS messages in HubSpot or Salesforce',
		defaults: { name: 'RCS CRM Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Consent', 'Problems'],
		credentials: crmCredentials,
		properties,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return poll(this);
	}
}
