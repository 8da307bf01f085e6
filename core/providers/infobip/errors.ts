import type { ErrorCategory, ProviderError } from '../../errors';
import { providerError } from '../../errors';
import type { HttpResponse } from '../../http';
import type { Problem } from '../../message/problem';
import {
	asArray,
	asBoolean,
	asNumber,
	asObject,
	asString,
	defined,
	type JsonObject,
	lookUp,
	parseJson,
} from '../../json';
import { advice, DLT } from './errorAdvice';
import { categories } from './errorCodes';
import { errorIds } from './errorIds';
import { statusGroup, statusName } from './statusGroup';

const groups: Readonly<Record<string, ErrorCategory>> = {
	REJECTED: 'validation',
	UNDELIVERABLE: 'notReachable',
	EXPIRED: 'expired',
};

/** Nothing that has an id of ours is answered with a conflict, only what an account holds. */
const CONFLICT =
	'It is there already, or an earlier request about it is still being worked on. Look at it before you try again.';

/** Ids of errors of the Indian registry for SMS. */
const isDlt = (id: number | undefined): boolean => id !== undefined && id >= 4106 && id <= 4199;

/** Why one message was refused or not delivered; the error, where there is one, says more than the status. */
export function statusError(statusJson: unknown, errorJson?: unknown): ProviderError {
	const status = asObject(statusJson);
	const error = hasError(errorJson) ? asObject(errorJson) : {};
	const named = hasError(errorJson) ? error : status;
	const id = asString(named['id']);
	const name = hasError(errorJson) ? errorName(error) : statusName(status);
	const message = asString(named['description']) ?? name ?? 'Infobip gave no reason';
	const category = categoryOf(name, asNumber(error['id']), status);
	return providerError(category, `Infobip: ${message}`, {
		...defined({ code: name ?? id, advice: adviceOf(name, named, status) }),
		...retryableOf(category, asBoolean(error['permanent'])),
	});
}

/** Whether an `error` object says that something is wrong: all is well is an error named NO_ERROR. */
export function hasError(errorJson: unknown): boolean {
	const { id, name } = asObject(errorJson);
	if (asString(name) !== undefined) return name !== 'NO_ERROR';
	return (asNumber(id) ?? 0) !== 0;
}

/** The name of an error; one that is only a number has the name of that number. */
function errorName({ name, id }: JsonObject): string | undefined {
	return asString(name) ?? lookUp(errorIds, asString(id));
}

function categoryOf(name = '', errorId: number | undefined, status: JsonObject): ErrorCategory {
	const known = categories.get(name) ?? (isDlt(errorId) ? 'configuration' : undefined);
	return known ?? lookUp(groups, statusGroup(status)) ?? 'provider';
}

/** Ours names what a person can open and change; Infobip's `action` comes before the general words. */
function adviceOf(
	name: string | undefined,
	named: JsonObject,
	status: JsonObject,
): string | undefined {
	const own = lookUp(advice, name);
	return own ?? (isDlt(asNumber(named['id'])) ? DLT : asString(status['action']));
}

/** What may have arrived must not be sent again, however passing its reason was. */
function retryableOf(
	category: ErrorCategory,
	permanent: boolean | undefined,
): { retryable?: boolean } {
	if (permanent === undefined || category === 'unknownOutcome') return {};
	return { retryable: !permanent };
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
		advice: response.status === 409 ? CONFLICT : undefined,
		message: description && `Infobip: ${description}${details ? ` (${details})` : ''}`,
		code: asString(body['errorCode']) ?? asString(exception['messageId']),
		problems: problems.length > 0 ? problems : undefined,
	});
}

function problem(path: string, reason: string): Problem {
	return { path, message: `${path}: ${reason}` };
}
