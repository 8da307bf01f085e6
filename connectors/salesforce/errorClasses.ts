import type { ErrorCategory } from '../../core/errors';

/** One kind of refusal and what follows from it. */
export interface ErrorClass {
	/** All of these that are given must hold. */
	codes?: readonly string[];
	says?: RegExp;
	/** `park`: no room for a while. `reauth`: no access. `dead`: never. */
	then: 'retry' | 'park' | 'reauth' | 'dead' | 'unmatched';
	waitMs?: number;
	category: ErrorCategory;
	/** It is about the whole org, not about one row: a request of fewer rows would meet it too. */
	general?: true;
	advice?: string;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const SET_UP = 'Set up the RCS fields in Salesforce, and give the user the RCS permission set.';

/** The first that matches counts. */
export const classes: readonly ErrorClass[] = [
	{
		says: /UNABLE_TO_LOCK_ROW|unable to obtain exclusive access|retry your request/i,
		then: 'retry',
		waitMs: 2 * SECOND_MS,
		category: 'provider',
	},
	{
		codes: ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'],
		says: /System\.LimitException|CPU time/i,
		then: 'retry',
		waitMs: 5 * SECOND_MS,
		category: 'provider',
	},
	{
		codes: ['REQUEST_LIMIT_EXCEEDED'],
		says: /ConcurrentRequests|Concurrent API/i,
		then: 'retry',
		waitMs: 5 * SECOND_MS,
		category: 'rateLimit',
		general: true,
	},
	{
		codes: ['REQUEST_LIMIT_EXCEEDED', 'EXCEEDED_QUOTA', 'ExceededQuota'],
		then: 'park',
		waitMs: 15 * MINUTE_MS,
		category: 'rateLimit',
		general: true,
		advice: 'The calls of the last 24 hours are used up: wait, or buy more in Salesforce.',
	},
	{
		codes: ['STORAGE_LIMIT_EXCEEDED'],
		then: 'park',
		waitMs: 60 * MINUTE_MS,
		category: 'credit',
		general: true,
		advice: 'The data storage of the org is full: delete old records, or turn off the history.',
	},
	{
		codes: [
			'INVALID_SESSION_ID',
			'INVALID_AUTH_HEADER',
			'INVALID_LOGIN',
			'INACTIVE_OWNER_OR_USER',
			'invalid_grant',
			'API_DISABLED_FOR_ORG',
			'API_CURRENTLY_DISABLED',
		],
		then: 'reauth',
		category: 'auth',
		general: true,
	},
	{
		codes: [
			'SERVER_UNAVAILABLE',
			'UNKNOWN_EXCEPTION',
			'REQUEST_RUNNING_TOO_LONG',
			'QUERY_TIMEOUT',
			'PROCESSING_HALTED',
			'ALL_OR_NONE_OPERATION_ROLLED_BACK',
		],
		then: 'retry',
		waitMs: SECOND_MS,
		category: 'provider',
	},
	// Another request made the same record at the same moment: written again, it is updated.
	{
		codes: ['DUPLICATE_VALUE'],
		says: /Duplicate external id specified|duplicates value on record/i,
		then: 'retry',
		waitMs: SECOND_MS,
		category: 'duplicate',
	},
	{
		codes: ['INVALID_FIELD'],
		says: /Foreign key external ID.* not found/is,
		then: 'unmatched',
		category: 'notFound',
	},
	{
		codes: ['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY'],
		then: 'unmatched',
		category: 'notFound',
	},
	{
		codes: ['INVALID_FIELD', 'INVALID_TYPE', 'NOT_FOUND'],
		says: /No such column|sObject type|external id|requested resource/i,
		then: 'dead',
		category: 'configuration',
		general: true,
		advice: SET_UP,
	},
	{
		says: /Field name not found|\bInvalidJob\b/,
		then: 'dead',
		category: 'configuration',
		general: true,
		advice: SET_UP,
	},
	{ codes: ['NOT_FOUND'], then: 'unmatched', category: 'notFound' },
	{
		codes: [
			'INVALID_FIELD_FOR_INSERT_UPDATE',
			'INSUFFICIENT_ACCESS_OR_READONLY',
			'INSUFFICIENT_ACCESS',
			'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
		],
		then: 'dead',
		category: 'permission',
		advice: SET_UP,
	},
	{
		codes: ['DUPLICATE_VALUE', 'DUPLICATES_DETECTED', 'DUPLICATE_EXTERNAL_ID'],
		then: 'dead',
		category: 'duplicate',
	},
];

/** Everything else is about the data: the row as it is will never be taken. */
export const refusedData: ErrorClass = { then: 'dead', category: 'validation' };

/** An answer without words of Salesforce's, by its HTTP status. */
export const byStatus: readonly (readonly [(status: number) => boolean, ErrorClass])[] = [
	[(status) => status === 401, { then: 'reauth', category: 'auth', general: true }],
	[
		(status) => [408, 420, 429].includes(status) || status >= 500,
		{ then: 'retry', waitMs: SECOND_MS, category: 'provider', general: true },
	],
];
export const otherAnswer: ErrorClass = { then: 'dead', category: 'configuration', general: true };
