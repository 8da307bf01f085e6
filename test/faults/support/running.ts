import type { PostgresServer } from '../../service/support/postgres';

/** Jest loads globalSetup and globalTeardown apart, in one process. */
const place = globalThis as { rcsFaults?: PostgresServer };

export function keep(server: PostgresServer): void {
	place.rcsFaults = server;
}

export function running(): PostgresServer | undefined {
	return place.rcsFaults;
}
