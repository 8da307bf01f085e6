import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
	NodeOperationError,
	SEND_AND_WAIT_OPERATION,
} from 'n8n-workflow';
import { agentLocator } from '../shared/agentLocator';
import { searchTemplates } from '../shared/searchTemplates';
import { credentials } from './credentials';
import { operateItems } from './operateItems';
import { isOther } from './operations';
import { previewItems } from './preview/previewItems';
import { properties } from './properties';
import { sendItems } from './sendItems';
import { getTemplateVariables } from './templateVariables';
import { outputs } from './wait/outputs';
import { resume } from './wait/resume';
import { sendAndWait } from './wait/sendAndWait';
import { waitingNodeTooltip, webhooks } from './wait/webhooks';

/** Programmatic, because many items become few requests, under a rate limit, with two outputs. */
export class SendRcs implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Send RCS',
		name: 'sendRcs',
		icon: { light: 'file:../../icons/rcs.svg', dark: 'file:../../icons/rcs.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] + ($parameter["operation"] === "send" ? " " + $parameter["messageType"] : "") + ": " + $parameter["provider"] }}',
		description:
			'Send RCS messages with cards, carousels and suggestions, with SMS, MMS or WhatsApp as fallback, wait for the reply, and revoke or look up what was sent',
		defaults: { name: 'Send RCS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs,
		credentials,
		webhooks,
		waitingNodeTooltip,
		properties,
	};

	methods = {
		listSearch: { searchTemplates, [agentLocator.searchName]: agentLocator.search },
		resourceMapping: { getTemplateVariables },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0, 'send');
		if (operation === 'send') return sendItems(this);
		if (operation === 'preview') return previewItems(this);
		if (operation === SEND_AND_WAIT_OPERATION) return sendAndWait(this);
		if (isOther(operation)) return operateItems(this, operation);
		throw new NodeOperationError(this.getNode(), `There is no operation '${String(operation)}'`);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return resume(this);
	}
}
