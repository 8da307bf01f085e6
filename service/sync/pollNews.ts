import type { RecordRef } from '../../connectors/changes';
import type { RecordNews } from '../../connectors/recordNews';
import type { Queues } from '../queue';
import type { Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';
import { forgetProblems } from './consentProblems';

/** A record that somebody said has changed, and how often. */
export interface NamedRecord extends RecordRef {
	times: number;
}

/** So many are read at one time. */
const MOST = 1000;

/** Has records read at once that a webhook or a stream names, within the transaction of `sql`. */
export async function addNews(
	sql: Sql,
	queues: Queues,
	connection: string,
	{ changed, gone }: RecordNews,
): Promise<void> {
	await forgetProblems(sql, connection, gone);
	if (changed.length === 0) return;
	await sql.query(
		`insert into rcs.crm_news (connection, object, id)
		select $1, object, id from jsonb_to_recordset($2::jsonb) as row (object text, id text)
		order by object, id
		on conflict (connection, object, id) do update set times = crm_news.times + 1`,
		[connection, jsonRows(changed)],
	);
	await queues.hurry('poll', { connection }, { key: connection, within: sql });
}

export async function namedRecords(sql: Sql, connection: string): Promise<NamedRecord[]> {
	return sql.query<NamedRecord & Record<string, unknown>>(
		`select object, id, times from rcs.crm_news where connection = $1 order by object, id limit ${MOST}`,
		[connection],
	);
}

/** Takes out what was read; what was named again meanwhile stays. */
export async function removeNews(
	sql: Sql,
	connection: string,
	read: readonly NamedRecord[],
): Promise<void> {
	await sql.query(
		`delete from rcs.crm_news using jsonb_to_recordset($2::jsonb) as row (object text, id text, times integer)
		where connection = $1 and crm_news.object = row.object and crm_news.id = row.id and crm_news.times = row.times`,
		[connection, jsonRows(read)],
	);
}
