import type { ConsentRecord } from './consentChanges';
import { forget, keyOf, know, lastOf, type Records, type Told } from './consentMemory';
import { isIncomplete, newlyTold } from './consentNews';
import { completed, type CrmStatement, nowComplete, otherStatements } from './consentNumbers';
import { SECOND_MS } from './crmTime';
import type { CrmRun } from './execute';

/** What was found on records and not told before. */
export interface News {
	record: ConsentRecord;
	told: Told;
	/** It was told already, but not for every number of the record. */
	isRest?: true;
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
		const key = keyOf(record);
		const told = newlyTold(run.crm.id, record, lastOf(known, key), when);
		const changed = Date.parse(record.changedAt) + SECOND_MS;
		if (told) return [{ record, told: { ...told, until: Math.max(until, changed) } }];
		const rest = nowComplete(known, record, when.now);
		return rest ? [{ record, told: rest, isRest: true }] : [];
	});
}

export function remember(known: Records, { record, told, isRest }: News): void {
	const key = keyOf(record);
	if (isRest) return completed(known, key);
	if (record.phone === undefined) return know(known, key, told);
	forget(known, key);
	known.told.set(key, told);
}

/** What is told of news. */
export interface ToldNews {
	statements: CrmStatement[];
	/** Records whose edit cannot be told until they have a phone that can be read; each is named once. */
	withoutPhone: ConsentRecord[];
	/** Records whose opt-out was told, but not for numbers that cannot be read; each is named once. */
	incomplete: ConsentRecord[];
	/** All records that there was news of. */
	records: ConsentRecord[];
}

/** The news as statements, and the records that nobody can say of whose they are. */
export function tellNews({ crm }: CrmRun, news: readonly News[]): ToldNews {
	const named = (isMeant: (one: News) => boolean) =>
		news.flatMap((one) => (isMeant(one) ? [one.record] : []));
	return {
		statements: news.flatMap(({ record, told, isRest }): CrmStatement[] => {
			const { phone } = record;
			if (phone === undefined) return [];
			const { id, state, occurredAt } = told;
			const by = { level: 'single', origin: 'admin', source: crm.id } as const;
			const statement = { id, state, occurredAt, ...by };
			const own = isRest ? [] : [{ statement, phone, record, isOther: false }];
			return [...own, ...otherStatements(record, told, statement)];
		}),
		withoutPhone: named(({ record }) => record.phone === undefined),
		incomplete: named(({ record, isRest }) => !isRest && isIncomplete(record)),
		records: named(() => true),
	};
}
