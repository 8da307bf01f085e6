import type { Database, Sql } from '../../../service/store/database';

/**
 * All that a database holds of the service and of its queues at one moment, as text, one entry a table: bytes
 * as they are, and what may be Base64 in them decoded as well.
 */
export function everythingIn(database: Database): Promise<Map<string, string>> {
	return database.snapshot(tablesOf);
}

async function tablesOf(sql: Sql): Promise<Map<string, string>> {
	const tables = await sql.query<{ name: string }>(
		`select format('%I.%I', table_schema, table_name) as name from information_schema.tables
		where table_schema in ('rcs', 'pgboss') and table_type = 'BASE TABLE'`,
	);
	const found = new Map<string, string>();
	for (const { name } of tables) {
		const rows = await sql.query<{ row: string }>(
			`select to_jsonb(own)::text as row from ${name} as own`,
		);
		found.set(name, rows.map(({ row }) => readable(row)).join('\n'));
	}
	return found;
}

/** The tables in which a text stands. */
export async function tablesWith(database: Database, text: string): Promise<string[]> {
	const all = [...(await everythingIn(database))];
	return all.flatMap(([name, rows]) => (rows.includes(text) ? name : [])).toSorted();
}

/** Bytes are shown as `\\x` and hexadecimal digits. */
function readable(row: string): string {
	const bytes = row.replace(/\\\\x((?:[0-9a-f]{2})+)/g, (_, hex: string) =>
		Buffer.from(hex, 'hex').toString('latin1'),
	);
	const inside = bytes.split('"').map((part) => Buffer.from(part, 'base64').toString('latin1'));
	return [bytes, ...inside].join('\n');
}
