import type { CrmSettings } from './crm';
import type { FoundRecord } from './lookups';
import type { RowOutcome } from './row';
import { isWritable, type Target } from './writeTarget';

/** What became of everything that was told about one phone. */
export interface PhoneOutcome {
	phone: string;
	/**
	 * `ambiguous`: several records have this phone, and only a person can say whose it is. Only the
	 * consent is written, to all of them.
	 */
	status: 'written' | 'created' | 'unchanged' | 'unmatched' | 'ambiguous' | 'failed';
	/** The record that was written or made, or the ones that share the phone, as they were before. */
	records: FoundRecord[];
	/** What was not written, in the CRM's own words. */
	failures: Failure[];
	/** Beside failures: something else of it was written. */
	partly?: true;
}

type Failure = Exclude<RowOutcome, { status: 'done' }>;

/** From what became of the rows, an outcome for the phone of each target, in their order. */
export function phoneOutcomes(
	settings: CrmSettings,
	targets: readonly Target[],
	outcomes: readonly RowOutcome[],
): PhoneOutcome[] {
	const byPhone = new Map<string, RowOutcome[]>();
	for (const outcome of outcomes)
		for (const phone of [outcome.row.phone, ...(outcome.row.also ?? [])])
			byPhone.set(phone, [...(byPhone.get(phone) ?? []), outcome]);
	return targets.map((target) =>
		outcomeOf(settings, target, byPhone.get(target.write.phone) ?? []),
	);
}

function outcomeOf(
	settings: CrmSettings,
	target: Target,
	outcomes: readonly RowOutcome[],
): PhoneOutcome {
	const { write, records } = target;
	const { phone } = write;
	const failures = outcomes.filter((outcome): outcome is Failure => outcome.status !== 'done');
	return {
		phone,
		status: statusOf(settings, target, outcomes, failures),
		records: records.length > 0 ? records : outcomes.flatMap(recordMade),
		failures,
		...(failures.length > 0 && failures.length < outcomes.length ? { partly: true } : {}),
	};
}

function recordMade(outcome: RowOutcome): FoundRecord[] {
	if (outcome.status !== 'done' || !outcome.created || !outcome.record) return [];
	return [{ ...outcome.record, values: {} }];
}

function statusOf(
	settings: CrmSettings,
	target: Target,
	outcomes: readonly RowOutcome[],
	failures: readonly Failure[],
): PhoneOutcome['status'] {
	const isShared = target.records.length > 1;
	if (!isShared && !isWritable(settings, target))
		return target.write.ownOnly ? 'unchanged' : 'unmatched';
	if (failures.some(({ status }) => status !== 'unmatched')) return 'failed';
	if (isShared) return 'ambiguous';
	if (failures.length > 0) return 'unmatched';
	if (outcomes.length === 0) return 'unchanged';
	return outcomes.some((outcome) => 'created' in outcome) ? 'created' : 'written';
}
