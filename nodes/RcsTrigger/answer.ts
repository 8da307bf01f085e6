import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { Reply } from '../../core/webhook/delivery';

/** The part of n8n's response object that is used here. */
interface WebhookResponse {
	status(code: number): WebhookResponse;
	setHeader(name: string, value: string): void;
	json(body: unknown): unknown;
	send(body: string): unknown;
}

/** Answers without starting the workflow. n8n ignores `webhookResponse` in this response mode. */
export function answer(
	context: IWebhookFunctions,
	status: number,
	body: IDataObject,
): IWebhookResponseData {
	const response: WebhookResponse = context.getResponseObject();
	response.status(status).json(body);
	return { noWebhookResponse: true };
}

/** Answers a check of the endpoint in the provider's own words. */
export function answerReply(context: IWebhookFunctions, reply: Reply): IWebhookResponseData {
	const response: WebhookResponse = context.getResponseObject();
	for (const [name, value] of Object.entries(reply.headers)) response.setHeader(name, value);
	response.status(reply.status).send(reply.body);
	return { noWebhookResponse: true };
}
