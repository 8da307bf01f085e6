import type { RecordRef } from '../../connectors/changes';
import type { Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';

/** Why the consent of a record could not be told, or not be noted as told. */
export interface ConsentProblem {
	record: RecordRef;
	problem: string;
	advice: string;
}

/** Keeps problems for the page; of a record the latest. `at`: ISO 8601 in UTC. */
export async function noteProblems(
	sql: Sql,
	connection: string,
	problems: readonly ConsentProblem[],
	at: string,
): Promise<void> {
	if (problems.length === 0) return;
	const rows = problems.map(({ record: { object, id }, ...words }) => ({ object, id, ...words }));
	await sql.query(
		`insert into rcs.crm_problems (connection, object, id, problem, advice, at)
		select $1, object, id, problem, advice, $3
		from jsonb_to_recordset($2::jsonb) as row (object text, id text, problem text, advice text)
		order by object, id
		on conflict (connection, object, id) do update
		set problem = excluded.problem, advice = excluded.advice, at = excluded.at`,
		[connection, jsonRows(rows), at],
	);
}

/** Forgets problems of records that were told, or are gone. */
export async function forgetProblems(
	sql: Sql,
	connection: string,
	records: readonly RecordRef[],
): Promise<void> {
	if (records.length === 0) return;
	const rows = records.map(({ object, id }) => ({ object, id }));
	await sql.query(
		`delete from rcs.crm_problems using jsonb_to_recordset($2::jsonb) as row (object text, id text)
		where connection = $1 and crm_problems.object = row.object and crm_problems.id = row.id`,
		[connection, jsonRows(rows)],
	);
}
