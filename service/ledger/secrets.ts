import { randomBytes } from 'node:crypto';
import type { Sql } from '../store/database';

/** Keys that the database keeps; one is made when it is first needed. */
type SecretName = 'suppressed';

const BYTES = 32;

export async function findSecret(sql: Sql, name: SecretName): Promise<Buffer | undefined> {
	const [row] = await sql.query<{ secret: Uint8Array }>(
		'select secret from rcs.secrets where name = $1',
		[name],
	);
	return row && Buffer.from(row.secret);
}

/** The key, made now where there is none; of processes that do so at once, all get the same. */
export async function secretFor(sql: Sql, name: SecretName): Promise<Buffer> {
	await sql.query(
		'insert into rcs.secrets (name, secret) values ($1, $2) on conflict (name) do nothing',
		[name, randomBytes(BYTES)],
	);
	const secret = await findSecret(sql, name);
	if (!secret) throw new TypeError(`The database did not keep the key ${name}`);
	return secret;
}
