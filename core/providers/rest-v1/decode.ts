import { unclearAnswer } from '../../http';
import {
	asBoolean,
	asNumber,
	asObject,
	asString,
	defined,
	isObject,
	type JsonObject,
	valueAt,
} from '../../json';
import type { ReadyMessage } from '../../message/types';
import type { SendResult } from '../../provider';
import { statedError } from './errors';
import type { FieldMap } from './fieldMap';
import { listIn, objectIn, pick, pickString } from './read';
import { stateOf } from './states';

/**
 * Reads what became of each message: `{id, message_id, status, error}` of one, `{results[...]}` or
 * `{messages[...]}` of many, with the refused ones among them or in `errors[...]`. A 2xx may hold
 * refused messages, and what it does not mention is unknown.
 */
export function decodeAnswer(
	body: unknown,
	messages: readonly ReadyMessage[],
	fields: FieldMap,
): SendResult[] {
	const { rows, mayBeInOrder } = rowsIn(body);
	const named = messages.map((message, index) =>
		rows.find((row) => names(row, message, index, fields)),
	);
	const inOrder =
		mayBeInOrder && rows.length === messages.length && named.every((row) => row === undefined);
	return messages.map((message, index) =>
		toResult(message, inOrder ? rows[index] : named[index], body),
	);
}

/** Rows that name none of our messages can only be meant in their order, where the refused ones are not apart. */
function rowsIn(body: unknown): { rows: JsonObject[]; mayBeInOrder: boolean } {
	const { errors } = asObject(body);
	const rows = listIn(body, 'results', 'messages').map(asObject);
	const refused = listIn(errors)
		.map(asObject)
		.map((row) => ({ error: row, ...row }));
	const all = [...rows, ...refused];
	if (all.length === 0) return { rows: [objectIn(body, 'message')], mayBeInOrder: true };
	return { rows: all, mayBeInOrder: rows.length === 0 || refused.length === 0 };
}

function names(row: JsonObject, { id }: ReadyMessage, index: number, fields: FieldMap): boolean {
	const ids = [valueAt(row, fields.messageId), pick(row, 'message_id'), pick(row, 'id')];
	return ids.some((found) => asString(found) === id) || asNumber(row['index']) === index;
}

function toResult(
	{ id, to }: ReadyMessage,
	row: JsonObject | undefined,
	body: unknown,
): SendResult {
	const about = { id, to, raw: row ?? null };
	if (row && isRefused(row)) {
		const otherwise = {
			category: 'validation',
			message: 'The service refused the message',
		} as const;
		return { ...about, status: 'rejected', error: statedError(row, otherwise) };
	}
	const theirs = row && pickString(row, 'id', 'message_id');
	if (!row || (!theirs && stateOf(row) === 'unknown')) {
		const message = 'The service took the request but did not say what became of this message';
		return { ...about, status: 'unknown', error: unclearAnswer(body, message) };
	}
	return {
		...about,
		status: 'accepted',
		...defined({
			providerMessageId: theirs === id ? undefined : theirs,
			bulkId: pickString(asObject(body), 'bulk_id', 'batch_id'),
		}),
	};
}

function isRefused(row: JsonObject): boolean {
	const { error } = row;
	return (
		stateOf(row) === 'failed' ||
		asBoolean(pick(row, 'success', 'accepted')) === false ||
		isObject(error) ||
		asString(error) !== undefined
	);
}
