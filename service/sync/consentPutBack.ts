import { consentFor } from '../../core/consent/applies';
import type { CrmAccount } from '../config/crmAccounts';
import { statementsOf } from '../ledger/statements';
import type { Queues } from '../queue';
import type { Sql } from '../store/database';
import { addToOutbox, hurrySync } from './outbox';

/** Statements that edits in a CRM became, by their ids. */
interface Edits {
	/** Nothing more is to be noted of them. */
	settled: readonly string[];
	/** Something else was written to their records before they were noted. */
	overtaken: readonly string[];
}

/**
 * Has the consent written again to records that may show something else than what the ledger decided: those
 * whose edits do not hold, such as an admin's opt-in without proof over a person's STOP, and those that were
 * written while they were read.
 */
export async function putBack(
	sql: Sql,
	queues: Queues,
	{ connection, sync }: CrmAccount,
	{ settled, overtaken }: Edits,
): Promise<void> {
	const ids = new Set([...settled, ...overtaken]);
	if (ids.size === 0) return;
	const phones = await sql.query<{ phone: string }>(
		'select distinct phone from rcs.statements where id = any($1)',
		[[...ids]],
	);
	const statements = await statementsOf(
		sql,
		phones.map(({ phone }) => phone),
	);
	const again = new Set(overtaken);
	const items = [...statements.values()].flatMap((own) => {
		const holds = consentFor(sync, own).state;
		const edits = own.filter(({ id, state }) => ids.has(id) && (again.has(id) || state !== holds));
		return edits.map(({ id, key: { phone } }) => {
			const urgent = holds === 'optedOut';
			return { phone, about: { statement: id }, urgent };
		});
	});
	if (items.length === 0) return;
	await addToOutbox(sql, [connection], items);
	await hurrySync(queues, [connection], sql);
}
