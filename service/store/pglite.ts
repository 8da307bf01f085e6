import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { columnParsers } from './columnTypes';
import type { Database, Row, Sql } from './database';
import { lockFolder } from './folderLock';
import { storableValue } from './jsonRows';

export interface Embedded extends Database {
	kind: 'pglite';
	/** For pg-boss, which runs on the same instance. */
	pglite: PGlite;
}

/**
 * Opens the embedded database in a folder, which one process may use at a time. What was committed
 * outlives the process, however it ends. PGlite does not wait for the disk itself (its `fsync` is off), so a
 * power cut may take the last moments with it.
 *
 * @throws FolderInUse when another process has it.
 */
export async function openPglite(folder: string): Promise<Embedded> {
	await mkdir(folder, { recursive: true });
	const unlock = await lockFolder(folder);
	try {
		const pglite = await PGlite.create(join(folder, 'database'));
		const transaction: Database['transaction'] = (work) =>
			pglite.transaction((inside) => work(sqlOf(inside)));
		return {
			kind: 'pglite',
			pglite,
			...sqlOf(pglite),
			transaction,
			// Nothing else runs during a transaction; it is read-only as on a server.
			snapshot: (read) =>
				transaction(async (sql) => {
					await sql.query('set transaction read only');
					return read(sql);
				}),
			script: async (text) => {
				await pglite.exec(text);
			},
			size: async () => sizeIn(await pglite.query(SIZE)),
			close: async () => {
				await pglite.close();
				await unlock();
			},
		};
	} catch (error) {
		await unlock();
		throw error;
	}
}

function sqlOf(on: Pick<PGlite | Transaction, 'query'>): Sql {
	return {
		async query<R extends Row>(text: string, values: readonly unknown[] = []): Promise<R[]> {
			const { rows } = await on.query<R>(text, values.map(storableValue), {
				parsers: columnParsers,
			});
			return rows;
		},
	};
}

const SIZE = 'select pg_database_size(current_database())::float8 as bytes';

function sizeIn({ rows }: { rows: unknown[] }): number {
	const [row] = rows;
	return typeof row === 'object' && row !== null && 'bytes' in row ? Number(row.bytes) : 0;
}
