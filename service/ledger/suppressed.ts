import { createHmac } from 'node:crypto';
import { outlasting } from '../../core/consent/outlasting';
import type { ConsentSource, ConsentStatement } from '../../core/consent/statement';
import { deriveMessageId } from '../../core/message/id';
import { kindOf } from '../config/purposes';
import type { Config } from '../config/schema';
import type { Sql } from '../store/database';
import { jsonRows } from '../store/jsonRows';
import { findSecret, secretFor } from './secrets';

/*
 * Opt-outs of people who were erased. What is kept of a number is its HMAC: whoever has the database has
 * the key as well, and could try all numbers, so it is still personal data; it cannot be read, only compared.
 */

interface SuppressedRow extends Record<string, unknown> {
	hash: string;
	agent: string;
	purpose: string;
	source: ConsentSource;
	occurred_at: string;
}

/** The opt-outs that outlived the erasure of people, by phone, as statements of the person. */
export async function suppressedOf(
	sql: Sql,
	phones: readonly string[],
): Promise<Map<string, ConsentStatement[]>> {
	const secret = await findSecret(sql, 'suppressed');
	// Nobody was ever erased.
	if (!secret) return new Map();
	const byHash = new Map(phones.map((phone) => [hashOf(phone, secret), phone]));
	const rows = await sql.query<SuppressedRow>(
		'select hash, agent, purpose, source, occurred_at from rcs.suppressed where hash = any($1)',
		[[...byHash.keys()]],
	);
	const found = new Map<string, ConsentStatement[]>();
	for (const row of rows) {
		const phone = byHash.get(row.hash);
		if (phone === undefined) continue;
		found.set(phone, [...(found.get(phone) ?? []), statementOf(row, phone)]);
	}
	return found;
}

/** Keeps the opt-outs that are in force among the statements of a person; says how many these are. */
export async function suppress(
	sql: Sql,
	phone: string,
	statements: readonly ConsentStatement[],
	purposes: Config['purposes'],
): Promise<number> {
	const optOuts = outlasting(statements, (purpose) => kindOf(purposes, purpose).kind);
	if (optOuts.length === 0) return 0;
	const hash = hashOf(phone, await secretFor(sql, 'suppressed'));
	const rows = optOuts.map(({ agent, purpose, source, since }) => ({
		...{ hash, agent, purpose, source },
		occurred_at: since,
	}));
	await sql.query(INSERT, [jsonRows(rows)]);
	return rows.length;
}

const INSERT = `
insert into rcs.suppressed (hash, agent, purpose, source, occurred_at)
select hash, agent, purpose, source, occurred_at
from jsonb_to_recordset($1::jsonb) as row (hash text, agent text, purpose text, source text, occurred_at timestamptz)
on conflict (hash, agent, purpose) do update set
	source = excluded.source, occurred_at = greatest(rcs.suppressed.occurred_at, excluded.occurred_at)`;

function hashOf(phone: string, secret: Buffer): string {
	return createHmac('sha256', secret).update(phone).digest('hex');
}

function statementOf(row: SuppressedRow, phone: string): ConsentStatement {
	const { hash, agent, purpose, source, occurred_at: at } = row;
	return {
		id: deriveMessageId(['suppressed', hash, agent, purpose]),
		key: { phone, agent, purpose },
		state: 'optedOut',
		level: 'single',
		origin: 'person',
		source,
		occurredAt: at,
		recordedAt: at,
	};
}
