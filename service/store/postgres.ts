import pg from 'pg';
import { columnParsers } from './columnTypes';
import { type Database, only, type Row, type Sql } from './database';
import { storableValue } from './jsonRows';
import { isStoreLost } from './lost';

/** Connections of one process; pg-boss has some of its own. */
const CONNECTIONS = 10;

/** Whoever asked is told sooner that the server cannot be reached than they give up. */
const CONNECT_MS = 5000;

/** A connection that nobody uses is closed sooner than a question is given up: then the others are known to be good. */
const IDLE_MS = 10_000;

/** A server that went silent has no end of its own. What asks for longer than this asks for too much. */
const ANSWER_MS = 15_000;

/**
 * Opens a database on a Postgres server, which any number of processes share. `url`: `postgres://user:password@host/name`;
 * `answerMs`: when a question is given up, 0: never.
 */
export function openPostgres(
	url: string,
	onLost: (error: Error) => void,
	answerMs: number = ANSWER_MS,
): Database & { kind: 'postgres' } {
	const pool = new pg.Pool({
		connectionString: url,
		max: CONNECTIONS,
		connectionTimeoutMillis: CONNECT_MS,
		idleTimeoutMillis: IDLE_MS,
		query_timeout: answerMs,
		keepAlive: true,
		application_name: 'rcs-connectors',
		types: { getTypeParser: parserOf },
	});
	// A connection that ends while nobody uses it is replaced by the pool; without a listener it would end the process.
	pool.on('error', onLost);
	return {
		kind: 'postgres',
		...sqlOf(pool),
		transaction: (work) => inTransaction(pool, 'begin', work),
		snapshot: (read) =>
			inTransaction(pool, 'begin isolation level repeatable read, read only', read),
		script: async (text) => {
			await pool.query(text);
		},
		size: async () => {
			const rows = await sqlOf(pool).query(
				'select pg_database_size(current_database())::float8 as bytes',
			);
			return Number(only(rows)['bytes']);
		},
		close: () => pool.end(),
	};
}

const own = new Map(Object.entries(columnParsers));

const parserOf: typeof pg.types.getTypeParser = (id: number, format?: 'text' | 'binary') =>
	own.get(String(id)) ?? pg.types.getTypeParser(id, format);

function sqlOf(on: Pick<pg.Pool | pg.PoolClient, 'query'>): Sql {
	return {
		async query<R extends Row>(text: string, values: readonly unknown[] = []): Promise<R[]> {
			const { rows } = await on.query<R>({
				...preparedAs(text, values),
				text,
				values: values.map(storableValue),
			});
			return rows;
		},
	};
}

const names = new Map<string, string>();

/**
 * A statement with values is prepared under a name, once for each connection: planning pg-boss's statements
 * takes Postgres longer than running them. The texts are those of the code, so there are not many.
 */
function preparedAs(text: string, values: readonly unknown[]): { name?: string } {
	if (values.length === 0) return {};
	const name = names.get(text) ?? `rcs_${names.size + 1}`;
	names.set(text, name);
	return { name };
}

async function inTransaction<T>(
	pool: pg.Pool,
	begin: string,
	work: (sql: Sql) => Promise<T>,
): Promise<T> {
	const client = await pool.connect();
	let failed: Error | undefined;
	try {
		await client.query(begin);
		const result = await work(sqlOf(client));
		await client.query('commit');
		return result;
	} catch (error) {
		if (isStoreLost(error)) failed = error;
		else
			await client.query('rollback').catch((lost: Error) => {
				failed = lost;
			});
		throw error;
	} finally {
		// A connection that is lost or cannot even be rolled back is not used again.
		client.release(failed);
	}
}
