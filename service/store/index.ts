import type { DatabaseConfig } from '../config/schema';
import type { Database } from './database';
import { migrate } from './migrate';
import { type Embedded, openPglite } from './pglite';
import { openPostgres } from './postgres';

export type Store = Embedded | (Database & { kind: 'postgres'; url: string });

/** Opens the database that the configuration names, with its tables up to date. */
export async function openStore(
	config: DatabaseConfig,
	onLost: (error: Error) => void,
): Promise<Store> {
	const store = await open(config, onLost);
	try {
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
