import { compact } from '../../../json';
import { anyText, numberIn, type Query, wholeNumber } from '../query';
import type { Profile } from '../types';

export interface PageQuery {
	Querystring: Query;
}

const DEFAULT_SIZE = 20;
const MAX_SIZE = 100;

/** What the parameters of a page may be. */
export const pageParameters = {
	page: wholeNumber(0),
	size: wholeNumber(1, MAX_SIZE),
	sort: anyText,
};

/** One page of a list, as the Subscriptions API and senders page. */
export function pageOf(items: readonly object[], query: Query): object {
	const page = Math.max(0, numberIn(query, 'page', 0) || 0);
	const size = Math.max(1, numberIn(query, 'size', DEFAULT_SIZE) || DEFAULT_SIZE);
	return {
		results: items.slice(page * size, (page + 1) * size),
		paging: { page, size, totalPages: Math.ceil(items.length / size), totalResults: items.length },
	};
}

/** What other resources show of a profile. */
export const profileIds = ({ profileId, security }: Profile): object =>
	compact({ profileId, security: security && { authId: security.authId } });
