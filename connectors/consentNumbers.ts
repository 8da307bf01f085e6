import type { ConsentStatement } from '../core/consent/statement';
import { defined } from '../core/json';
import { deriveMessageId } from '../core/message/id';
import type { ConsentRecord } from './consentChanges';
import { asItCounts, editedAt, statedIn } from './consentEdit';
import {
	type Incomplete,
	keyOf,
	know,
	type Known,
	lastOf,
	type Records,
	shortId,
	type Told,
} from './consentMemory';
import { readVersion } from './consentVersion';
import type { CrmConnector } from './crm';

/**
 * Which numbers of a record an edit is about. Whoever opts a person out means the person, so every number of
 * the record is stopped; an opt-in counts only for the phone that stands for the record, because nobody said
 * that the others may be written to.
 */

/** A consent that somebody set in the CRM. */
export interface CrmStatement {
	statement: Omit<ConsentStatement, 'key' | 'recordedAt'>;
	phone: string;
	record: ConsentRecord;
	/** The phone is not the one that stands for the record. */
	isOther: boolean;
}

/** Whether a record shows an opt-out and has numbers that cannot be read, beside one that can. */
export function isIncomplete({ phone, values, unreadable = [] }: ConsentRecord): boolean {
	return phone !== undefined && statedIn(values) === 'optedOut' && unreadable.length > 0;
}

/** What is to be remembered of an edit that is told for all numbers that a record has now. */
export function incompleteOf(
	crm: CrmConnector['id'],
	record: ConsentRecord,
	{ id, incomplete }: Pick<Told, 'id' | 'incomplete'>,
): Incomplete | undefined {
	if (!isIncomplete(record)) return undefined;
	const short = incomplete?.id ?? shortId(id);
	const now = phonesOf(record).map((phone) => shortId(idFor(crm, record, short, phone)));
	return { id: short, numbers: [...new Set([...(incomplete?.numbers ?? []), ...now])] };
}

/**
 * The edit as statements: that of the phone that stands for the record has the id of the edit, and each other
 * one an id of its own. The same edit has the same ids.
 */
export function statementsFor(
	record: ConsentRecord,
	statement: CrmStatement['statement'],
): CrmStatement[] {
	return phonesOf(record).map((phone) => {
		const isOther = phone !== record.phone;
		const own = idFor(statement.source, record, shortId(statement.id), phone);
		return { statement: isOther ? { ...statement, id: own } : statement, phone, record, isOther };
	});
}

/** The same for the numbers that it was not told for before. Any may stand for the record by now. */
export function restFor(
	record: ConsentRecord,
	before: Incomplete,
	statement: CrmStatement['statement'],
): CrmStatement[] {
	return phonesOf(record).flatMap((phone) => {
		const id = idFor(statement.source, record, before.id, phone);
		if (before.numbers.includes(shortId(id))) return [];
		return { statement: { ...statement, id }, phone, record, isOther: phone !== record.phone };
	});
}

/** An edit that was told for some numbers of a record. */
export type Begun = Told & { incomplete: Incomplete };

/**
 * An opt-out that was told for some numbers of a record, where more of them can be read or all can; as of its
 * own time. What we wrote since, such as the person's own STOP, takes nothing back.
 */
export function restOf(
	crm: CrmConnector['id'],
	records: Records,
	record: ConsentRecord,
	now: number,
): Begun | undefined {
	const key = keyOf(record);
	const last = lastOf(records, key);
	const isShown = record.phone !== undefined && statedIn(record.values) === last?.state;
	if (!last?.incomplete || !isShown) return undefined;
	const { incomplete } = last;
	const isNew = (phone: string) =>
		!incomplete.numbers.includes(shortId(idFor(crm, record, incomplete.id, phone)));
	if (isIncomplete(record) && !phonesOf(record).some(isNew)) return undefined;
	const written = readVersion(last.version);
	const isNoted = last.how === 'noted' && written?.state === last.state;
	const at = isNoted ? written.at : editedAt(asItCounts(record, now));
	const occurredAt = records.told.get(key)?.occurredAt ?? at;
	return { ...last, incomplete, occurredAt, refused: 0 };
}

/** Remembers for which numbers an opt-out was told by now. */
export function rememberRest(
	crm: CrmConnector['id'],
	records: Records,
	record: ConsentRecord,
	told: Begun,
): void {
	const key = keyOf(record);
	const incomplete = incompleteOf(crm, record, told);
	const waiting = records.told.get(key);
	if (waiting) return void records.told.set(key, withMark(waiting, incomplete));
	const known = lastOf(records, key);
	if (known) know(records, key, withMark(known, incomplete));
}

function withMark<T extends Known>(
	{ incomplete: _before, ...others }: T,
	incomplete: Incomplete | undefined,
) {
	return { ...others, ...defined({ incomplete }) };
}

/** Whom an edit is about, as the record has them. */
function phonesOf({ phone, otherPhones = [], values }: ConsentRecord): string[] {
	if (phone === undefined) return [];
	return [phone, ...(statedIn(values) === 'optedOut' ? otherPhones : [])];
}

function idFor(
	crm: string,
	{ object, id }: ConsentRecord,
	statement: string,
	phone: string,
): string {
	return deriveMessageId([crm, object, id, statement, phone]);
}
