import type { Sql } from '../store/database';
import type { Recorded } from './record';

interface Known extends Record<string, unknown> {
	id: string;
	phone: string;
	agent: string;
	purpose: string;
	state: string;
}

/**
 * The places of statements that were not recorded although they say something else than the one the ledger
 * has under their id: an opt-out must not get lost by an id that was used twice.
 */
export async function contradicted(sql: Sql, recorded: readonly Recorded[]): Promise<number[]> {
	const old = recorded.filter(({ isNew }) => !isNew);
	if (old.length === 0) return [];
	const rows = await sql.query<Known>(
		'select id, phone, agent, purpose, state from rcs.statements where id = any($1)',
		[old.map(({ statement }) => statement.id)],
	);
	const known = new Map(rows.map((row) => [row.id, row]));
	return recorded.flatMap(({ isNew, statement: { id, key, state } }, i) => {
		const row = known.get(id);
		const isSame =
			row?.phone === key.phone &&
			row.agent === key.agent &&
			row.purpose === key.purpose &&
			row.state === state;
		return isNew || isSame ? [] : [i];
	});
}
