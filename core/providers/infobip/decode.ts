import { asArray, asObject, asString, defined } from '../../json';
import { unclearAnswer } from '../../http';
import type { ReadyMessage } from '../../message/types';
import type { SendResult } from '../../provider';
import { statusError } from './errors';
import { statusGroup } from './statusGroup';

const REFUSED = new Set(['REJECTED', 'UNDELIVERABLE', 'EXPIRED']);

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
		const group = statusGroup(answer?.['status']);
		if (!answer || !group) {
			const message = 'Infobip took the request but did not say what became of this message';
			return { ...about, status: 'unknown', error: unclearAnswer(body, message) };
		}
		if (REFUSED.has(group))
			return { ...about, status: 'rejected', error: statusError(answer['status']) };
		return { ...about, status: 'accepted', ...defined({ bulkId: asString(bulkId) }) };
	});
}
