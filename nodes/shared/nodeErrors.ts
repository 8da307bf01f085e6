import { type INode, type JsonObject, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { type ErrorCategory, type ProviderError, RcsError } from '../../core/errors';

/** What n8n should know of a failure, so that its own retry and its hints fit. */
const failures: Partial<
	Record<
		ErrorCategory,
		'rate-limited' | 'temporarily-unavailable' | 'credential-invalid' | 'configuration-invalid'
	>
> = {
	auth: 'credential-invalid',
	permission: 'configuration-invalid',
	configuration: 'configuration-invalid',
	rateLimit: 'rate-limited',
	provider: 'temporarily-unavailable',
	network: 'temporarily-unavailable',
};

/** The one translation of the core's errors into n8n's: what happened, at which item (none in a trigger), what to do. */
export function toNodeError(
	node: INode,
	error: ProviderError,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	const translated = translate(node, error, itemIndex);
	// n8n replaces messages that hold a status or a code such as ECONNRESET by its own; ours say more.
	translated.message = error.message;
	translated.description = error.advice;
	return translated;
}

function translate(node: INode, error: ProviderError, itemIndex: number | undefined) {
	const { message, category, httpStatus, retryAfterMs } = error;
	const where = itemIndex === undefined ? {} : { itemIndex };
	if (httpStatus === undefined && !isFromApi(category))
		return new NodeOperationError(node, message, where);
	const cause = failures[category];
	return new NodeApiError(node, toJson(error), {
		message,
		...where,
		...(httpStatus === undefined ? {} : { httpCode: String(httpStatus) }),
		...(cause === undefined ? {} : { failure: failureOf(cause, retryAfterMs) }),
	});
}

/** A refusal that is told without its status; a wrong configuration may be noticed before anybody is asked. */
function isFromApi(category: ErrorCategory): boolean {
	return category !== 'configuration' && failures[category] !== undefined;
}

function failureOf(
	cause:
		'rate-limited' | 'temporarily-unavailable' | 'credential-invalid' | 'configuration-invalid',
	retryAfterMs: number | undefined,
) {
	if (cause === 'credential-invalid' || cause === 'configuration-invalid') return { cause };
	return { cause, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function toJson({ message, category, code, httpStatus }: ProviderError): JsonObject {
	return {
		message,
		category,
		...(code === undefined ? {} : { code }),
		...(httpStatus === undefined ? {} : { statusCode: httpStatus }),
	};
}

/** Any error in n8n's form: the provider's in our words, everything else as it is. */
export function nodeErrorOf(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof RcsError) return toNodeError(node, error.detail, itemIndex);
	const cause = error instanceof Error ? error : String(error);
	return new NodeOperationError(node, cause, itemIndex === undefined ? {} : { itemIndex });
}
