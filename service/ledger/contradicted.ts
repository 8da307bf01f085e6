import type { Sql } from '../store/database';
import type { Recorded, Stated } from './record';

interface Known extends Record<string, unknown> {
	id: string;
	phone: string;
	agent: string;
	purpose: string;
	state: string;
	origin: string;
	occurred_at: string;
}

/**
 * The places of statements that were not recorded although they say something else than the one the ledger
 * has under their id: an opt-out must not get lost by an id that was used twice. A time is compared where one
 * was told; `recorded` is what became of `stated`, in its order.
 */
export async function contradicted(
	sql: Sql,
	stated: readonly Stated[],
	recorded: readonly Recorded[],
): Promise<number[]> {
	const old = recorded.filter(({ isNew }) => !isNew);
	if (old.length === 0) return [];
	const rows = await sql.query<Known>(
		'select id, phone, agent, purpose, state, origin, occurred_at from rcs.statements where id = any($1)',
		[old.map(({ statement }) => statement.id)],
	);
	const known = new Map(rows.map((row) => [row.id, row]));
	return recorded.flatMap(({ isNew, statement: { id } }, i) => {
		const row = known.get(id);
		const told = stated[i];
		return isNew || (row && told && isSame(row, told)) ? [] : [i];
	});
}

function isSame(known: Known, { key, state, origin, occurredAt }: Stated): boolean {
	const sameTime =
		occurredAt === undefined || Date.parse(occurredAt) === Date.parse(known.occurred_at);
	return (
		known.phone === key.phone &&
		known.agent === key.agent &&
		known.purpose === key.purpose &&
		known.state === state &&
		known.origin === origin &&
		sameTime
	);
}
