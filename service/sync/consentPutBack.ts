import { statementsFor } from '../../core/consent/applies';
import { consentOf } from '../../core/consent/consentOf';
import type { CrmAccount } from '../config/crmAccounts';
import { statementsOf } from '../ledger/statements';
import type { Queues } from '../queue';
import type { Sql } from '../store/database';
import { addToOutbox, hurrySync } from './outbox';

/**
 * Has opt-outs written again to the records whose edits do not end them, such as an admin's opt-in without
 * proof over a person's STOP. `ids`: of the statements that the edits became.
 */
export async function putBack(
	sql: Sql,
	queues: Queues,
	{ connection, sync: { agent, purpose } }: CrmAccount,
	ids: readonly string[],
): Promise<void> {
	if (ids.length === 0) return;
	const phones = await sql.query<{ phone: string }>(
		'select distinct phone from rcs.statements where id = any($1)',
		[ids],
	);
	const statements = await statementsOf(
		sql,
		phones.map(({ phone }) => phone),
	);
	const told = new Set(ids);
	const overruled = [...statements.values()].flatMap((own) => {
		const { state } = consentOf(statementsFor({ agent, purpose }, own));
		const edits = own.filter((one) => told.has(one.id) && one.state !== 'optedOut');
		return state === 'optedOut' ? edits : [];
	});
	if (overruled.length === 0) return;
	const items = overruled.map(({ id, key: { phone } }) => ({
		phone,
		about: { statement: id },
		urgent: true,
	}));
	await addToOutbox(sql, [connection], items);
	await hurrySync(queues, [connection], sql);
}
