import { isE164 } from '../../core/message/phone';
import { recordStatements } from '../ledger/record';
import type { Reports } from '../operations/reports';
import type { Sql } from '../store/database';
import { addToOutbox } from '../sync/outbox';
import { statementIn } from './statementIn';
import type { StoredEvent } from './storeEvents';

/**
 * What cannot wait: an opt-out is in the ledger in the same commit as its event, so that the gate knows of
 * it from then on, and goes to the CRMs before everything else. Its event goes along: one write for both.
 */
export async function onNewEvents(
	parts: Parameters<typeof recordStatements>[0] & { reports: Reports },
	sql: Sql,
	events: readonly StoredEvent[],
): Promise<void> {
	const stated = events.flatMap(({ connection, event, seq }) => {
		const statement = statementIn(event);
		return statement ? [{ connection, seq, statement }] : [];
	});
	if (stated.length === 0) return;
	for (const { connection, statement } of stated)
		if (!isE164(statement.key.phone)) parts.reports.warned(UNREADABLE, { connection });
	const items = stated.map(({ seq, statement: { key, state } }) => ({
		phone: key.phone,
		about: { event: seq },
		urgent: state === 'optedOut',
	}));
	await addToOutbox(sql, [...parts.crms.keys()], items);
	await recordStatements(
		parts,
		sql,
		stated.map(({ statement }) => statement),
	);
}

/** It is kept as it came, where a person finds it: among what no record of a CRM has. */
const UNREADABLE =
	'Somebody opted out or in whose number cannot be read as a phone number; the gate does not know whose it is';
