import { asObject, asString, defined } from '../../core/json';
import type { Row, RowOutcome } from '../row';
import type { Settled } from '../settling';
import { latest } from './communications';
import { type ConversationDay, fitting, htmlOf, mergeDays, readDay } from './conversationDay';
import type { TargetName } from './targets';

/** A communication that tells of a day of RCS. */
export interface Communication {
	id: string;
	told: ConversationDay;
	/** Of what happened last. */
	at: string;
}

/** Rows without a communication make one; the others add to it what it does not tell yet. */
export function addToCommunications(
	rows: readonly Row[],
	idsOf: ReadonlyMap<string, readonly string[]>,
	found: ReadonlyMap<string, Communication>,
): Settled {
	// As they will be. Somebody may have given one to several contacts: then each of their rows writes all of it.
	const now = new Map(found);
	const added: [row: Row, id: string][] = [];
	const made: Row[] = [];
	const outcomes: RowOutcome[] = [];
	for (const row of rows) {
		const there = communicationOf(row, idsOf, now);
		const more = there && addedTo(there, row);
		if (more) {
			now.set(more.id, more);
			added.push([row, more.id]);
		} else if (there) outcomes.push({ row, status: 'done' });
		else made.push(row);
	}
	const updates = added.flatMap(([row, id]) => {
		const communication = now.get(id);
		return communication ? [updateOf(row, communication)] : [];
	});
	return { rows: [...made, ...updates], outcomes };
}

/**
 * That of the row's contact and day. There are several only where two runs at the same moment made one
 * each, or contacts were merged: then it is the newest.
 */
export function communicationOf(
	row: Row,
	idsOf: ReadonlyMap<string, readonly string[]>,
	found: ReadonlyMap<string, Communication>,
): Communication | undefined {
	const { told } = ownOf(row);
	return (idsOf.get(row.parent ?? '') ?? [])
		.toSorted(byId)
		.flatMap((id) => found.get(id) ?? [])
		.findLast((one) => one.told.day === told?.day);
}

/** The communication with what the row tells; nothing, where it tells all of it already. */
function addedTo({ id, told, at }: Communication, row: Row): Communication | undefined {
	const own = ownOf(row);
	if (!own.told) return undefined;
	const merged = { id, told: fitting(mergeDays(told, own.told)), at: latest([at, own.at]) };
	const isTold = htmlOf(merged.told) === htmlOf(told) && merged.at === at;
	return isTold ? undefined : merged;
}

function updateOf({ key, phone, also, urgent }: Row, { id, told, at }: Communication): Row {
	const target: TargetName = 'communicationUpdates';
	const texts = { hs_communication_body: htmlOf(told), hs_timestamp: at };
	const body = { id, objectWriteTraceId: key, properties: texts };
	return { key, target, phone, ...defined({ also }), parent: id, urgent, body };
}

/** What a row tells. */
function ownOf({ body }: Row): { told: ConversationDay | undefined; at: string } {
	const { hs_communication_body: html, hs_timestamp: at } = asObject(body['properties']);
	return { told: readDay(asString(html) ?? ''), at: asString(at) ?? '' };
}

/** Ids are numbers, and those of newer records are greater. */
export function byId(a: string, b: string): number {
	if (a.length !== b.length) return a.length - b.length;
	return a < b ? -1 : 1;
}
