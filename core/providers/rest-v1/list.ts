import { asBoolean, asNumber, asObject } from '../../json';
import type { Call } from '../../provider';
import { restOptions } from './options';
import type { PathName } from './paths';
import { listIn, pick, pickString } from './read';
import { ask } from './request';

const PAGE_SIZE = 100;

/** No list is followed further than this: a service that pages for ever must not hold a workflow. */
const MOST_PAGES = 1000;

/**
 * Every entry of a list, page by page: by cursor where an answer names the next one, else by number
 * as long as the answer says that there is more. A list without such words is all there is.
 */
export async function listAll(call: Call, path: PathName, name: string): Promise<unknown[]> {
	const { paging } = restOptions(call.settings);
	const found: unknown[] = [];
	let next: Record<string, string> | undefined = { [paging.page]: '1' };
	for (let page = 1; next && page <= MOST_PAGES; page += 1) {
		const query = { ...next, [paging.size]: String(PAGE_SIZE) };
		const body = await ask(call, 'GET', path, { query });
		const entries = listIn(body, name);
		found.push(...entries);
		next = entries.length > 0 ? queryAfter(body, page, paging) : undefined;
	}
	return found;
}

function queryAfter(
	body: unknown,
	page: number,
	names: { page: string; cursor: string },
): Record<string, string> | undefined {
	const answer = asObject(body);
	const paging = {
		...answer,
		...asObject(answer['paging'] ?? answer['pagination'] ?? answer['meta']),
	};
	const cursor = pickString(paging, 'next_cursor', 'next_page_token');
	if (cursor) return { [names.cursor]: cursor };
	const pages = asNumber(pick(paging, 'total_pages', 'pages')) ?? 0;
	const more = asBoolean(pick(paging, 'has_more')) ?? page < pages;
	return more ? { [names.page]: String(page + 1) } : undefined;
}
