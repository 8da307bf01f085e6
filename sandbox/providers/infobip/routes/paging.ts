import { compact } from '../../../json';
import type { Profile } from '../types';

export interface PageQuery {
	Querystring: { page?: string; size?: string };
}

const DEFAULT_SIZE = 20;
const MAX_SIZE = 100;

/** One page of a list, as the Subscriptions API pages. */
export function pageOf(items: readonly object[], query: PageQuery['Querystring']): object {
	const page = Math.max(0, Number(query.page ?? 0) || 0);
	const size = Math.min(MAX_SIZE, Math.max(1, Number(query.size ?? DEFAULT_SIZE) || DEFAULT_SIZE));
	return {
		results: items.slice(page * size, (page + 1) * size),
		paging: { page, size, totalPages: Math.ceil(items.length / size), totalResults: items.length },
	};
}

/** What other resources show of a profile. */
export const profileIds = ({ profileId, security }: Profile): object =>
	compact({ profileId, security: security && { authId: security.authId } });
