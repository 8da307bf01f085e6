import * as v from 'valibot';
import { configSchema } from '../../service/config/schema';
import { openReports } from '../../service/operations/reports';
import { type Running, startService } from '../../service/start';
import { migrations } from '../../service/store/migrations';
import { embedded, testDatabase } from './support/database';

const silent = { write: () => undefined };

function start(config: object): Promise<Running> {
	const parsed = v.parse(configSchema, {
		http: { port: 0 },
		tokens: [{ name: 'tests', token: 'a-token-for-tests-only' }],
		...config,
	});
	return startService(parsed, openReports(parsed, silent));
}

const stepsOf = ({ service }: Running) =>
	service.store.query('select version from rcs.migrations order by version');

describe('starting', () => {
	it('makes the tables once, however many start', async () => {
		const { config: database, remove } = await testDatabase();
		const roles = ['ingest', 'sync', 'all', 'all'];
		const steps = migrations.map((_, i) => ({ version: i + 1 }));
		if (database.kind === 'postgres') {
			const all = await Promise.all(roles.map((role) => start({ database, role })));
			for (const one of all) expect(await stepsOf(one)).toEqual(steps);
			for (const one of all) await one.stop();
		} else
			for (const role of roles.slice(0, 2)) {
				const one = await start({ database, role });
				expect(await stepsOf(one)).toEqual(steps);
				await one.stop();
			}
		remove();
	});

	it('says that a folder or a port is in use, and leaves both to their owner', async () => {
		const database = embedded();
		const first = await start({ database: database.config });
		await expect(start({ database: database.config })).rejects.toThrow(
			/The folder \S+ is in use by another process\. Stop that one, or/,
		);
		const other = embedded();
		const port = Number(new URL(first.url).port);
		const taken = { database: other.config, http: { port } };
		await expect(start(taken)).rejects.toThrow(`Port ${port} is already in use`);
		expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
		await first.stop();
		// What could not start holds nothing any more.
		const second = await start({ database: other.config });
		await second.stop();
		for (const one of [database, other]) one.remove();
	});

	it('does not touch the tables of a newer version', async () => {
		const database = embedded();
		const first = await start({ database: database.config });
		await first.service.store.query("insert into rcs.migrations values (99, 'of the future')");
		await first.stop();
		await expect(start({ database: database.config })).rejects.toThrow(/of a newer version/);
		database.remove();
	});
});
