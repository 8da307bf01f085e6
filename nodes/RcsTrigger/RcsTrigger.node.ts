import {
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { agentLocator } from '../shared/agentLocator';
import { credentials } from './credentials';
import { checkExists, create, remove } from './lifecycle';
import { properties } from './properties';
import { receive } from './receive';

export class RcsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'RCS Trigger',
		name: 'rcsTrigger',
		icon: { light: 'file:../../icons/rcs.svg', dark: 'file:../../icons/rcs.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["provider"] + ": " + $parameter["events"].join(", ") }}',
		description:
			'Start a workflow when an RCS message is delivered, read, tapped or answered, or a person opts out',
		defaults: { name: 'RCS Trigger' },
		eventTriggerDescription: 'Waiting for an RCS event, such as a tap on a button',
		activationMessage:
			'From now on, every RCS event you chose starts this workflow. Duplicates and forged webhooks do not.',
		triggerPanel: {
			header: 'Get RCS events as they happen',
			executionsHelp: {
				inactive:
					'Webhooks have two modes: test and production.<br /><br /><b>Test mode</b> is for building your workflow. Click "Execute step", then tap a button or reply on your phone. The event shows here.<br /><br /><b>Production mode</b> runs the workflow by itself. Publish the workflow; its runs show in the executions list, but not here.',
				active:
					'Webhooks have two modes: test and production.<br /><br /><b>Test mode</b> is for building your workflow. Click "Execute step", then tap a button or reply on your phone. The event shows here.<br /><br /><b>Production mode</b> runs the workflow by itself. This workflow is published, so it runs for every event; its runs show in the executions list.',
			},
			activationHint:
				'Once your workflow works, publish it, so that it runs for every event without you.',
		},
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials,
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties,
	};

	methods = { listSearch: { [agentLocator.searchName]: agentLocator.search } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return checkExists(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return create(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return remove(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return receive(this);
	}
}
