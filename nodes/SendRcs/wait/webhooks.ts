import { type IWebhookDescription, SEND_AND_WAIT_OPERATION } from 'n8n-workflow';

/** Where answers arrive: n8n takes them only with its signature, because the operation is sendAndWait. */
export const webhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: '',
		path: '={{ $nodeId }}',
		restartWebhook: true,
		isFullPath: true,
	},
];

/** What the node says on the canvas while it waits. */
export const waitingNodeTooltip = `={{ $parameter["operation"] === "${SEND_AND_WAIT_OPERATION}" ? "Execution continues when the person taps or writes" : "" }}`;
