import { embedded, onServer, type TestDatabase } from '../service/support/database';
import { hasPostgres, SERVER_VARIABLE, startPostgres } from '../service/support/postgres';

type Measure<F> = (name: string, database: TestDatabase) => Promise<F[]>;

/**
 * Measures on the embedded database, and on Postgres: on the server that the environment names, else on one of
 * its own where Postgres is installed.
 */
export async function onEachDatabase<F>(
	report: (line: string) => void,
	measure: Measure<F>,
): Promise<F[]> {
	const figures = await measure('PGlite', embedded());
	const named = process.env[SERVER_VARIABLE];
	if (named === undefined && !hasPostgres()) {
		report('Postgres is not installed on this machine, and is not measured');
		return figures;
	}
	const server = named === undefined ? await startPostgres() : undefined;
	try {
		return [...figures, ...(await measure('Postgres', await onServer(named ?? server?.url ?? '')))];
	} finally {
		await server?.stop();
	}
}
