import { type Database, only, type Sql } from './database';
import { migrations } from './migrations';

/** The key of our lock among the advisory locks of the database. */
const LOCK = 7_270_001;

const ANOTHER = 'Another process brings the tables of the database up to date, which is waited for';

/**
 * Brings the tables up to date. Safe with any number of processes that start at once: one works, the others
 * wait and find nothing to do.
 *
 * @throws Error when the database was made by a newer version of the service.
 */
export async function migrate(
	database: Database,
	onWaiting: (message: string) => void = () => undefined,
): Promise<void> {
	await database.transaction(async (sql) => {
		const { free } = only(await sql.query('select pg_try_advisory_xact_lock($1) as free', [LOCK]));
		if (free !== true) {
			onWaiting(ANOTHER);
			await sql.query('select pg_advisory_xact_lock($1)', [LOCK]);
		}
		await sql.query('create schema if not exists rcs');
		await sql.query(
			'create table if not exists rcs.migrations (version integer primary key, name text not null, done_at timestamptz not null default now())',
		);
		const done = Number(
			only(await sql.query('select coalesce(max(version), 0) as done from rcs.migrations'))['done'],
		);
		if (done > migrations.length)
			throw new Error(
				`The database has the tables of a newer version (step ${done}; this one knows ${migrations.length}). Start that version, or give this one a database of its own.`,
			);
		for (const [index, { name, sql: text }] of migrations.entries())
			if (index >= done) await step(sql, index + 1, name, text);
	});
}

async function step(sql: Sql, version: number, name: string, text: string): Promise<void> {
	for (const statement of text.split(/;\s*\n/).filter((one) => one.trim() !== ''))
		await sql.query(statement);
	await sql.query('insert into rcs.migrations (version, name) values ($1, $2)', [version, name]);
}
