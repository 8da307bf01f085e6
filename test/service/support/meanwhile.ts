import type { Database, Sql } from '../../../service/store/database';
import { until } from '../../until';

/** A database with something happening before a statement, wherever it is run. */
export function heldBefore<D extends Database>(
	database: D,
	statement: string,
	happens: () => Promise<void>,
): D {
	const held = (sql: Sql): Sql => ({
		async query(text, values) {
			if (text.includes(statement)) await happens();
			return sql.query(text, values);
		},
	});
	return {
		...database,
		...held(database),
		transaction: (work) => database.transaction((sql) => work(held(sql))),
		snapshot: (read) => database.snapshot((sql) => read(held(sql))),
	};
}

/** Waits until some work is done, or waits for a lock that another transaction holds. */
export async function doneOrWaiting(database: Database, work: Promise<unknown>): Promise<void> {
	let isDone = false;
	void work.then(() => (isDone = true));
	await until(async () => isDone || (await isWaiting(database)));
}

/** Whether a transaction waits for a lock that another one holds. */
export async function isWaiting(database: Database): Promise<boolean> {
	const rows = await database.query(
		"select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
	);
	return rows.length > 0;
}
