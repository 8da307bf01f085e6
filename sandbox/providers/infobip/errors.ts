import type { Violation } from '../../validation';

interface ErrorWords {
	description: string;
	action: string;
	resources: readonly { name: string; url: string }[];
}

/** The words of ApiError, by HTTP status. */
const words: Readonly<Record<number, ErrorWords>> = {
	400: {
		description: 'Request cannot be processed.',
		action: 'Check the syntax, violations and adjust the request.',
		resources: [],
	},
	401: {
		description: 'The request lacks valid authentication credentials for the requested resource.',
		action: 'Check the resources and adjust authentication credentials.',
		resources: [
			{
				name: 'API Authentication',
				url: 'https://www.infobip.com/docs/essentials/api-authentication',
			},
		],
	},
	403: {
		description: 'Insufficient permissions to access the requested resource.',
		action: 'Repeat the request with new or different credentials.',
		resources: [
			{
				name: 'API Scopes',
				url: 'https://www.infobip.com/docs/essentials/api-essentials/api-authorization#api-scopes',
			},
		],
	},
	404: {
		description:
			"Not found - request URL doesn't exist on the API server or resource is not found.",
		action: 'Check the resources and adjust your request.',
		resources: [],
	},
	409: {
		description: 'Request cannot be processed due to conflicts with existing resources',
		action: 'Check violations and adjust the request.',
		resources: [],
	},
	429: {
		description: 'Too many requests sent.',
		action: 'Check request rate limit specified in the API endpoint documentation resource.',
		resources: [
			{
				name: 'Throttling handling errors',
				url: 'https://www.infobip.com/docs/essentials/integration-best-practices#throttling-handling-errors',
			},
		],
	},
	500: { description: 'Something went wrong.', action: 'Contact the support.', resources: [] },
};

const otherwise: ErrorWords = {
	description: 'Request cannot be processed.',
	action: 'Adjust the request.',
	resources: [],
};

/** The ApiError of the RCS API. */
export function apiError(status: number, violations: readonly Violation[] = []): object {
	const { description, action, resources } = words[status] ?? otherwise;
	return { errorCode: `E${status}`, description, action, violations, resources };
}

const exceptionIds: Readonly<Record<number, string>> = {
	400: 'BAD_REQUEST',
	401: 'UNAUTHORIZED',
	404: 'NOT_FOUND',
	429: 'TOO_MANY_REQUESTS',
	500: 'GENERAL_ERROR',
};

/** The older ApiException, which the Subscriptions API still answers with. */
export function apiException(
	status: number,
	text: string,
	violations: readonly Violation[] = [],
): object {
	const validationErrors: Record<string, string[]> = {};
	for (const { property, violation } of violations) {
		(validationErrors[property] ??= []).push(violation);
	}
	const messageId = exceptionIds[status] ?? 'GENERAL_ERROR';
	const details = violations.length > 0 ? { validationErrors } : {};
	return { requestError: { serviceException: { messageId, text, ...details } } };
}
