import type { ConsentRecord } from '../../connectors/consentChanges';
import type { ConsentMemory } from '../../connectors/consentMemory';
import type { ToldNews } from '../../connectors/consentTold';
import type { CrmAccount } from '../config/crmAccounts';
import { recordStatements } from '../ledger/record';
import type { Service } from '../service';
import type { Sql } from '../store/database';
import { forgetProblems, noteProblems } from './consentProblems';
import { saveMemory } from './pollState';

type Parts = Pick<Service, 'crms' | 'queues' | 'clock'>;

/** What was read in a CRM, and the memory it was read with. */
export interface ConsentRead extends ToldNews {
	before: ConsentMemory;
	memory: ConsentMemory;
}

/**
 * Takes what people stated in a CRM into the ledger, for the purpose and the agent that its field is about,
 * and has it written to the other CRMs. The memory is kept in the same transaction: so each edit is taken
 * once, whenever the process ends.
 *
 * @throws ReadByOther
 */
export async function takeConsent(
	parts: Parts,
	sql: Sql,
	{ connection, sync: { agent, purpose } }: CrmAccount,
	{ statements, withoutPhone, incomplete, records, before, memory }: ConsentRead,
): Promise<void> {
	await saveMemory(sql, connection, before, memory);
	const stated = statements.map(({ phone, statement }) => ({
		...statement,
		key: { phone, agent, purpose },
	}));
	const ofOthers = new Set(
		statements.flatMap(({ statement: { id }, isOther }) => (isOther ? id : [])),
	);
	await recordStatements(parts, sql, stated, { from: connection, ofOthers });
	await forgetProblems(sql, connection, records);
	const problems = [
		...withoutPhone.map((record) => ({ record, ...WITHOUT_PHONE })),
		...incomplete.map((record) => ({ record, ...notEveryNumber(record) })),
	];
	await noteProblems(sql, connection, problems, new Date(parts.clock.now()).toISOString());
}

const WITHOUT_PHONE = {
	problem: 'The consent status was changed, but no phone number of the record can be read.',
	advice:
		'Enter a number with its country code, or set "defaultCountry" of this CRM. The status counts when the number is there.',
};

function notEveryNumber({ unreadable = [] }: ConsentRecord) {
	return {
		problem: `The opt-out counts for the numbers of the record that can be read. These fields cannot: ${unreadable.join(', ')}`,
		advice:
			'Enter the number with its country code, or set "defaultCountry" of this CRM. The opt-out counts for it when it can be read.',
	};
}
