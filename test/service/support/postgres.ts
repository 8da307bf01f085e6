import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, globSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { startTethered, type Tethered } from '../../tethered';

/** A Postgres server of its own, which nobody outside this machine can reach. */
export interface PostgresServer extends Tethered {
	/** Of its own database, e.g. for `newDatabase`. */
	url: string;
}

/** The variable that holds the address of a server for tests, where one runs. */
export const SERVER_VARIABLE = 'RCS_TEST_POSTGRES';

/**
 * Starts a server in a temporary folder, on a Unix socket, as it is set up by default: what is committed
 * was given to the disk (`fsync`). It ends, and its folder goes, when this process has ended in whatever way.
 *
 * @throws Error that says what to install where the machine has no Postgres.
 */
export async function startPostgres(): Promise<PostgresServer> {
	const bin = postgresFolder();
	const user = postgresUser();
	const folder = mkdtempSync(join(tmpdir(), 'rcs-postgres-'));
	if ('uid' in user) chownSync(folder, user.uid, user.gid);
	const data = join(folder, 'data');
	const locale = ['--encoding=UTF8', '--no-locale'];
	const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', ...locale];
	execFileSync(join(bin, 'initdb'), initdb, { ...user, cwd: folder, stdio: 'pipe' });
	const socket = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`];
	const command = [join(bin, 'postgres'), '-D', data, ...socket];
	const server = await startTethered(command, { folder, user });
	const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
	return { url, ...server };
}

/** Makes an empty database on a server, and gives its address. */
export async function newDatabase(server: string): Promise<string> {
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	const client = new pg.Client({ connectionString: server });
	await client.connect();
	try {
		await client.query(`create database ${name}`);
	} finally {
		await client.end();
	}
	const url = new URL(server);
	url.pathname = `/${name}`;
	return url.href;
}

/** Whether this machine has a Postgres that can be started. */
export function hasPostgres(): boolean {
	return installed() !== undefined;
}

function postgresFolder(): string {
	const found = installed();
	if (found !== undefined) return found;
	throw new Error(
		'These tests need a Postgres server, and none is installed: neither /usr/lib/postgresql/*/bin nor PATH has initdb. Install it, e.g. with "apt-get install postgresql".',
	);
}

function installed(): string | undefined {
	const debian = globSync('/usr/lib/postgresql/*/bin').sort(byVersion).reverse();
	const folders = [...debian, ...(process.env['PATH'] ?? '').split(delimiter)];
	return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

const byVersion = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

/** Postgres refuses to run as root, so root runs it as the user that its package makes. */
function postgresUser(): { uid: number; gid: number } | object {
	if (process.getuid?.() !== 0) return {};
	const id = (what: string) =>
		Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }).trim());
	return { uid: id('-u'), gid: id('-g') };
}
