import { asObject, asString, defined } from '../../core/json';
import type { Row } from '../row';
import type { Communication } from './communicationRead';
import { latest } from './communications';
import { type ConversationDay, fitting, htmlOf, mergeDays, readDay } from './conversationDay';
import type { TargetName } from './targets';

/** What a row tells. */
export function toldBy({ body }: Row): { told: ConversationDay | undefined; at: string } {
	const { hs_communication_body: html, hs_timestamp: at } = asObject(body['properties']);
	return { told: readDay(asString(html) ?? ''), at: asString(at) ?? '' };
}

/** The communication with what else is told; nothing, where it tells all of it already. */
export function addedTo(
	there: Communication,
	told: readonly ConversationDay[],
	at: string,
): Communication | undefined {
	const all = fitting(told.reduce(mergeDays, there.told));
	const merged = { ...there, told: all, at: latest([there.at, at]) };
	const isTold = htmlOf(all) === htmlOf(there.told) && merged.at === there.at;
	return isTold ? undefined : merged;
}

/** The row that makes a communication tell all of it. */
export function updateRow(row: Row, { id, told, at }: Communication): Row {
	const texts = { hs_communication_body: htmlOf(told), hs_timestamp: at };
	return rowFor(row, 'communicationUpdates', {
		id,
		objectWriteTraceId: row.key,
		properties: texts,
	});
}

/** The row that takes a communication away. */
export function removalRow(row: Row, id: string): Row {
	return rowFor(row, 'communicationRemovals', { id });
}

function rowFor(
	{ key, phone, also, urgent }: Row,
	target: TargetName,
	body: Row['body'] & { id: string },
): Row {
	return { key, target, phone, ...defined({ also }), parent: body.id, urgent, body };
}
