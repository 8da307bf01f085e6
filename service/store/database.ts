/** A row as it is read: `timestamptz` as ISO 8601 in UTC, `bigint` as a number, `jsonb` as what it holds. */
export type Row = Record<string, unknown>;

/** Where SQL can be run: the database itself, or a transaction of it. */
export interface Sql {
	query<R extends Row = Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

/** The store: the same SQL on embedded PGlite and on a Postgres server. */
export interface Database extends Sql {
	kind: 'pglite' | 'postgres';
	/** Runs all of it or nothing: what `work` throws undoes it. */
	transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
	/** Everything read in it is of one moment, whatever is written meanwhile: for answers made of several reads. */
	snapshot<T>(read: (sql: Sql) => Promise<T>): Promise<T>;
	/** Several statements without values, e.g. a migration; within a transaction where `sql` is one. */
	script(text: string): Promise<void>;
	/** Bytes on disk. */
	size(): Promise<number>;
	close(): Promise<void>;
}

/** The one row of a query that always gives one. */
export function only<R extends Row>(rows: readonly R[]): R {
	const [row] = rows;
	if (!row) throw new TypeError('The query gave no row');
	return row;
}
