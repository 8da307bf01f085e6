import { SERVER_VARIABLE, startPostgres } from '../../service/support/postgres';
import { keep } from './running';

/** One Postgres server for the whole run; each test makes a database of its own on it. */
export default async function globalSetup(): Promise<void> {
	const server = await startPostgres();
	keep(server);
	process.env[SERVER_VARIABLE] = server.url;
}
