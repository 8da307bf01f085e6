import type { Clock } from '../../core/clock';
import type { ConsentStatement } from '../../core/consent/statement';
import { deriveMessageId } from '../../core/message/id';
import type { Queues } from '../queue';
import type { Sql } from '../store/database';
import { addToOutbox, hurrySync } from '../sync/outbox';
import { addStatements } from './statements';

interface Parts {
	/** By connection. */
	crms: ReadonlyMap<string, unknown>;
	queues: Queues;
	clock: Clock;
}

/** Consent as it was stated somewhere; who tells nothing of its id gets one that is the same every time. */
export type Stated = Omit<ConsentStatement, 'id' | 'recordedAt'> & { id?: string };

export interface Recorded {
	statement: ConsentStatement;
	/** False: the ledger had a statement of this id. */
	isNew: boolean;
}

/**
 * Adds what people stated to the ledger and has it written to the CRMs, opt-outs before everything else:
 * all of it in the transaction of `sql`. The CRM that it was stated in (`from`) is not written to.
 */
export async function recordStatements(
	{ crms, queues, clock }: Parts,
	sql: Sql,
	stated: readonly Stated[],
	{ from }: { from?: string } = {},
): Promise<Recorded[]> {
	const recordedAt = new Date(clock.now()).toISOString();
	const statements = stated.map((one) => ({ ...one, id: one.id ?? idOf(one), recordedAt }));
	const added = await addStatements(sql, statements);
	const fresh = statements.filter(({ id }) => added.has(id));
	const connections = [...crms.keys()].filter((connection) => connection !== from);
	if (fresh.length > 0) {
		await addToOutbox(sql, connections, fresh.map(outboxItem));
		await hurrySync(queues, connections, sql);
	}
	return statements.map((statement) => ({ statement, isNew: added.delete(statement.id) }));
}

function outboxItem({ id, key, state }: ConsentStatement) {
	return { phone: key.phone, about: { statement: id }, urgent: state === 'optedOut' };
}

/** The same for everything that says the same of the same moment; who can show when, says more. */
function idOf({ key, state, level, origin, source, occurredAt, proof }: Stated): string {
	const { phone, agent, purpose } = key;
	const about = [phone, agent, purpose, state, level, origin, source, occurredAt];
	return deriveMessageId(['stated', ...about, proof?.consentedAt ?? '']);
}
