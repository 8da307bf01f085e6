import type { DatabaseConfig } from '../config/schema';
import type { Database } from './database';
import { migrate } from './migrate';
import { type Embedded, openPglite } from './pglite';
import { openPostgres } from './postgres';
import { type Waiting, whenThere } from './whenThere';

export type Store = Embedded | (Database & { kind: 'postgres'; url: string });

/** Opens the database that the configuration names, when it is there, with its tables up to date. */
export async function openStore(
	config: DatabaseConfig,
	onLost: (error: Error) => void,
	waiting: Waiting = {},
): Promise<Store> {
	const store = await open(config, onLost);
	try {
		if (config.kind === 'postgres')
			await whenThere(config.url, () => store.query('select 1'), waiting);
		await migrate(store);
		return store;
	} catch (error) {
		await store.close();
		throw error;
	}
}

async function open(config: DatabaseConfig, onLost: (error: Error) => void): Promise<Store> {
	if (config.kind === 'pglite') return openPglite(config.folder);
	return { ...openPostgres(config.url, onLost), url: config.url };
}
