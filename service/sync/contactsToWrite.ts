import { type ContactWrite, contactWrites, withoutConsent } from '../../connectors/contactWrites';
import { countedTime, mergeValues } from '../../connectors/values';
import type { Happened } from '../../connectors/writeBack';
import type { RcsEvent } from '../../core/event/types';
import type { CrmAccount } from '../config/crmAccounts';
import { eventsOfMessages, messagesOf } from '../digest/eventsOfMessages';
import { statementsOf } from '../ledger/statements';
import type { Sql } from '../store/database';
import { countsOf } from './counts';
import { consentInLedger, decidedUntil } from './ledgerConsent';
import { type OutboxRow, OWN_ONLY } from './outboxRows';

/** What contacts are to become. */
export interface ToWrite {
	writes: ContactWrite[];
	happened: Happened;
}

/**
 * What rows of the outbox tell, with what only the store knows: the consent as the ledger has it, how many
 * messages there were, and everything that happened to the messages that the rows are about.
 */
export async function contactsToWrite(
	sql: Sql,
	account: CrmAccount,
	rows: readonly OutboxRow[],
	now: number,
): Promise<ToWrite> {
	const phones = [...new Set(rows.map(({ phone }) => phone))];
	const events = counted(
		rows.flatMap(({ event }) => event ?? []),
		account,
		now,
	);
	const told = new Map(contactWrites(events).map(({ phone, values }) => [phone, values]));
	const statements = await statementsOf(sql, phones);
	const counts = await countsOf(sql, phones);
	const urgent = new Set(rows.flatMap((row) => (row.urgent ? row.phone : [])));
	const wide = new Set(rows.flatMap(({ phone, item }) => (item.startsWith(OWN_ONLY) ? [] : phone)));
	const writes = phones.map((phone) => {
		const own = statements.get(phone) ?? [];
		const consent = consentInLedger(account, own, now);
		// A single event knows nothing of other statements.
		const others = mergeValues(withoutConsent(told.get(phone) ?? {}), counts.get(phone) ?? {});
		const values = { ...others, ...consent };
		const decided = { until: decidedUntil(account, own, now) };
		const ownOnly = wide.has(phone) ? {} : { ownOnly: true as const };
		return { phone, values, urgent: urgent.has(phone), decided, ...ownOnly };
	});
	if (!account.settings.history) return { writes, happened: { events } };
	const ofMessages = counted(await eventsOfMessages(sql, messagesOf(events)), account, now);
	return { writes, happened: { events, ofMessages } };
}

/** Events with their times as they count at the CRM. */
function counted(events: readonly RcsEvent[], { crm }: CrmAccount, now: number): RcsEvent[] {
	return events.map((event) => ({
		...event,
		occurredAt: countedTime(event.occurredAt, now, crm.timeStepMs),
	}));
}
