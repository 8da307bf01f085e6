import { askCrm } from './askCrm';
import { type ConsentMemory, keyOf, refOf, type Told, versionOf } from './consentMemory';
import { statedIn } from './consentEdit';
import { consentVersion, readVersion } from './consentVersion';
import type { ConsentRecord, ContactChange, RecordRef, RowOutcome } from './crm';
import { type CrmRun, execute } from './execute';
import { recordRef } from './history';
import { type ContactValues, cutTime } from './values';

/** A statement that could not be acknowledged, in the CRM's own words. */
export interface NotAcknowledged {
	record: RecordRef;
	/** Of the statement. */
	id: string;
	reason: string;
}

/** Whoever refuses so often is not asked again. */
const MOST_REFUSALS = 5;

/**
 * Notes on records that the statements of earlier polls were taken: the status that was told, as a
 * version with its time, and where it came from. The status itself is not written, so that an edit made
 * meanwhile stays and is told next. Where something newer was written meanwhile, there is nothing to do.
 *
 * @throws RcsError when the CRM cannot be asked: nothing is forgotten then.
 */
export async function acknowledge(
	run: CrmRun,
	memory: ConsentMemory,
): Promise<{ memory: ConsentMemory; failures: NotAcknowledged[] }> {
	const pending = Object.entries(memory.told).filter(([, told]) => isPending(told));
	if (pending.length === 0) return { memory, failures: [] };
	const records = await recordsNow(
		run,
		pending.map(([key]) => refOf(key)),
	);
	const writes = pending.flatMap(([key, told]) => {
		const record = records.get(key);
		return record && versionOf(record) === told.version ? [changeOf(run, record, told)] : [];
	});
	const plan = run.crm.plan({ contacts: writes, messages: [], events: [] }, run.settings);
	const outcomes = new Map(
		(await execute(run, plan)).map((outcome) => [outcome.row.parent, outcome]),
	);
	const next = new Map(Object.entries(memory.told));
	const failures: NotAcknowledged[] = [];
	for (const [key, told] of pending) {
		const record = records.get(key);
		const after = record && settled(run, record, told, outcomes.get(record.id));
		if (after) next.set(key, after);
		else next.delete(key);
		const failure = after && failureOf(refOf(key), after, outcomes.get(record.id));
		if (failure) failures.push(failure);
	}
	return { memory: { ...memory, told: Object.fromEntries(next) }, failures };
}

function isPending({ acknowledged, withoutPhone, refused = 0 }: Told): boolean {
	return !acknowledged && !withoutPhone && refused < MOST_REFUSALS;
}

async function recordsNow(
	run: CrmRun,
	refs: readonly RecordRef[],
): Promise<Map<string, ConsentRecord>> {
	const { current } = run.crm.changes;
	const answers = await askCrm(run, current.plan(refs, run.settings), (response) =>
		current.read(response, run.settings),
	);
	return new Map(answers.flat().map((record) => [keyOf(record), record]));
}

function changeOf(run: CrmRun, record: ConsentRecord, told: Told): ContactChange {
	const { phone = record.id } = record;
	return { phone, urgent: false, values: valuesOf(run, record, told), ...recordRef(record) };
}

/** An edit that waits to be told next keeps the time it has now: this write would make it look newer. */
function valuesOf({ crm }: CrmRun, record: ConsentRecord, told: Told): ContactValues {
	const { timeStepMs = 1 } = crm;
	const at = takenAt(told, timeStepMs);
	const next = later(record.changedAt, after(at, timeStepMs));
	return {
		consentUpdatedAt: statedIn(record.values) === told.state ? at : next,
		consentSource: `edited in ${crm.displayName}`,
		consentVersion: consentVersion(told.state, at),
	};
}

/** The time of the statement as the CRM keeps it, and after the version before: versions only grow. */
function takenAt({ occurredAt, version }: Told, stepMs: number): string {
	const before = readVersion(version)?.at;
	const at = cutTime(occurredAt, stepMs);
	return before === undefined ? at : later(at, after(cutTime(before, stepMs), stepMs));
}

function after(time: string, ms: number): string {
	return new Date(Date.parse(time) + ms).toISOString();
}

function later(a: string, b: string): string {
	return a > b ? a : b;
}

/** What to remember of a statement after a try; nothing, where its record is gone. */
function settled(
	run: CrmRun,
	record: ConsentRecord,
	told: Told,
	outcome: RowOutcome | undefined,
): Told | undefined {
	if (outcome?.status === 'unmatched') return undefined;
	if (outcome?.status === 'dead') return { ...told, refused: (told.refused ?? 0) + 1 };
	if (outcome && outcome.status !== 'done') return told;
	const written = consentVersion(told.state, takenAt(told, run.crm.timeStepMs ?? 1));
	const isWritten = outcome !== undefined || versionOf(record) === written;
	const version = isWritten ? written : told.version;
	return { ...told, acknowledged: { version, at: run.clock.now() } };
}

function failureOf(
	record: RecordRef,
	{ id, refused }: Told,
	outcome: RowOutcome | undefined,
): NotAcknowledged | undefined {
	if (outcome?.status !== 'dead' || refused !== MOST_REFUSALS) return undefined;
	return { record, id, reason: outcome.reason };
}
