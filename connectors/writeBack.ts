import type { RcsEvent } from '../core/event/types';
import { mergeBesideEdit } from './consentEdit';
import { type ContactWrite, contactWrites } from './contactWrites';
import type { Changes, ContactChange, FoundRecord, RecordRef, RowOutcome } from './crm';
import type { CrmRun } from './execute';
import { eventChanges, messageChanges, type RecordOf, recordRef } from './history';
import { knownMessages } from './knownMessages';
import { lookUp } from './lookUp';
import { executeSettled } from './settle';
import { changedValues, type ContactValues, cutTime, inSteps } from './values';

/** What became of everything that was told about one phone. */
export interface PhoneOutcome {
	phone: string;
	/** `ambiguous`: several records have this phone, and only a person can say whose it is. */
	status: 'written' | 'created' | 'unchanged' | 'unmatched' | 'ambiguous' | 'failed';
	/** The record that was written or made, or the ones that share the phone, as they were before. */
	records: FoundRecord[];
	/** What was not written, in the CRM's own words. */
	failures: Failure[];
	/** Beside failures: something else of it was written. */
	partly?: true;
}

type Failure = Exclude<RowOutcome, { status: 'done' }>;

/**
 * Writes what events tell to the records of a CRM. What the records hold now is read first: states and
 * times only move forward, and what is there already is not written again. One outcome a phone.
 *
 * @throws RcsError when the CRM cannot be asked for records.
 */
export async function writeBack(run: CrmRun, events: readonly RcsEvent[]): Promise<PhoneOutcome[]> {
	const { timeStepMs = 1 } = run.crm;
	const kept = events.map((event) => ({
		...event,
		occurredAt: cutTime(event.occurredAt, timeStepMs),
	}));
	return writeContacts(run, contactWrites(kept), kept);
}

/** The same for writes that were made otherwise, such as a consent set by hand. */
export async function writeContacts(
	run: CrmRun,
	writes: readonly ContactWrite[],
	events: readonly RcsEvent[] = [],
): Promise<PhoneOutcome[]> {
	const records = await lookUp(
		run,
		writes.map(({ phone }) => phone),
	);
	const targets = writes.map((write) => ({ write, records: records.get(write.phone) ?? [] }));
	const changes = await changesOf(run, events, targets);
	const written = await executeSettled(run, run.crm.plan(changes, run.settings));
	const made = run.crm.plan(historyOf(run, events, recordsMade(targets, written)), run.settings);
	const outcomes = [...written, ...(await executeSettled(run, made, written))];
	const byPhone = new Map<string, RowOutcome[]>();
	for (const outcome of outcomes)
		byPhone.set(outcome.row.phone, [...(byPhone.get(outcome.row.phone) ?? []), outcome]);
	return targets.map((target) => outcomeOf(run, target, byPhone.get(target.write.phone) ?? []));
}

interface Target {
	write: ContactWrite;
	records: FoundRecord[];
}

/** Whether there is one record to write to, or one may be made. */
function isWritable({ settings }: CrmRun, { records }: Target): boolean {
	return records.length === 1 || (records.length === 0 && settings.createContacts);
}

async function changesOf(
	run: CrmRun,
	events: readonly RcsEvent[],
	targets: readonly Target[],
): Promise<Changes> {
	const writable = targets.filter((target) => isWritable(run, target));
	const known = writable.flatMap(
		({ write: { phone }, records: [record] }): [string, RecordRef][] =>
			record ? [[phone, record]] : [],
	);
	const history = historyOf(run, events, new Map(known));
	return {
		...history,
		messages: await knownMessages(run, history.messages),
		contacts: writable.flatMap((target) => contactChange(run, target)),
		consents: writable.flatMap((target) => consentChange(run, target)),
	};
}

/** History belongs to a record, so that of a contact which is made comes after it, and is new as well. */
function historyOf({ settings }: CrmRun, events: readonly RcsEvent[], recordOf: RecordOf): Changes {
	const kept = settings.history && recordOf.size > 0 ? events : [];
	return {
		contacts: [],
		messages: messageChanges(kept, recordOf),
		events: eventChanges(kept, recordOf),
	};
}

/** The records of phones that had none before. */
function recordsMade(targets: readonly Target[], outcomes: readonly RowOutcome[]): RecordOf {
	const without = new Set(
		targets.flatMap(({ write, records }) => (records.length === 0 ? [write.phone] : [])),
	);
	return new Map(
		outcomes.flatMap((outcome): [string, RecordRef][] => {
			const { phone } = outcome.row;
			if (outcome.status !== 'done' || !outcome.record || !without.has(phone)) return [];
			return [[phone, outcome.record]];
		}),
	);
}

function contactChange(run: CrmRun, target: Target): ContactChange[] {
	const { write, records } = target;
	const values = changedValues(records[0]?.values ?? {}, valuesAfter(run, target));
	if (Object.keys(values).length === 0) return [];
	return [{ ...changeOf(target), values, urgent: write.urgent }];
}

function consentChange(run: CrmRun, target: Target): ContactChange[] {
	const { urgent, values } = target.write;
	if (values.consentStatus === undefined) return [];
	return [{ ...changeOf(target), values: valuesAfter(run, target), urgent }];
}

function changeOf({ write: { phone }, records: [record] }: Target) {
	return { phone, ...recordRef(record) };
}

/** What the record will hold. */
function valuesAfter({ crm }: CrmRun, { write, records: [record] }: Target): ContactValues {
	const told = inSteps({ ...write.values, phone: write.phone }, crm.timeStepMs ?? 1);
	return record ? mergeBesideEdit(record, told) : told;
}

function outcomeOf(run: CrmRun, target: Target, outcomes: readonly RowOutcome[]): PhoneOutcome {
	const { write, records } = target;
	const { phone } = write;
	const failures = outcomes.filter((outcome): outcome is Failure => outcome.status !== 'done');
	return {
		phone,
		status: statusOf(run, target, outcomes, failures),
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
	run: CrmRun,
	target: Target,
	outcomes: readonly RowOutcome[],
	failures: readonly Failure[],
): PhoneOutcome['status'] {
	if (target.records.length > 1) return 'ambiguous';
	if (!isWritable(run, target)) return 'unmatched';
	if (failures.length > 0)
		return failures.every(({ status }) => status === 'unmatched') ? 'unmatched' : 'failed';
	if (outcomes.length === 0) return 'unchanged';
	return outcomes.some((outcome) => 'created' in outcome) ? 'created' : 'written';
}
