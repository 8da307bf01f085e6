import type { Violation } from '../../validation';

interface Words {
	status: string;
	message: string;
}

/** The canonical codes by HTTP status, with the words Google's front end uses. */
const words: Readonly<Record<number, Words>> = {
	400: { status: 'INVALID_ARGUMENT', message: 'Request contains an invalid argument.' },
	401: {
		status: 'UNAUTHENTICATED',
		message:
			'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
	},
	403: { status: 'PERMISSION_DENIED', message: 'The caller does not have permission' },
	404: { status: 'NOT_FOUND', message: 'Requested entity was not found.' },
	409: { status: 'ALREADY_EXISTS', message: 'Requested entity already exists' },
	413: { status: 'INVALID_ARGUMENT', message: 'Request payload size exceeds the limit.' },
	429: {
		status: 'RESOURCE_EXHAUSTED',
		message: 'Resource has been exhausted (e.g. check quota).',
	},
	500: { status: 'INTERNAL', message: 'Internal error encountered.' },
	503: { status: 'UNAVAILABLE', message: 'The service is currently unavailable.' },
	504: {
		status: 'DEADLINE_EXCEEDED',
		message: 'Deadline expired before operation could complete.',
	},
};

const otherwise: Words = { status: 'UNKNOWN', message: 'The request failed.' };

/** Why a request is not carried out; routes throw it. */
export class Refusal extends Error {
	constructor(
		readonly statusCode: number,
		readonly violations: readonly Violation[] = [],
		words?: string,
	) {
		super(words);
	}
}

/** One violation as a refusal. */
export function invalid(property: string, violation: string): Refusal {
	return new Refusal(400, [{ property, violation }]);
}

/** Google's JSON error, with the fields that are wrong as google.rpc.BadRequest. */
export function googleError(
	code: number,
	violations: readonly Violation[] = [],
	own?: string,
): object {
	const { status, message } = words[code] ?? otherwise;
	const fieldViolations = violations.map(({ property: field, violation: description }) => ({
		field,
		description,
	}));
	const details =
		violations.length > 0
			? [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations }]
			: undefined;
	return { error: { code, message: own || message, status, ...(details ? { details } : {}) } };
}
