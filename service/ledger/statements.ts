import type { ConsentStatement } from '../../core/consent/statement';
import { defined } from '../../core/json';
import type { Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';
import { suppressedOf } from './suppressed';

/** Adds statements, and gives the ids of those that were not there yet. */
export async function addStatements(
	sql: Sql,
	statements: readonly ConsentStatement[],
): Promise<Set<string>> {
	if (statements.length === 0) return new Set();
	const rows = await sql.query<{ id: string }>(INSERT, [jsonRows(statements.map(rowOf))]);
	return new Set(rows.map(({ id }) => id));
}

const INSERT = `
insert into rcs.statements (id, phone, agent, purpose, state, level, origin, source, occurred_at, recorded_at, proof)
select id, phone, agent, purpose, state, level, origin, source, occurred_at, recorded_at, proof
from jsonb_to_recordset($1::jsonb) as row (
	id text, phone text, agent text, purpose text, state text, level text, origin text, source text,
	occurred_at timestamptz, recorded_at timestamptz, proof jsonb
)
order by id
on conflict (id) do nothing
returning id`;

function rowOf({ key, occurredAt, recordedAt, ...statement }: ConsentStatement) {
	return { ...statement, ...key, occurred_at: occurredAt, recorded_at: recordedAt };
}

interface StatementRow extends Record<string, unknown> {
	id: string;
	phone: string;
	agent: string;
	purpose: string;
	state: ConsentStatement['state'];
	level: ConsentStatement['level'];
	origin: ConsentStatement['origin'];
	source: ConsentStatement['source'];
	occurred_at: string;
	recorded_at: string;
	proof: ConsentStatement['proof'] | null;
}

/**
 * All that people stated, by phone, in the order in which it was recorded, with the opt-outs that outlived
 * an erasure. These are read last: so whoever is erased meanwhile is seen before or after it.
 */
export async function statementsOf(
	sql: Sql,
	phones: readonly string[],
): Promise<Map<string, ConsentStatement[]>> {
	const people = [...new Set(phones)];
	const rows = await sql.query<StatementRow>(
		`select id, phone, agent, purpose, state, level, origin, source, occurred_at, recorded_at, proof
		from rcs.statements where phone = any($1) order by seq`,
		[people],
	);
	const byPhone = await suppressedOf(sql, people);
	for (const row of rows) {
		const known = byPhone.get(row.phone);
		if (known) known.push(read(row));
		else byPhone.set(row.phone, [read(row)]);
	}
	return byPhone;
}

function read(row: StatementRow): ConsentStatement {
	const { id, phone, agent, purpose, state, level, origin, source, proof } = row;
	return {
		id,
		key: { phone, agent, purpose },
		state,
		level,
		origin,
		source,
		occurredAt: row.occurred_at,
		recordedAt: row.recorded_at,
		...defined({ proof: proof ?? undefined }),
	};
}
