import { isKept } from '../../connectors/contactWrites';
import type { RcsEvent } from '../../core/event/types';
import type { Database, Sql } from '../store/database';
import { makingOfEvents } from '../store/makingOfEvents';
import { addToOutbox } from '../sync/outbox';
import { type DigestedEvent, updateMessages } from './updateMessages';

/**
 * What follows from events that were stored together: their messages are brought up to date, and their
 * contacts go to the outbox of each CRM (`connections`). Done twice, or by several processes at once, it is the same.
 */
export async function digest(
	database: Database,
	connections: readonly string[],
	seqs: readonly number[],
): Promise<void> {
	await database.transaction(async (sql) => {
		await makingOfEvents(sql);
		const events = await eventsBySeq(sql, seqs);
		await updateMessages(sql, events);
		const items = events.flatMap(({ seq, event }) => {
			const { user: phone } = event;
			if (phone === undefined || !isKept(event)) return [];
			return [{ phone, about: { event: seq }, urgent: false }];
		});
		await addToOutbox(sql, connections, items);
	});
}

async function eventsBySeq(
	sql: Sql,
	seqs: readonly number[],
): Promise<(DigestedEvent & { seq: number })[]> {
	return sql.query<{ seq: number; connection: string; event: RcsEvent }>(
		'select seq, connection, event from rcs.events where seq = any($1::bigint[]) order by seq',
		[seqs],
	);
}
