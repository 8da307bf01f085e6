import { acknowledge, type NotAcknowledged } from '../../connectors/consentAcknowledge';
import { type ConsentMemory, recordsOf } from '../../connectors/consentMemory';
import type { CrmRun } from '../../connectors/execute';
import type { CrmAccount } from '../config/crmAccounts';
import type { Service } from '../service';
import { noteProblems } from './consentProblems';
import { putBack } from './consentPutBack';
import { saveMemory } from './pollState';

type Parts = Pick<Service, 'store' | 'queues' | 'clock'>;

/**
 * Notes on records that their edits were taken, and has put right what the ledger decides otherwise: only
 * then, because an edit that nobody noted stands against what is written.
 *
 * @throws RcsError when the CRM cannot be asked: the next job does it then.
 */
export async function noteTaken(
	{ store, queues, clock }: Parts,
	account: CrmAccount,
	run: CrmRun,
	before: ConsentMemory,
): Promise<ConsentMemory> {
	const pending = recordsOf(before).told;
	if (pending.size === 0) return before;
	const { memory, failures, overtaken } = await acknowledge(run, before);
	const waiting = recordsOf(memory).told;
	const settled = [...pending].flatMap(([key, { id }]) => (waiting.has(key) ? [] : [id]));
	const problems = failures.map((failure) => notNoted(account, failure));
	const at = new Date(clock.now()).toISOString();
	await store.transaction(async (sql) => {
		await saveMemory(sql, account.connection, before, memory);
		await noteProblems(sql, account.connection, problems, at);
		await putBack(sql, queues, account, { settled, overtaken });
	});
	return memory;
}

function notNoted({ crm }: CrmAccount, { record, reason }: NotAcknowledged) {
	return {
		record,
		problem: `${crm.displayName} did not let the edit be noted as taken: ${reason}`,
		advice: `Let the account of the service write the RCS fields in ${crm.displayName}. The edit itself counts.`,
	};
}
