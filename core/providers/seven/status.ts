import type { MessageRef, MessageStatus } from '../../chat';
import { RcsError } from '../../errors';
import { isoTime } from '../../event/event';
import { asArray, asObject, asString, defined } from '../../json';
import type { Call } from '../../provider';
import { request } from './request';
import { deliveryError, stateOf } from './state';
import { timeOf } from './time';

/** GET /status?msg_id=a,b, by the ids that seven.io gave. */
export async function status(
	call: Call,
	messages: readonly MessageRef[],
): Promise<MessageStatus[]> {
	const ids = messages.map(({ id }) => id);
	return ids.length === 0 ? [] : statusOf(call, ids);
}

/** One unknown id makes seven.io refuse the whole list, so that the others are asked for alone. */
async function statusOf(call: Call, ids: readonly string[]): Promise<MessageStatus[]> {
	try {
		const list = ids.map(encodeURIComponent).join(',');
		return readStatuses(await request(call, 'GET', `/status?msg_id=${list}`));
	} catch (error) {
		if (!(error instanceof RcsError) || error.detail.code !== UNKNOWN_ID) throw error;
	}
	const found: MessageStatus[] = [];
	if (ids.length > 1) for (const id of ids) found.push(...(await statusOf(call, [id])));
	return found;
}

const UNKNOWN_ID = '901';

/** `[{id, status, status_time}]`; the description nests the list in another. */
function readStatuses(body: unknown): MessageStatus[] {
	return asArray(body)
		.flat()
		.flatMap((raw) => {
			const { id, status: word, status_time } = asObject(raw);
			const known = asString(id);
			if (known === undefined || asString(word) === undefined) return [];
			const doneAt = isoTime(timeOf(status_time));
			const more = defined({ doneAt, error: deliveryError(word) });
			return [{ id: known, state: stateOf(word) ?? 'unknown', ...more, raw }];
		});
}
