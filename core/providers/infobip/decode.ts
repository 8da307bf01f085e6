import { asArray, asObject, asString, defined } from '../../json';
import { unclearAnswer } from '../../http';
import type { ReadyMessage } from '../../message/types';
import type { SendResult } from '../../provider';
import { statusError } from './errors';
import { isRefusal, statusGroup } from './statusGroup';

/**
 * Reads `{bulkId, messages[{messageId, destination, status}]}`. A 200 may hold refused messages;
 * answers are matched by message id, because their order is not promised.
 */
export function decodeResponse(body: unknown, messages: readonly ReadyMessage[]): SendResult[] {
	const { bulkId, messages: entries } = asObject(body);
	const answers = new Map(
		asArray(entries).map((entry) => [asString(asObject(entry)['messageId']), asObject(entry)]),
	);
	return messages.map(({ id, to }): SendResult => {
		const answer = answers.get(id);
		const about = { id, to, raw: answer ?? null };
		const status = answer?.['status'];
		if (!statusGroup(status)) {
			const message = 'Infobip took the request but did not say what became of this message';
			return { ...about, status: 'unknown', error: unclearAnswer(body, message) };
		}
		if (isRefusal(status)) return { ...about, status: 'rejected', error: statusError(status) };
		return { ...about, status: 'accepted', ...defined({ bulkId: asString(bulkId) }) };
	});
}
