import type { ProviderError } from '../../core/errors';
import type { Change } from '../../core/message/problem';
import type { RcsMessage, TrafficType } from '../../core/message/types';
import type { GateAnswer } from '../../core/policy/gateAnswer';
import type { Sql } from '../store/database';
import { toJson } from '../store/jsonRows';
import type { Sending } from './request';

/**
 * `asked`: nothing was done yet. `held`: it waits until it may go out. `sending`: the provider may have it.
 * The others are final.
 */
export const sendStatuses = [
	'asked',
	'held',
	'sending',
	'accepted',
	'refused',
	'rejected',
	'unknown',
] as const;
export type SendStatus = (typeof sendStatuses)[number];

/** What became of a message, besides its status. */
export interface SendOutcome {
	reason?: Pick<ProviderError, 'category' | 'message' | 'advice'> & { rule?: string };
	checks?: GateAnswer['checks'];
	holdUntil?: string;
	providerMessageId?: string;
	/** It was tried as often as allowed: a person should look at it. */
	needsReview?: true;
}

/** What is kept of a message to send it later. */
export interface KeptRequest {
	/** As its provider carries it. */
	message: RcsMessage & { id: string };
	/** What it is for, as whoever asked named it: also where the provider has no place for it. */
	traffic?: TrafficType;
	/** Parts that were changed because the provider cannot carry them. */
	changes?: readonly Change[];
	how: Sending;
}

export interface Send {
	id: string;
	connection: string;
	phone: string;
	purpose: string;
	hash: string;
	request: KeptRequest;
	status: SendStatus;
	/** Seconds since something was last written down about it. */
	age: number;
	outcome: SendOutcome;
}

interface SendRow extends Record<string, unknown> {
	id: string;
	connection: string;
	phone: string;
	purpose: string;
	request_hash: string;
	request: KeptRequest;
	status: SendStatus;
	age: number;
	result: SendOutcome | null;
}

/** Writes down that a message was asked for. Says whether it is new. */
export async function addSend(
	sql: Sql,
	send: Omit<Send, 'status' | 'age' | 'outcome'>,
): Promise<boolean> {
	const { id, connection, phone, purpose, hash, request } = send;
	const rows = await sql.query(
		`insert into rcs.sends (id, connection, phone, purpose, request_hash, request, status)
		values ($1, $2, $3, $4, $5, $6::jsonb, 'asked') on conflict (id) do nothing returning id`,
		[id, connection, phone, purpose, hash, toJson(request)],
	);
	return rows.length > 0;
}

export async function findSend(sql: Sql, id: string): Promise<Send | undefined> {
	const [row] = await sql.query<SendRow>(
		`select id, connection, phone, purpose, request_hash, request, status, result,
			extract(epoch from now() - updated_at)::float8 as age
		from rcs.sends where id = $1`,
		[id],
	);
	if (!row) return undefined;
	const { request_hash: hash, result, ...send } = row;
	return { ...send, hash, outcome: result ?? {} };
}

/** Moves a message on from one of some states; says whether it was in one of them. */
export async function moveSend(
	sql: Sql,
	id: string,
	from: readonly SendStatus[],
	to: SendStatus,
	outcome: SendOutcome = {},
): Promise<boolean> {
	const rows = await sql.query(
		`update rcs.sends set status = $3, result = $4::jsonb, hold_until = $5, updated_at = now()
		where id = $1 and status = any($2) returning id`,
		[id, from, to, toJson(outcome), outcome.holdUntil ?? null],
	);
	return rows.length > 0;
}

/** Says that whoever sends it is still at it. */
export async function renewSend(sql: Sql, id: string): Promise<void> {
	await sql.query("update rcs.sends set updated_at = now() where id = $1 and status = 'sending'", [
		id,
	]);
}

/** Takes a message that nobody has been at for some seconds; says whether nobody else did. */
export async function takeLost(sql: Sql, id: string, seconds: number): Promise<boolean> {
	const rows = await sql.query(
		`update rcs.sends set updated_at = now() where id = $1 and status = 'sending'
			and updated_at < now() - make_interval(secs => $2) returning id`,
		[id, seconds],
	);
	return rows.length > 0;
}
