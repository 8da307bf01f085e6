import * as v from 'valibot';
import type { Sql } from '../store/database';
import { toJson } from '../store/jsonRows';

/** Whether a CRM tells of changes by itself. `at`: ISO 8601 in UTC. */
type StreamState =
	{ state: 'up'; at: string } | { state: 'down'; at: string; reason: string; advice: string };

/** Where the stream of each object goes on. */
const places = v.record(v.string(), v.number());

export async function keptPlaces(sql: Sql, connection: string): Promise<Record<string, number>> {
	const [row] = await sql.query<{ places: unknown }>(
		`select stream->'places' as places from rcs.crm_state where connection = $1`,
		[connection],
	);
	const { success, output } = v.safeParse(places, row?.places);
	return success ? output : {};
}

export function noteStream(sql: Sql, connection: string, state: StreamState): Promise<void> {
	return merge(
		sql,
		connection,
		`jsonb_build_object('places', coalesce(crm_state.stream->'places', '{}')) || $2::jsonb`,
		state,
	);
}

/** Forgets how it went with a stream that is turned off. */
export async function forgetStream(sql: Sql, connection: string): Promise<void> {
	await sql.query(
		'update rcs.crm_state set stream = null where connection = $1 and stream is not null',
		[connection],
	);
}

/** Keeps where the stream of an object goes on, in the transaction that takes what it told. */
export function keepPlace(
	sql: Sql,
	connection: string,
	{ object, replayId }: { object: string; replayId: number },
): Promise<void> {
	return merge(
		sql,
		connection,
		`coalesce(crm_state.stream, '{}') || jsonb_build_object('places', coalesce(crm_state.stream->'places', '{}') || $2::jsonb)`,
		{ [object]: replayId },
	);
}

async function merge(sql: Sql, connection: string, merged: string, value: object): Promise<void> {
	await sql.query(
		'insert into rcs.crm_state (connection) values ($1) on conflict (connection) do nothing',
		[connection],
	);
	await sql.query(`update rcs.crm_state set stream = ${merged} where connection = $1`, [
		connection,
		toJson(value),
	]);
}
