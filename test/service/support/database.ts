import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDatabase } from '../../outside/emptyDatabase.cjs';
import type { DatabaseConfig } from '../../../service/config/schema';
import { newDatabase, SERVER_VARIABLE } from './postgres';

export interface TestDatabase {
	config: DatabaseConfig;
	remove(): void;
}

/** An empty database: on the server that the environment names, else an embedded one. */
export async function testDatabase(): Promise<TestDatabase> {
	const server = process.env[SERVER_VARIABLE];
	return server === undefined ? embedded() : onServer(server);
}

export function embedded(): TestDatabase {
	const folder = mkdtempSync(join(tmpdir(), 'rcs-service-'));
	if (existsSync(emptyDatabase))
		cpSync(emptyDatabase, join(folder, 'database'), { recursive: true });
	return {
		config: { kind: 'pglite', folder },
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}

/** It goes with its server. */
export async function onServer(server: string): Promise<TestDatabase> {
	return {
		config: { kind: 'postgres', url: await newDatabase(server) },
		remove: () => undefined,
	};
}
