import type { Clock } from '../../core/clock';
import { addStatements } from '../ledger/statements';
import type { Queues } from '../queue';
import type { Sql } from '../store/database';
import { addToOutbox, hurrySync } from '../sync/outbox';
import { statementIn } from './statementIn';
import type { StoredEvent } from './storeEvents';

interface Parts {
	crms: ReadonlyMap<string, unknown>;
	queues: Queues;
	clock: Clock;
}

/**
 * What cannot wait: an opt-out is in the ledger in the same commit as its event, so that the gate knows of
 * it from then on, and goes to the CRMs before everything else.
 */
export async function onNewEvents(
	{ crms, queues, clock }: Parts,
	sql: Sql,
	events: readonly StoredEvent[],
): Promise<void> {
	const recordedAt = new Date(clock.now()).toISOString();
	const stated = events.flatMap((stored) => {
		const statement = statementIn(stored.event, recordedAt);
		return statement ? [{ stored, statement }] : [];
	});
	if (stated.length === 0) return;
	await addStatements(
		sql,
		stated.map(({ statement }) => statement),
	);
	const connections = [...crms.keys()];
	const items = stated.map(({ stored: { seq }, statement: { key, state } }) => ({
		phone: key.phone,
		about: { event: seq },
		urgent: state === 'optedOut',
	}));
	await addToOutbox(sql, connections, items);
	await hurrySync(queues, connections, sql);
}
