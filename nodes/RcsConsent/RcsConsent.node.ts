import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';
import { execute } from './execute';
import { properties } from './properties';

/** Programmatic, because many items become few calls, with three outputs. */
export class RcsConsent implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'RCS Consent',
		name: 'rcsConsent',
		icon: { light: 'file:../../icons/rcs.svg', dark: 'file:../../icons/rcs.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] }}',
		description:
			'Check and record who agreed to RCS messages, with proof, in the consent ledger of the Connector Service',
		defaults: { name: 'RCS Consent' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Opted In', 'Not Opted In', 'Failed'],
		credentials: [{ name: 'rcsConnectorsApi', required: true }],
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return execute(this);
	}
}
