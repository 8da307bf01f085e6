import type { IWebhookFunctions } from 'n8n-workflow';
import type { Delivery } from '../../core/webhook/delivery';

/** The part of n8n's request object that a delivery is read from. */
interface WebhookRequest {
	method: string;
	headers: Record<string, string | string[] | undefined>;
	originalUrl?: string;
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

/** The webhook as it arrived, with its raw bytes and the public URL that was called. */
export async function readDelivery(context: IWebhookFunctions, now: Date): Promise<Delivery> {
	const request: WebhookRequest = context.getRequestObject();
	// n8n reads the body of content types it does not parse only when asked to.
	if (!request.rawBody) await request.readRawBody?.();
	return {
		method: request.method,
		url: publicUrl(context, request.originalUrl),
		headers: headersOf(request),
		body: request.rawBody ?? Buffer.alloc(0),
		receivedAt: now.toISOString(),
	};
}

/** In a test, another URL is called than in production; an older n8n names only the latter. */
function publicUrl(context: IWebhookFunctions, originalUrl = ''): string {
	const url =
		context.getWebhookResourceUrl?.('default') ?? context.getNodeWebhookUrl('default') ?? '';
	const query = originalUrl.indexOf('?');
	return query < 0 ? url : url + originalUrl.slice(query);
}

function headersOf({ headers }: WebhookRequest): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).flatMap(([name, value]) =>
			value === undefined ? [] : [[name.toLowerCase(), [value].flat().join(', ')]],
		),
	);
}
