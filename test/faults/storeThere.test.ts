import pg from 'pg';
import { openStore } from '../../service/store';
import { newDatabase, SERVER_VARIABLE } from '../service/support/postgres';

/** The service starts before its database does. */

it('goes on when the database is there', async () => {
	const server = process.env[SERVER_VARIABLE] ?? '';
	const url = await newDatabase(server);
	const admin = new pg.Client({ connectionString: server });
	await admin.connect();
	const allow = (whether: boolean) =>
		admin.query(
			`alter database ${new URL(url).pathname.slice(1)} with allow_connections ${String(whether)}`,
		);
	await allow(false);
	const told: string[] = [];
	const store = await openStore({ kind: 'postgres', url }, () => undefined, {
		onWaiting(message) {
			told.push(message);
			void allow(true);
		},
	});
	expect(await store.query('select 1 as one from rcs.events')).toEqual([]);
	expect(told).toHaveLength(1);
	await store.close();
	await admin.end();
});
