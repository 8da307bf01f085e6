import type { ConsentStatement } from '../core/consent/statement';
import type { ConsentRecord } from './consentChanges';
import { forget, keyOf, know, lastOf, type Records, type Told } from './consentMemory';
import { newlyTold } from './consentNews';
import { SECOND_MS } from './crmTime';
import type { CrmRun } from './execute';

/** A consent that somebody set in the CRM. */
export interface CrmStatement {
	statement: Omit<ConsentStatement, 'key' | 'recordedAt'>;
	phone: string;
	record: ConsentRecord;
}

/** What was found on records and not told before. */
export interface News {
	record: ConsentRecord;
	told: Told;
}

/** Now, and since when edits are told. */
export interface When {
	now: number;
	since: string | undefined;
}

/** What records state that was not told yet. `until`: a time before which they were read. */
export function newsOn(
	run: CrmRun,
	known: Records,
	found: readonly ConsentRecord[],
	{ until, ...when }: When & { until: number },
): News[] {
	return found.flatMap((record): News[] => {
		const told = newlyTold(run.crm.id, record, lastOf(known, keyOf(record)), when);
		const changed = Date.parse(record.changedAt) + SECOND_MS;
		return told ? [{ record, told: { ...told, until: Math.max(until, changed) } }] : [];
	});
}

export function remember(known: Records, { record, told }: News): void {
	const key = keyOf(record);
	if (record.phone === undefined) return know(known, key, told);
	forget(known, key);
	known.told.set(key, told);
}

/** What is told of news. */
export interface ToldNews {
	statements: CrmStatement[];
	/** Records whose edit cannot be told until they have a phone that can be read; each is named once. */
	withoutPhone: ConsentRecord[];
}

/** The news as statements, and the records that nobody can say of whose they are. */
export function tellNews({ crm }: CrmRun, news: readonly News[]): ToldNews {
	return {
		statements: news.flatMap(({ record, told: { id, state, occurredAt } }): CrmStatement[] => {
			const { phone } = record;
			if (phone === undefined) return [];
			const by = { level: 'single', origin: 'admin', source: crm.id } as const;
			return [{ statement: { id, state, occurredAt, ...by }, phone, record }];
		}),
		withoutPhone: news.flatMap(({ record }) => (record.phone === undefined ? [record] : [])),
	};
}
