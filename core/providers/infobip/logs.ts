import type { LogFilter, MessageRef, MessageStatus } from '../../chat';
import { isoTime } from '../../event/event';
import { asArray, asObject, asString, defined } from '../../json';
import { userNumber } from '../../message/phone';
import type { Call } from '../../provider';
import { infobipTime } from './content';
import { hasError, statusError } from './errors';
import { platformOf } from './platform';
import { request, withQuery } from './request';
import { isRefusal, stateOf } from './statusGroup';
import { readBilling } from './webhook/draft';

/** The most entries one request gives. */
const MOST = 1000;

/** The most characters that the message ids of one request may take, with the commas between them. */
const MOST_ID_CHARACTERS = 2048;

/**
 * GET /rcs/2/logs: what was sent in the last 48 hours, latest first, page by page up to
 * `filter.limit`. Needs the scope `rcs:logs:read` or `rcs:manage`.
 */
export async function logs(call: Call, filter: LogFilter): Promise<MessageStatus[]> {
	const { messageIds, bulkId, campaignId, since, until } = filter;
	const limit = filter.limit ?? Number.POSITIVE_INFINITY;
	const filters = {
		bulkId,
		campaignReferenceId: campaignId,
		sentSince: since && infobipTime(since),
		sentUntil: until && infobipTime(until),
		...platformOf(call.settings),
	};
	const found: unknown[] = [];
	for (const messageId of messageIds ? idLists(messageIds) : [undefined])
		await readInto(found, call, { ...filters, messageId }, limit);
	return found.map(toStatus);
}

/** What became of messages, by their log entries. A failover has the id of its message. */
export async function status(
	call: Call,
	messages: readonly MessageRef[],
): Promise<MessageStatus[]> {
	const ids = messages.map(({ id }) => id);
	const found: unknown[] = [];
	for (const messageId of idLists(ids))
		await readInto(found, call, { messageId }, Number.POSITIVE_INFINITY);
	return found.map(toStatus).filter(({ id }) => ids.includes(id));
}

async function readInto(
	found: unknown[],
	call: Call,
	filters: Readonly<Record<string, string | undefined>>,
	limit: number,
): Promise<void> {
	let cursor: string | undefined;
	do {
		const most = Math.min(MOST, limit - found.length);
		if (most <= 0) return;
		const query = { ...filters, limit: most, useCursor: 'true', cursor };
		const body = asObject(await request(call, 'GET', withQuery('/rcs/2/logs', query)));
		const results = asArray(body['results']);
		found.push(...results);
		const next = asString(asObject(body['cursor'])['nextCursor']);
		cursor = results.length > 0 && next !== cursor ? next : undefined;
	} while (cursor);
}

/** Ids as lists with commas, none longer than a request may have it. */
function idLists(ids: readonly string[]): string[] {
	const lists: string[] = [];
	for (const id of ids) {
		const longer = lists.length > 0 ? `${lists[lists.length - 1]},${id}` : id;
		const fits = lists.length > 0 && longer.length <= MOST_ID_CHARACTERS;
		if (fits) lists[lists.length - 1] = longer;
		else lists.push(id);
	}
	return lists;
}

function toStatus(raw: unknown): MessageStatus {
	const entry = asObject(raw);
	const { messageId, destination, sender, sentAt, doneAt, status: json, error } = entry;
	const to = asString(destination);
	const failed = isRefusal(json) || hasError(error);
	return {
		id: asString(messageId) ?? '',
		state: stateOf(json),
		...defined({
			to: to && userNumber(to),
			agent: asString(sender),
			sentAt: isoTime(asString(sentAt)),
			doneAt: isoTime(asString(doneAt)),
			error: failed ? statusError(json, error) : undefined,
		}),
		...readBilling(entry),
		raw,
	};
}
