import { RcsError } from '../../core/errors';
import type { HttpRequest, HttpResponse } from '../../core/http';
import { asArray, asNumber, asObject } from '../../core/json';
import type { CrmSettings } from '../crm';
import { apiUrl } from './api';
import { answerOf, unreadable } from './errors';

/** A request that travels inside another; its path is absolute. */
export interface Part {
	method: 'GET' | 'POST' | 'PATCH';
	url: string;
	body?: unknown;
}

/** The most collections or queries of a composite. */
export const MOST_PARTS = 5;

/**
 * Several requests that count as one call, carried out in order, each by itself.
 *
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
 */
export function composite(
	parts: readonly Part[],
	settings: CrmSettings,
	more: { allOrNone: boolean } = { allOrNone: false },
): HttpRequest {
	const compositeRequest = parts.map((part, i) => ({ ...part, referenceId: `part${i}` }));
	const body = { ...more, collateSubrequests: false, compositeRequest };
	return { method: 'POST', url: apiUrl(settings, '/composite'), body };
}

/** The answer to one part, with its body parsed. */
export interface PartAnswer {
	status: number;
	body: unknown;
}

/** The answers to the parts, in their order. @throws RcsError when it was refused or is no composite. */
export function partAnswers(response: HttpResponse): PartAnswer[] {
	const { compositeResponse } = asObject(answerOf(response));
	if (!Array.isArray(compositeResponse)) throw new RcsError(unreadable);
	return asArray(compositeResponse).map((answer) => {
		const { httpStatusCode, body } = asObject(answer);
		return { status: asNumber(httpStatusCode) ?? 0, body };
	});
}
