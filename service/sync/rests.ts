import type { Database, Sql } from '../store/database';
import { lockCrms } from './crmLocks';

/**
 * Keeps the rests of contacts that no record has. It costs calls to look for them, so what comes within an
 * hour is set aside, unless it is an opt-out; when the hour is over it is looked for them once more.
 */
export async function keepRests(database: Database, connection: string): Promise<void> {
	await database.transaction(async (sql) => {
		await lockCrms(sql, connection);
		await wake(sql, connection);
		await putAside(sql, connection);
	});
}

async function wake(sql: Sql, connection: string): Promise<void> {
	await sql.query(
		`with awake as (
			update rcs.outbox as box set dead = false from rcs.dead_letters as letter
			where ${OF_LETTER} and box.dead and has_news and rest_until <= now()
			returning box.phone
		)
		update rcs.dead_letters set has_news = false
		where connection = $1 and phone in (select phone from awake)`,
		[connection],
	);
}

async function putAside(sql: Sql, connection: string): Promise<void> {
	await sql.query(
		`with aside as (
			update rcs.outbox as box set dead = true from rcs.dead_letters as letter
			where ${OF_LETTER} and not box.dead and not box.urgent and rest_until > now()
			returning box.phone
		)
		update rcs.dead_letters set has_news = true
		where connection = $1 and phone in (select phone from aside)`,
		[connection],
	);
}

const OF_LETTER =
	'box.connection = $1 and letter.connection = box.connection and letter.phone = box.phone';
