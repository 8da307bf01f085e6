import pg from 'pg';
import { openStore } from '../../service/store';
import { migrations } from '../../service/store/migrations';
import { until } from '../until';
import { newDatabase, SERVER_VARIABLE } from '../service/support/postgres';

/** The key that processes bring the tables up to date under. */
const LOCK = 7_270_001;

it('waits for another process that brings the tables up to date, for as long as it takes', async () => {
	const url = await newDatabase(process.env[SERVER_VARIABLE] ?? '');
	const other = new pg.Client({ connectionString: url });
	await other.connect();
	await other.query('select pg_advisory_lock($1)', [LOCK]);
	const told: string[] = [];
	const opening = openStore({ kind: 'postgres', url }, () => undefined, {
		onWaiting: (message) => told.push(message),
	});
	await until(() => told.length > 0);
	expect(told).toEqual([
		'Another process brings the tables of the database up to date, which is waited for',
	]);
	// Longer than the service waits for the answer to any other question.
	await other.query('select pg_sleep(16)');
	await other.query('select pg_advisory_unlock($1)', [LOCK]);
	const store = await opening;
	const [row] = await store.query('select max(version) as done from rcs.migrations');
	expect(row).toEqual({ done: migrations.length });
	await store.close();
	await other.end();
});
