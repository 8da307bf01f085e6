import { statedIn } from './consentEdit';
import { type ContactWrite, onlyConsent } from './contactWrites';
import type { CrmSettings } from './crm';
import type { FoundRecord } from './lookups';

/** A write, and the records that its phone has. */
export interface Target {
	write: ContactWrite;
	records: FoundRecord[];
	/** Other records have the phone, too, so it must not become the RCS phone of this one. */
	isShared?: true;
}

/** Whether there is one record to write to, or one may be made. */
export function isWritable(settings: CrmSettings, { write, records }: Target): boolean {
	const mayBeMade = settings.createContacts && !write.ownOnly;
	return records.length === 1 || (records.length === 0 && mayBeMade);
}

/**
 * Consent is about a phone, so it is that of everybody who shares it, whoever said STOP or START: written
 * for one of the two only, the record would depend on which came in one run with the other.
 */
export function sharedConsent({ write, records }: Target): Target[] {
	const isStated = records.length > 1 && statedIn(write.values) !== undefined;
	const own = { ...write, values: onlyConsent(write.values) };
	return isStated
		? records.map((record) => ({ write: own, records: [record], isShared: true }))
		: [];
}

/** The phones of each record, in one place: what they tell is of the same fields. */
export function byRecord(targets: readonly Target[]): Target[][] {
	const shared = new Map<string, Target[]>();
	for (const target of targets) {
		const { write, records } = target;
		const key = records[0] ? `${records[0].object}:${records[0].id}` : write.phone;
		shared.set(key, [...(shared.get(key) ?? []), target]);
	}
	return [...shared.values()];
}
