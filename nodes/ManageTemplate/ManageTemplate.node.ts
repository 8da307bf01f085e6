import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { agentLocator } from '../shared/agentLocator';
import { providerCredentials } from '../shared/providerForm';
import { searchTemplates } from '../shared/searchTemplates';
import { getCarriers } from './getCarriers';
import { manageItems } from './manageItems';
import { previewItems } from './preview/previewItems';
import { hasTemplates, properties } from './properties';

/** Programmatic, because the requests are made by the provider's adapter, as in the other nodes. */
export class ManageTemplate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Manage Template',
		name: 'manageTemplate',
		icon: { light: 'file:../../icons/rcs.svg', dark: 'file:../../icons/rcs.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["provider"] }}',
		description: 'Create, read, update, submit and delete RCS message templates',
		defaults: { name: 'Manage Template' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: providerCredentials(hasTemplates),
		properties,
	};

	methods = {
		listSearch: { searchTemplates, [agentLocator.searchName]: agentLocator.search },
		loadOptions: { getCarriers },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0);
		if (operation === 'preview' || operation === 'previewDraft')
			return [await previewItems(this, operation)];
		return [await manageItems(this)];
	}
}
