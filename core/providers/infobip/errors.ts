import type { ErrorCategory, ProviderError } from '../../errors';
import { providerError } from '../../errors';
import type { HttpResponse } from '../../http';
import type { Problem } from '../../message/problem';
import { asArray, asBoolean, asObject, asString, defined, lookUp, parseJson } from '../../json';
import { statusGroup } from './statusGroup';

/**
 * Infobip's names of statuses and errors that need more than their group says.
 * Source: "Response status and error codes", statuses and error codes of RCS (7002 to 7280).
 */
const categories: Readonly<Record<string, ErrorCategory>> = {
	REJECTED_DUPLICATE_MESSAGE_ID: 'duplicate',
	REJECTED_NOT_ENOUGH_CREDITS: 'credit',
	REJECTED_PREPAID_PACKAGE_EXPIRED: 'credit',
	REJECTED_FREE_TRIAL_EXCEEDED: 'credit',
	REJECTED_FLOODING_FILTER: 'rateLimit',
	REJECTED_SENDER: 'configuration',
	REJECTED_SOURCE: 'configuration',
	REJECTED_DESTINATION_BLOCKLISTED: 'blocked',
	REJECTED_DND: 'blocked',
	REJECTED_DESTINATION_NOT_REGISTERED: 'configuration',
	REJECTED_NETWORK: 'notReachable',
	REJECTED_ROUTE_NOT_AVAILABLE: 'notReachable',
	REJECTED_SYSTEM_ERROR: 'provider',
	REJECTED_INTERNAL_ERROR: 'provider',
	EC_UNKNOWN_USER: 'notReachable',
	EC_UNSUPPORTED_DEVICE: 'notReachable',
	EC_UNSUPPORTED_MOBILE_APP_VERSION: 'notReachable',
	EC_LIMITED_FUNCTIONALITY: 'notReachable',
	EC_ABSENT_SUBSCRIBER: 'notReachable',
	EC_BLOCKED_USER: 'blocked',
	EC_UNAUTHORIZED_ACCESS: 'auth',
	EC_FORBIDDEN_ACCESS: 'permission',
	EC_BAD_REQUEST: 'validation',
	EC_BLOCKED_CONTENT: 'validation',
	EC_ILLEGAL_TRAFFIC_TYPE: 'configuration',
	EC_DEPLOYMENT_CONFIGURATION_ERROR: 'configuration',
	EC_ACCOUNT_ISSUE: 'configuration',
	EC_INVALID_TEMPLATE_ARGS: 'template',
	EC_INVALID_TEMPLATE: 'template',
	EC_INTERNAL_BAD_MAPPING: 'template',
	EC_MEDIA_HOSTING_ERROR: 'media',
	EC_MEDIA_UPLOAD_ERROR: 'media',
	EC_MEDIA_METADATA_ERROR: 'media',
	EC_MEDIA_UNSUPPORTED: 'media',
	EC_SPAM_RATE: 'rateLimit',
	EC_TOO_MANY_REQUESTS: 'rateLimit',
	EC_NOT_ALLOWED_SENDING_TIME: 'configuration',
	EC_UNKNOWN_APPLICATION: 'configuration',
	EC_CONFIGURATION_ERROR: 'configuration',
	EC_SERVICE_NOT_ACTIVATED: 'configuration',
	EC_MISSING_SENDER_METADATA: 'configuration',
	EC_MARKETING_OPT_OUT: 'optedOut',
	EC_PROVIDER_GENERAL_ERROR: 'provider',
	EC_PROVIDER_BILLING_ERROR: 'provider',
	EC_PROVIDER_INTERNAL_ERROR: 'provider',
	EC_PROVIDER_TIMEOUT: 'provider',
	EC_INTERNAL_ERROR: 'provider',
	EC_TEMPORARY_GATEWAY_ERROR: 'provider',
	EC_DUPLICATE_REQUEST: 'duplicate',
};

const groups: Readonly<Record<string, ErrorCategory>> = {
	REJECTED: 'validation',
	UNDELIVERABLE: 'notReachable',
	EXPIRED: 'expired',
};

/** Why one message was refused or not delivered; the error, where there is one, says more than the status. */
export function statusError(statusJson: unknown, errorJson?: unknown): ProviderError {
	const status = asObject(statusJson);
	const error = asObject(errorJson);
	const said = asString(error['name']);
	const hasError = said !== undefined && said !== 'NO_ERROR';
	const named = hasError ? error : status;
	const name = asString(named['name']);
	const category = lookUp(categories, name) ?? lookUp(groups, statusGroup(status)) ?? 'provider';
	const message = asString(named['description']) ?? name ?? 'Infobip gave no reason';
	const permanent = hasError ? asBoolean(error['permanent']) : undefined;
	return providerError(category, `Infobip: ${message}`, {
		...defined({ code: name, advice: asString(status['action']) }),
		...(permanent === undefined ? {} : { retryable: !permanent }),
	});
}

/**
 * Reads `{errorCode, description, action, violations[{property, violation}]}`, or what the
 * Subscriptions API answers: `{requestError{serviceException{messageId, text, validationErrors}}}`. The `action` is
 * written for programmers ("adjust the request"); our own advice names what a person can open and change.
 */
export function readFailure(response: HttpResponse): Partial<ProviderError> {
	const body = asObject(parseJson(response.body));
	const exception = asObject(asObject(body['requestError'])['serviceException']);
	const description = asString(body['description']) ?? asString(exception['text']);
	const problems = [
		...asArray(body['violations']).map((entry) => {
			const { property, violation } = asObject(entry);
			return problem(asString(property) ?? 'request', asString(violation) ?? 'refused');
		}),
		...Object.entries(asObject(exception['validationErrors'])).flatMap(([path, reasons]) =>
			asArray(reasons).map((reason) => problem(path, asString(reason) ?? 'refused')),
		),
	];
	const details = problems.map(({ message }) => message).join('; ');
	return defined({
		message: description && `Infobip: ${description}${details ? ` (${details})` : ''}`,
		code: asString(body['errorCode']) ?? asString(exception['messageId']),
		problems: problems.length > 0 ? problems : undefined,
	});
}

function problem(path: string, reason: string): Problem {
	return { path, message: `${path}: ${reason}` };
}
