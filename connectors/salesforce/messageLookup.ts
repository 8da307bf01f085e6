import { chunks } from '../../core/askAll';
import { asString } from '../../core/json';
import type { MessageChange } from '../changes';
import type { MessageLookup } from '../lookups';
import { queryPath, soqlTexts } from './api';
import { composite, MOST_PARTS } from './composite';
import { messageKey } from './message';
import { MESSAGE, messageSpecs, messageFields } from './messageFields';
import { queriedRecords } from './query';

/** Keys may be long, and the address of a query stays below 16,000 characters. */
const LONGEST_KEYS = 14_000;

const selected = messageSpecs
	.filter(({ type }) => type !== 'formula')
	.map(({ name }) => name)
	.join(',');

/** The records of messages, by the external id they are written by. */
export const messageLookup: MessageLookup = {
	plan(messages, settings) {
		return chunks(inQueries(messages), MOST_PARTS).map((groups) => {
			const parts = groups.map((group) => ({
				method: 'GET' as const,
				url: queryPath(
					`SELECT ${selected} FROM ${MESSAGE} WHERE ${messageFields.key.name} IN ${soqlTexts(group.map(messageKey))}`,
				),
			}));
			return { ...composite(parts, settings), messages: groups.flat() };
		});
	},
	read({ messages }, response) {
		const records = new Map(
			queriedRecords(response)
				.flat()
				.map((record) => [asString(record[messageFields.key.name]), record]),
		);
		return messages.map((message) => {
			const before = records.get(messageKey(message));
			return before ? { ...message, before } : message;
		});
	},
};

function inQueries(messages: readonly MessageChange[]): MessageChange[][] {
	const queries: MessageChange[][] = [];
	let own: MessageChange[] = [];
	let length = 0;
	for (const message of messages) {
		const more = encodeURIComponent(`,'${messageKey(message)}'`).length;
		if (own.length > 0 && length + more > LONGEST_KEYS) {
			queries.push(own);
			[own, length] = [[], 0];
		}
		own.push(message);
		length += more;
	}
	return own.length > 0 ? [...queries, own] : queries;
}
