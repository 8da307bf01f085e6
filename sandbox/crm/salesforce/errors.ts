import { compact } from '../../json';

/** HTTP statuses of the codes that are not 400. */
const statuses: Readonly<Record<string, number>> = {
	INVALID_SESSION_ID: 401,
	REQUEST_LIMIT_EXCEEDED: 403,
	API_DISABLED_FOR_ORG: 403,
	NOT_FOUND: 404,
	ENTITY_IS_DELETED: 404,
	METHOD_NOT_ALLOWED: 405,
	UNSUPPORTED_MEDIA_TYPE: 415,
};

/** Why a request or a row of it is not carried out. */
export class Refusal extends Error {
	constructor(
		readonly code: string,
		message: string,
		readonly fields?: readonly string[],
	) {
		super(message);
	}

	get status(): number {
		return statuses[this.code] ?? 400;
	}
}

/** The body of every REST error: a list, even of one. */
export function errorBody({ code, message, fields }: Refusal): object[] {
	return [compact({ message, errorCode: code, fields })];
}

export const notFound = (): Refusal =>
	new Refusal('NOT_FOUND', 'The requested resource does not exist');

/** Of editions without an API, and of users whose profile does not have it. */
export const apiDisabled = new Refusal(
	'API_DISABLED_FOR_ORG',
	'The REST API is not enabled for this Organization.',
);

/** Codes of what goes wrong before a request is understood, and inside the server. */
const byStatus: Readonly<Record<number, readonly [code: string, message: string]>> = {
	401: ['INVALID_SESSION_ID', 'Session expired or invalid'],
	403: ['REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'],
	404: ['NOT_FOUND', 'The requested resource does not exist'],
	405: ['METHOD_NOT_ALLOWED', 'HTTP Method not allowed'],
	413: ['EXCEEDED_MAX_SIZE_REQUEST', 'The request is larger than allowed'],
	415: ['UNSUPPORTED_MEDIA_TYPE', 'Content type not supported'],
	500: ['UNKNOWN_EXCEPTION', 'An unexpected error occurred. Please include this ErrorId.'],
	503: ['SERVER_UNAVAILABLE', 'The server is temporarily unavailable.'],
};

/** The error body that goes with an HTTP status. */
export function refusalOf(status: number): object[] {
	const otherwise: readonly [string, string] =
		status >= 500
			? ['SERVER_UNAVAILABLE', 'The server is temporarily unavailable.']
			: ['INVALID_INPUT', 'The request is not valid'];
	const [code, message] = byStatus[status] ?? otherwise;
	return errorBody(new Refusal(code, message));
}
