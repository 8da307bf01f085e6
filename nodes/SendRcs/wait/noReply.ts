import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** Whether this is the node that n8n made of Send RCS for AI agents: it has one output, which the agent reads. */
export function isForAgent(context: Pick<IExecuteFunctions, 'getNode'>): boolean {
	return context.getNode().type.endsWith('HitlTool');
}

/** What leaves where nobody answers: by Not Replied or, for an agent, by the one output there is. */
export function noReply(
	context: Pick<IExecuteFunctions, 'getNode'>,
	item: INodeExecutionData,
): INodeExecutionData[][] {
	return isForAgent(context) ? [[item]] : [[], [], [item]];
}

/**
 * Has the item leave by Not Replied when n8n's timer ends the wait. n8n then takes the node for a disabled one, which
 * passes on what came in: the first input by the first output or, where the metadata say so, every input by the output
 * of its number. So the item is put there. Each input has a source by which n8n finds the items it came from.
 */
export function leaveWhenTimeIsOver(context: IExecuteFunctions, item: INodeExecutionData): void {
	const data = context.getExecuteData();
	data.data = { main: noReply(context, item) };
	if (isForAgent(context)) return;
	const [source = null] = data.source?.['main'] ?? [];
	if (data.source) data.source = { main: [source, source, source] };
	context.setMetadata({ forwardAllOutputs: true });
}
