import { type IHookFunctions, type NodeApiError, NodeOperationError } from 'n8n-workflow';
import { loadService } from '../shared/connectorService';
import { nodeErrorOf } from '../shared/nodeErrors';
import type { TriggerOptions } from './options';

/** What keeps events from being handed on, found before the first one comes. */
export async function serviceProblem(
	context: IHookFunctions,
	{ handOn, verify }: TriggerOptions,
): Promise<NodeApiError | NodeOperationError | undefined> {
	if (!handOn) return undefined;
	const node = context.getNode();
	if (!verify) {
		const message = 'Only verified webhooks are handed to the Connector Service';
		const description =
			"Turn on 'Verify Webhooks' in Options, or turn off 'Hand Events to Connector Service': anyone could opt people in and out otherwise.";
		return new NodeOperationError(node, message, { description });
	}
	try {
		const service = await loadService(context);
		await service.post('/v1/events', { events: [] });
		return undefined;
	} catch (error) {
		return nodeErrorOf(node, error);
	}
}
