import { defined } from '../core/json';
import type { ConsentRecord } from './consentChanges';
import { forget, keyOf, know, lastOf, type Records, type Told } from './consentMemory';
import { newlyTold } from './consentNews';
import {
	type Begun,
	type CrmStatement,
	incompleteOf,
	isIncomplete,
	rememberRest,
	restFor,
	restOf,
	statementsFor,
} from './consentNumbers';
import { SECOND_MS } from './crmTime';
import type { CrmRun } from './execute';

/** What was found on records and not told before. */
export type News = Edit | Rest;

interface Edit {
	record: ConsentRecord;
	told: Told;
	isRest: false;
}

/** It was told already, but not for every number of the record. */
interface Rest {
	record: ConsentRecord;
	told: Begun;
	isRest: true;
}

/** Now, and since when edits are told. */
export interface When {
	now: number;
	since: string | undefined;
}

/** `until`: what was found changed before. */
export function newsOn(
	run: CrmRun,
	known: Records,
	found: readonly ConsentRecord[],
	{ until, ...when }: When & { until: number },
): News[] {
	const crm = run.crm.id;
	return found.flatMap((record): News[] => {
		const edit = newlyTold(crm, record, lastOf(known, keyOf(record)), when);
		if (edit) {
			const changed = Date.parse(record.changedAt) + SECOND_MS;
			const incomplete = incompleteOf(crm, record, edit);
			const told = { ...edit, until: Math.max(until, changed), ...defined({ incomplete }) };
			return [{ record, told, isRest: false }];
		}
		const rest = restOf(crm, known, record, when.now);
		return rest ? [{ record, told: rest, isRest: true }] : [];
	});
}

export function remember({ crm }: CrmRun, known: Records, { record, told, isRest }: News): void {
	const key = keyOf(record);
	if (isRest) return rememberRest(crm.id, known, record, told);
	if (record.phone === undefined) return know(known, key, told);
	forget(known, key);
	known.told.set(key, told);
}

/** What a poll tells. */
export interface ToldNews {
	statements: CrmStatement[];
	/** Records whose edit cannot be told until they have a phone that can be read; each is named once. */
	withoutPhone: ConsentRecord[];
	/** Records whose opt-out was told, but not for numbers that cannot be read; each is named with what was told. */
	incomplete: ConsentRecord[];
	/** All records that there was news of. */
	records: ConsentRecord[];
}

/** The news as statements, and the records that nobody can say of whose they are. */
export function tellNews({ crm }: CrmRun, news: readonly News[]): ToldNews {
	const records = news.map(({ record }) => record);
	return {
		statements: news.flatMap(({ record, told, isRest }) => {
			const { id, state, occurredAt } = told;
			const by = { level: 'single', origin: 'admin', source: crm.id } as const;
			const statement = { id, state, occurredAt, ...by };
			return isRest
				? restFor(record, told.incomplete, statement)
				: statementsFor(record, statement);
		}),
		withoutPhone: records.filter(({ phone }) => phone === undefined),
		incomplete: records.filter(isIncomplete),
		records,
	};
}
