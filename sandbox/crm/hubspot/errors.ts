import { randomUUID } from 'node:crypto';

import type { JsonObject } from '../../json';

export interface ErrorBody extends JsonObject {
	status: 'error';
	message: string;
	correlationId: string;
	category: string;
}

/** What an error says beside its message. */
export interface Details {
	subCategory?: string;
	errors?: { message: string; code?: string; context?: Record<string, string[]> }[];
	context?: Record<string, string[]>;
}

/** Why a request is not carried out; routes throw it. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly category: string,
		message: string,
		readonly details: Details = {},
	) {
		super(message);
	}

	body(): ErrorBody {
		return envelope(this.category, this.message, this.details);
	}
}

export function envelope(category: string, message: string, details: Details = {}): ErrorBody {
	return { status: 'error', message, correlationId: randomUUID(), category, ...details };
}

export const invalid = (message: string, details?: Details): Refusal =>
	new Refusal(400, 'VALIDATION_ERROR', message, details);

export const notFound = (message: string, details?: Details): Refusal =>
	new Refusal(404, 'OBJECT_NOT_FOUND', message, details);

export const conflict = (message: string, details?: Details): Refusal =>
	new Refusal(409, 'CONFLICT', message, details);

/** The limits that have words of their own. */
const limitWords = {
	TEN_SECONDLY_ROLLING: 'You have reached your ten_secondly_rolling limit.',
	SECONDLY: 'You have reached your secondly limit.',
	DAILY: 'You have reached your daily limit.',
} as const;

export type Policy = keyof typeof limitWords;

/** The body of a 429, which names the limit that was reached. */
export function limitReached(policyName: Policy): JsonObject {
	return {
		status: 'error',
		message: limitWords[policyName],
		errorType: 'RATE_LIMIT',
		correlationId: randomUUID(),
		policyName,
		requestId: randomUUID(),
	};
}

const words: Readonly<Record<number, readonly [category: string, message: string]>> = {
	400: ['VALIDATION_ERROR', 'Invalid input JSON'],
	401: [
		'INVALID_AUTHENTICATION',
		'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
	],
	403: ['MISSING_SCOPES', "This app hasn't been granted all required scopes to make this call."],
	404: ['OBJECT_NOT_FOUND', 'resource not found'],
	408: ['REQUEST_TIMEOUT', 'The request timed out'],
	409: ['CONFLICT', 'There was a conflict with another request'],
	413: ['VALIDATION_ERROR', 'The request is too large'],
	414: ['VALIDATION_ERROR', 'The request names more than 250 identities'],
	415: ['VALIDATION_ERROR', 'The content type has to be application/json'],
	423: ['LOCKED', 'The resource is currently locked. Try again in two seconds or later'],
	477: ['MIGRATION_IN_PROGRESS', 'This account is currently being migrated between data centers'],
	500: ['INTERNAL_ERROR', 'internal error'],
};

/** Gateways in front of the API answer with a page, not with JSON. */
const pages: Readonly<Record<number, string>> = {
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
	521: 'Web server is down',
	522: 'Connection timed out',
	523: 'Origin is unreachable',
	524: 'A timeout occurred',
};

/** What comes with an HTTP status that no rule of the API gave. */
export function refusal(status: number): JsonObject | string {
	const page = pages[status];
	if (page) return `<html><head><title>${status} ${page}</title></head><body>${page}</body></html>`;
	if (status === 429) return limitReached('TEN_SECONDLY_ROLLING');
	const [category, message] = words[status] ?? ['UNKNOWN_ERROR', 'The request failed'];
	return envelope(category, message);
}
