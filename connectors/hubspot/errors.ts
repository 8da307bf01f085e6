import type { ErrorCategory, ProviderError } from '../../core/errors';
import { failureOf, type HttpResponse } from '../../core/http';
import { defined } from '../../core/json';
import type { CrmSettings } from '../crm';
import { type Failure, readFailure } from './failure';
import { hubspotOptions } from './settings';
import { msToMidnight } from './timeZone';

/** One kind of refusal and what follows from it. */
export interface ErrorClass {
	/** All of these that are given must hold. */
	status?: (status: number) => boolean;
	policy?: string;
	says?: RegExp;
	category: ErrorCategory;
	/** `park`: no room for hours. `reauth`: no access. `dead`: never. */
	then: 'retry' | 'park' | 'reauth' | 'dead' | 'unmatched';
	/** How long to wait where HubSpot does not say so. */
	waitMs?: number | 'midnight';
	/** One row may be the cause, and the others of its request are fine. */
	perRow?: true;
	/** What was sent may have been written all the same. */
	unsure?: true;
	advice?: string;
}

const SECOND_MS = 1000;
const HOUR_MS = 3_600_000;
const is =
	(...statuses: number[]) =>
	(status: number) =>
		statuses.includes(status);

/** The first that matches counts. */
const classes: readonly ErrorClass[] = [
	{ status: is(429), policy: 'DAILY', category: 'rateLimit', then: 'park', waitMs: 'midnight' },
	{
		status: is(429),
		says: /\bdaily limit/i,
		category: 'rateLimit',
		then: 'park',
		waitMs: 'midnight',
	},
	{
		status: is(429),
		policy: 'TEN_SECONDLY_ROLLING',
		category: 'rateLimit',
		then: 'retry',
		waitMs: 10 * SECOND_MS,
	},
	// The search API counts by the second, and names no policy.
	{
		status: is(429),
		says: /\bsecondly limit/i,
		category: 'rateLimit',
		then: 'retry',
		waitMs: SECOND_MS,
	},
	{ status: is(429), category: 'rateLimit', then: 'retry', waitMs: 10 * SECOND_MS },
	{ status: is(401), category: 'auth', then: 'reauth' },
	{
		status: is(403),
		category: 'permission',
		then: 'dead',
		advice: 'Give the service key or app these scopes in HubSpot, and sign in again.',
	},
	{ status: is(423), category: 'provider', then: 'retry', waitMs: 2 * SECOND_MS },
	// The account is being moved to another data centre.
	{ status: is(477), category: 'provider', then: 'park', waitMs: HOUR_MS },
	{
		status: (status) => status === 408 || status >= 500,
		category: 'provider',
		then: 'retry',
		waitMs: SECOND_MS,
		unsure: true,
	},
	{
		status: is(404),
		says: /not found|not exist/i,
		category: 'notFound',
		then: 'unmatched',
		perRow: true,
	},
	{
		status: is(400),
		says: /non-unique|PROPERTY_DOESNT_EXIST|property .*does not exist/i,
		category: 'configuration',
		then: 'dead',
		advice: 'Set up the RCS fields in HubSpot first.',
	},
	{ status: is(409), category: 'duplicate', then: 'dead', perRow: true },
	{ status: is(400, 413, 414, 422), category: 'validation', then: 'dead', perRow: true },
];

/** An answer that is not HubSpot's, such as that of a proxy. */
const other: ErrorClass = { category: 'configuration', then: 'dead' };

export function classOf({ status, policy, message, category = '', fields }: Failure): ErrorClass {
	const codes = fields.map(({ code = '' }) => code);
	const words = [message, category.replaceAll('_', ' '), ...codes].join(' ');
	const found = classes.find(
		(one) =>
			(one.status?.(status) ?? true) &&
			(one.policy === undefined || one.policy === policy) &&
			(one.says?.test(words) ?? true),
	);
	return found ?? other;
}

/** How long to wait: what HubSpot asks for, else what the kind of refusal is known to need. */
export function waitFor(
	{ waitMs = SECOND_MS }: ErrorClass,
	response: HttpResponse,
	settings: CrmSettings,
): { afterMs: number; told?: true } {
	const asked = failureOf(response).retryAfterMs;
	if (asked !== undefined) return { afterMs: asked, told: true };
	return { afterMs: waitMs === 'midnight' ? toMidnight(response, settings) : waitMs };
}

/** A day of calls ends at midnight where the account is; without knowing where, it is tried every hour. */
function toMidnight({ headers }: HttpResponse, settings: CrmSettings): number {
	const { timeZone } = hubspotOptions(settings);
	const now = Date.parse(headers['date'] ?? '');
	return timeZone === undefined || Number.isNaN(now) ? HOUR_MS : msToMidnight(now, timeZone);
}

/** HubSpot's words, and the scopes it misses. */
export function wordsOf({ message, scopes }: Failure): string {
	return scopes.length > 0 ? `${message} (${scopes.join(', ')})` : message;
}

/** The error of a question that HubSpot refused. */
export function errorOf(response: HttpResponse, settings: CrmSettings): ProviderError {
	return failureOf(response, () => {
		const failure = readFailure(response);
		const found = classOf(failure);
		const { category, then, advice } = found;
		return {
			category,
			message: wordsOf(failure),
			retryable: then === 'retry',
			retryAfterMs: waitFor(found, response, settings).afterMs,
			...defined({ advice, code: failure.category }),
		};
	});
}
