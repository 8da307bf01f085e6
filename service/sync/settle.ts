import type { PhoneOutcome } from '../../connectors/phoneOutcome';
import type { Sql } from '../store/database';
import { addDeadLetters, removeDeadLetters } from './deadLetters';
import { type OutboxRow, removeRows, setAside } from './outboxRows';
import { fateOf } from './verdict';

/**
 * Notes what became of contacts: rows that were written are taken out, those that never can be are set
 * aside with a dead letter that says why, and the others stay. Gives how many there are of each.
 */
export async function settle(
	sql: Sql,
	connection: string,
	rows: readonly OutboxRow[],
	outcomes: readonly PhoneOutcome[],
): Promise<{ written: number; dead: number }> {
	const fates = outcomes.map((outcome) => ({ phone: outcome.phone, ...fateOf(outcome) }));
	const written = new Set(fates.flatMap(({ is, phone }) => (is === 'written' ? phone : [])));
	const dead = fates.filter((fate) => fate.is === 'dead');
	const setAsideOf = new Set(dead.map(({ phone }) => phone));
	await removeRows(
		sql,
		connection,
		rows.filter(({ phone }) => written.has(phone)),
	);
	await removeDeadLetters(sql, connection, [...written]);
	await setAside(
		sql,
		connection,
		rows.filter(({ phone }) => setAsideOf.has(phone)),
	);
	await addDeadLetters(sql, connection, dead);
	return { written: written.size, dead: dead.length };
}
