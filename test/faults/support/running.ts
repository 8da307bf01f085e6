import type { PostgresServer } from '../../service/support/postgres';

/** Jest loads globalSetup and globalTeardown apart, in one process. */
const place: { rcsFaults?: PostgresServer } = globalThis;

export function keep(server: PostgresServer): void {
	place.rcsFaults = server;
}

export function running(): PostgresServer | undefined {
	return place.rcsFaults;
}
