import type { ConsentStatement } from '../core/consent/statement';
import { deriveMessageId } from '../core/message/id';
import type { ConsentRecord } from './consentChanges';
import { asItCounts, editedAt, statedIn } from './consentEdit';
import { keyOf, know, type Known, lastOf, type Records, shortId, type Told } from './consentMemory';
import { isIncomplete, versionOf } from './consentNews';
import { readVersion } from './consentVersion';

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

/** The edit as a statement of its own for each other number of its record. The same edit has the same ids. */
export function otherStatements(
	record: ConsentRecord,
	{ id, incomplete = shortId(id) }: Pick<Told, 'id' | 'incomplete'>,
	statement: CrmStatement['statement'],
): CrmStatement[] {
	const { object, id: recordId, otherPhones = [] } = record;
	if (statement.state !== 'optedOut') return [];
	return otherPhones.map((phone) => {
		const own = deriveMessageId([statement.source, object, recordId, incomplete, phone]);
		return { statement: { ...statement, id: own }, phone, record, isOther: true };
	});
}

/** An opt-out that was told for some numbers of a record, once all of them can be read; as of its own time. */
export function nowComplete(
	records: Records,
	record: ConsentRecord,
	now: number,
): Told | undefined {
	const key = keyOf(record);
	const last = lastOf(records, key);
	const isSame = last?.version === versionOf(record) && last.state === statedIn(record.values);
	if (last?.incomplete === undefined || !isSame) return undefined;
	if (record.phone === undefined || isIncomplete(record)) return undefined;
	const written = readVersion(last.version);
	const isNoted = last.how === 'noted' && written?.state === last.state;
	const at = isNoted ? written.at : editedAt(asItCounts(record, now));
	const occurredAt = records.told.get(key)?.occurredAt ?? at;
	return { ...last, occurredAt, refused: 0 };
}

/** Remembers that a statement was told for every number. */
export function completed(records: Records, key: string): void {
	const waiting = records.told.get(key);
	if (waiting) return void records.told.set(key, withoutMark(waiting));
	const known = lastOf(records, key);
	if (known) know(records, key, withoutMark(known));
}

function withoutMark<T extends Known>({ incomplete: _incomplete, ...known }: T) {
	return known;
}
