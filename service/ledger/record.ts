import type { ConsentStatement } from '../../core/consent/statement';
import { deriveMessageId } from '../../core/message/id';
import type { Queues } from '../queue';
import type { Sql } from '../store/database';
import { addToOutbox, hurrySync } from '../sync/outbox';
import { recordedTimes } from './recordedTimes';
import { addStatements } from './statements';

interface Parts {
	/** By connection. */
	crms: ReadonlyMap<string, unknown>;
	queues: Queues;
}

/**
 * Consent as it was stated somewhere. Without a time it is stated now; who tells nothing of its id gets one
 * that is the same every time.
 */
export type Stated = Omit<ConsentStatement, 'id' | 'occurredAt' | 'recordedAt'> &
	Partial<Pick<ConsentStatement, 'id' | 'occurredAt'>>;

export interface Recorded {
	statement: ConsentStatement;
	/** False: the ledger had a statement of this id. */
	isNew: boolean;
}

/**
 * Adds what people stated to the ledger and has it written to the CRMs, opt-outs before everything else:
 * all of it in the transaction of `sql`. The CRM that it was stated in (`from`) is not written to, except for
 * statements, by their ids, about phones that may have another record there (`ofOthers`).
 */
export async function recordStatements(
	{ crms, queues }: Parts,
	sql: Sql,
	stated: readonly Stated[],
	{ from, ofOthers = new Set() }: { from?: string; ofOthers?: ReadonlySet<string> } = {},
): Promise<Recorded[]> {
	if (stated.length === 0) return [];
	const statements = await toRecord(sql, stated);
	const added = await addStatements(sql, statements);
	const fresh = statements.filter(({ id }) => added.has(id));
	if (fresh.length > 0) {
		const all = [...crms.keys()];
		const elsewhere = all.filter((connection) => connection !== from);
		const isOther = ({ id }: ConsentStatement) => ofOthers.has(id);
		const own = fresh.filter((one) => !isOther(one));
		const others = fresh.filter(isOther);
		await addToOutbox(sql, elsewhere, own.map(outboxItem));
		await addToOutbox(sql, all, others.map(ownOnlyItem));
		await hurrySync(queues, others.length > 0 ? all : elsewhere, sql);
	}
	return statements.map((statement) => ({ statement, isNew: added.delete(statement.id) }));
}

async function toRecord(sql: Sql, stated: readonly Stated[]): Promise<ConsentStatement[]> {
	const times = await recordedTimes(
		sql,
		stated.map(({ key }) => key.phone),
	);
	return stated.flatMap((one) => {
		const recordedAt = times.get(one.key.phone);
		if (recordedAt === undefined) return [];
		const statement = { ...one, occurredAt: one.occurredAt ?? recordedAt };
		return [{ ...statement, id: one.id ?? idOf(statement), recordedAt }];
	});
}

function outboxItem({ id, key, state }: ConsentStatement) {
	return { phone: key.phone, about: { statement: id }, urgent: state === 'optedOut' };
}

function ownOnlyItem({ id, key, state }: ConsentStatement) {
	const about = { statement: id, ownOnly: true };
	return { phone: key.phone, about, urgent: state === 'optedOut' };
}

/** The same for everything that says the same of the same moment; who can show when, says more. */
function idOf({
	key,
	state,
	level,
	origin,
	source,
	occurredAt,
	proof,
}: Omit<ConsentStatement, 'id' | 'recordedAt'>): string {
	const { phone, agent, purpose } = key;
	const about = [phone, agent, purpose, state, level, origin, source, occurredAt];
	return deriveMessageId(['stated', ...about, proof?.consentedAt ?? '']);
}
