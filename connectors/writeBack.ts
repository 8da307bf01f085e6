import type { RcsEvent } from '../core/event/types';
import type { Changes, RecordRef } from './changes';
import { consentChange, contactChange } from './contactChanges';
import { type ContactWrite, contactWrites } from './contactWrites';
import type { CrmRun } from './execute';
import { eventChanges, messageChanges, type RecordOf } from './history';
import { knownMessages } from './knownMessages';
import { lookUp } from './lookUp';
import { type PhoneOutcome, phoneOutcomes } from './phoneOutcome';
import type { RowOutcome } from './row';
import { executeSettled } from './settle';
import { countedTime } from './values';
import { byRecord, isWritable, sharedConsent, type Target } from './writeTarget';

/**
 * Writes what events tell to the records of a CRM. What the records hold now is read first: states and
 * times only move forward, none is later than now, and what is there already is not written again. One
 * outcome a phone.
 *
 * @throws RcsError when the CRM cannot be asked for records.
 */
export async function writeBack(run: CrmRun, events: readonly RcsEvent[]): Promise<PhoneOutcome[]> {
	const now = run.clock.now();
	const kept = events.map((event) => ({
		...event,
		occurredAt: countedTime(event.occurredAt, now, run.crm.timeStepMs),
	}));
	return writeContacts(run, contactWrites(kept), { events: kept });
}

/** What happened, to be kept beside the fields. */
export interface Happened {
	events: readonly RcsEvent[];
	/** Everything that is known of their messages. Absent: nothing but these events. */
	ofMessages?: readonly RcsEvent[];
}

/** The same for writes that were made otherwise, such as a consent set by hand. */
export async function writeContacts(
	run: CrmRun,
	writes: readonly ContactWrite[],
	happened: Happened = { events: [] },
): Promise<PhoneOutcome[]> {
	const records = await lookUp(
		run,
		writes.map(({ phone }) => phone),
		new Set(writes.flatMap(({ phone, ownOnly }) => (ownOnly ? phone : []))),
	);
	const targets = writes.map((write) => ({ write, records: records.get(write.phone) ?? [] }));
	const changes = await changesOf(run, happened, targets);
	const written = await executeSettled(run, run.crm.plan(changes, run.settings));
	const made = run.crm.plan(historyOf(run, happened, recordsMade(targets, written)), run.settings);
	const outcomes = [...written, ...(await executeSettled(run, made, written))];
	return phoneOutcomes(run.settings, targets, outcomes);
}

async function changesOf(
	run: CrmRun,
	happened: Happened,
	targets: readonly Target[],
): Promise<Changes> {
	const writable = targets.filter((target) => isWritable(run.settings, target));
	const known = writable.flatMap(
		({ write: { phone }, records: [record] }): [string, RecordRef][] =>
			record ? [[phone, record]] : [],
	);
	const history = historyOf(run, happened, new Map(known));
	const together = byRecord([...writable, ...targets.flatMap(sharedConsent)]);
	return {
		...history,
		messages: await knownMessages(run, history.messages),
		contacts: together.flatMap((own) => contactChange(run, own)),
		consents: together.flatMap((own) => consentChange(run, own)),
	};
}

/** History belongs to a record, so that of a contact which is made comes after it, and is new as well. */
function historyOf(
	{ settings }: CrmRun,
	{ events, ofMessages = events }: Happened,
	recordOf: RecordOf,
): Changes {
	if (!settings.history || recordOf.size === 0) return { contacts: [], messages: [], events: [] };
	return {
		contacts: [],
		messages: messageChanges(ofMessages, recordOf),
		events: eventChanges(events, recordOf),
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
