import type { RcsEvent } from '../core/event/types';
import { defined } from '../core/json';
import { decidedConsent, mergeBesideEdit, statedIn } from './consentEdit';
import { type ContactWrite, contactWrites, onlyConsent } from './contactWrites';
import type { Changes, ContactChange, RecordRef } from './changes';
import type { FoundRecord } from './lookups';
import type { RowOutcome } from './row';
import type { CrmRun } from './execute';
import { eventChanges, messageChanges, type RecordOf, recordRef } from './history';
import { knownMessages } from './knownMessages';
import { lookUp } from './lookUp';
import { executeSettled } from './settle';
import { changedValues, type ContactValues, countedTime, inSteps, mergeValues } from './values';

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
	);
	const targets = writes.map((write) => ({ write, records: records.get(write.phone) ?? [] }));
	const changes = await changesOf(run, happened, targets);
	const written = await executeSettled(run, run.crm.plan(changes, run.settings));
	const made = run.crm.plan(historyOf(run, happened, recordsMade(targets, written)), run.settings);
	const outcomes = [...written, ...(await executeSettled(run, made, written))];
	const byPhone = new Map<string, RowOutcome[]>();
	for (const outcome of outcomes)
		for (const phone of [outcome.row.phone, ...(outcome.row.also ?? [])])
			byPhone.set(phone, [...(byPhone.get(phone) ?? []), outcome]);
	return targets.map((target) => outcomeOf(run, target, byPhone.get(target.write.phone) ?? []));
}

interface Target {
	write: ContactWrite;
	records: FoundRecord[];
	/** Other records have the phone, too, so it must not become the RCS phone of this one. */
	isShared?: true;
}

/** Whether there is one record to write to, or one may be made. */
function isWritable({ settings }: CrmRun, { records }: Target): boolean {
	return records.length === 1 || (records.length === 0 && settings.createContacts);
}

async function changesOf(
	run: CrmRun,
	happened: Happened,
	targets: readonly Target[],
): Promise<Changes> {
	const writable = targets.filter((target) => isWritable(run, target));
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

/**
 * Consent is about a phone, so it is that of everybody who shares it, whoever said STOP or START: written
 * for one of the two only, the record would depend on which came in one run with the other.
 */
function sharedConsent({ write, records }: Target): Target[] {
	const isStated = records.length > 1 && statedIn(write.values) !== undefined;
	const own = { ...write, values: onlyConsent(write.values) };
	return isStated
		? records.map((record) => ({ write: own, records: [record], isShared: true }))
		: [];
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

/** The phones of each record, in one place: what they tell is of the same fields. */
function byRecord(targets: readonly Target[]): Target[][] {
	const shared = new Map<string, Target[]>();
	for (const target of targets) {
		const { write, records } = target;
		const key = records[0] ? `${records[0].object}:${records[0].id}` : write.phone;
		shared.set(key, [...(shared.get(key) ?? []), target]);
	}
	return [...shared.values()];
}

function contactChange(run: CrmRun, own: readonly Target[]): ContactChange[] {
	const news = own.filter((target) => Object.keys(newsOf(run, [target])).length > 0);
	return news.length > 0 ? [{ ...changeOf(news), values: newsOf(run, own) }] : [];
}

function newsOf(run: CrmRun, own: readonly Target[]): ContactValues {
	return changedValues(own[0]?.records[0]?.values ?? {}, valuesAfter(run, own));
}

function consentChange(run: CrmRun, own: readonly Target[]): ContactChange[] {
	const stating = own.filter(({ write }) => write.values.consentStatus !== undefined);
	return stating.length > 0 ? [{ ...changeOf(stating), values: valuesAfter(run, own) }] : [];
}

function changeOf(own: readonly Target[]): Omit<ContactChange, 'values'> {
	const [phone = '', ...also] = own.map(({ write }) => write.phone);
	const urgent = own.some(({ write }) => write.urgent);
	const more = also.length > 0 ? { also } : {};
	return { phone, ...more, urgent, ...recordRef(own[0]?.records[0]) };
}

/** What the record of these phones will hold. The RCS phone it has stays. */
function valuesAfter({ crm, clock }: CrmRun, own: readonly Target[]): ContactValues {
	const record = own[0]?.records[0];
	const told = own
		.map(({ write: { phone, values }, isShared }) => ({
			...values,
			...defined({ phone: record?.values.phone ?? (isShared ? undefined : phone) }),
		}))
		.map((values) => inSteps(values, crm.timeStepMs ?? 1))
		.reduce(mergeValues, {});
	if (!record) return told;
	const until = own.flatMap(({ write }) => write.decided?.until ?? []).sort();
	const consent = decidedConsent(record, told, {
		until: until.at(-1),
		stepMs: crm.timeStepMs ?? 1,
	});
	return mergeBesideEdit(record, consent, clock.now());
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
	const isShared = target.records.length > 1;
	if (!isShared && !isWritable(run, target)) return 'unmatched';
	if (failures.some(({ status }) => status !== 'unmatched')) return 'failed';
	if (isShared) return 'ambiguous';
	if (failures.length > 0) return 'unmatched';
	if (outcomes.length === 0) return 'unchanged';
	return outcomes.some((outcome) => 'created' in outcome) ? 'created' : 'written';
}
