import {
	asMemory,
	type ConsentMemory,
	forget,
	keyOf,
	know,
	type Known,
	recordsOf,
	refOf,
	type Told,
} from './consentMemory';
import { recordsNow } from './consentNamed';
import { sourceOfEdit, versionOf } from './consentNews';
import { statedIn } from './consentEdit';
import { consentVersion, readVersion } from './consentVersion';
import type { ContactChange, RecordRef } from './changes';
import type { ConsentRecord } from './consentChanges';
import type { RowOutcome } from './row';
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

export interface Acknowledged {
	memory: ConsentMemory;
	failures: NotAcknowledged[];
	/** Statements, by their ids, whose records something else was written to before the note. */
	overtaken: string[];
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
export async function acknowledge(run: CrmRun, memory: ConsentMemory): Promise<Acknowledged> {
	const known = recordsOf(memory);
	const pending = [...known.told];
	if (pending.length === 0) return { memory, failures: [], overtaken: [] };
	const refs = pending.map(([key]) => refOf(key));
	const records = new Map((await recordsNow(run, refs)).map((record) => [keyOf(record), record]));
	const writes = pending.flatMap(([key, told]) => {
		const record = records.get(key);
		return record && versionOf(record) === told.version ? [changeOf(run, record, told)] : [];
	});
	const plan = run.crm.plan({ contacts: writes, messages: [], events: [] }, run.settings);
	const outcomes = new Map(
		(await execute(run, plan)).map((outcome) => [outcome.row.parent, outcome]),
	);
	const failures: NotAcknowledged[] = [];
	const overtaken: string[] = [];
	for (const [key, told] of pending) {
		const record = records.get(key);
		const outcome = record && outcomes.get(record.id);
		const refused = told.refused + (outcome?.status === 'dead' ? 1 : 0);
		const after = record && settled(run, record, { ...told, refused }, outcome);
		if (record && !outcome) overtaken.push(told.id);
		if (!after) forget(known, key);
		else if (after === 'later') known.told.set(key, { ...told, refused });
		else know(known, key, after);
		if (outcome?.status === 'dead' && refused === MOST_REFUSALS)
			failures.push({ record: refOf(key), id: told.id, reason: outcome.reason });
	}
	return { memory: { ...memory, ...asMemory(known) }, failures, overtaken };
}

/** Without a note on their records: what was told is remembered for as long as there is room. */
export function withoutNotes(memory: ConsentMemory): ConsentMemory {
	const known = recordsOf(memory);
	for (const [key, told] of known.told) know(known, key, told);
	return { ...memory, ...asMemory(known) };
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
		consentSource: sourceOfEdit(crm, record),
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
): Known | 'later' | undefined {
	if (outcome?.status === 'unmatched') return undefined;
	if (outcome?.status === 'dead') return told.refused < MOST_REFUSALS ? 'later' : told;
	if (outcome && outcome.status !== 'done') return 'later';
	const written = consentVersion(told.state, takenAt(told, run.crm.timeStepMs ?? 1));
	const isWritten = outcome !== undefined || versionOf(record) === written;
	const noted = { ...told, how: 'noted' as const };
	return isWritten ? { ...noted, version: written, id: '' } : noted;
}
