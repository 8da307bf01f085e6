import { type StatedState, statedStates } from '../core/consent/statement';
import { defined } from '../core/json';
import { consentVersion, readVersion } from './consentVersion';
import { consentValues, statusChoices } from './contactWrites';
import type { ConsentRecord } from './consentChanges';
import type { FoundRecord } from './lookups';
import { type ContactValues, mergeValues, notAfter } from './values';

/** What the status of a record states; nothing, where it is empty or unknown. */
export function statedIn({ consentStatus }: ContactValues): StatedState | undefined {
	return statedStates.find((state) => statusChoices[state] === consentStatus);
}

/**
 * When somebody edited the status of a record: the time that a write of ours noted beside it, else when
 * anything of the record last changed, because CRMs do not tell when a single field did. Never before
 * what was written last.
 */
export function editedAt({ values, changedAt }: ConsentRecord): string {
	const noted = String(values.consentUpdatedAt ?? '');
	const writtenAt = readVersion(values.consentVersion)?.at ?? '';
	if (noted > writtenAt) return noted;
	return changedAt > writtenAt ? changedAt : writtenAt;
}

/** Clocks differ; what is further ahead is a mistake. */
export const CLOCK_SKEW_MS = 5 * 60_000;

/**
 * A record as it counts at some moment: nothing of it happened later. A consent that was written with a
 * later time is taken for an edit, so that an opt-out of the person stands against it.
 */
export function asItCounts<T extends FoundRecord>(record: T, now: number): T {
	const { values, changedAt } = record;
	const latest = earlier(changedAt, new Date(now).toISOString());
	const at = new Date(now + CLOCK_SKEW_MS).toISOString();
	const { consentVersion: version, ...others } = values;
	const written = readVersion(version);
	if (written && written.at > at)
		return { ...record, values: notAfter(others, at, latest), changedAt: latest };
	const isAhead = String(values.consentUpdatedAt ?? '') > at;
	const consent = isAhead && written ? { consentUpdatedAt: written.at } : {};
	return { ...record, values: { ...notAfter(values, at, latest), ...consent } };
}

/**
 * What a record becomes by a write of ours. A status that somebody edited, and nobody has told of yet,
 * stands against what the person said before the edit, with the time of the edit noted beside it: the
 * write would make it look newer. Only an opt-out of the person counts against everything but what was
 * written last.
 */
export function mergeBesideEdit(
	found: FoundRecord,
	stated: ContactValues,
	now: number,
): ContactValues {
	const record = asItCounts(found, now);
	const { values, changedAt } = record;
	const written = readVersion(values.consentVersion);
	const told = besideAhead(stated, written, now);
	const edit = statedIn(values);
	const {
		consentStatus,
		consentUpdatedAt,
		consentSource,
		consentVersion: version,
		...others
	} = told;
	if (!edit) return mergeValues(values, isNews(told, written) ? told : others);
	if (edit === written?.state || changedAt === undefined) return mergeValues(values, told);
	const at = editedAt({ ...record, changedAt });
	const consent = isTaken(told, edit, at, written)
		? defined({ consentStatus, consentUpdatedAt, consentSource, consentVersion: version })
		: { consentUpdatedAt: at };
	return { ...mergeValues(values, others), ...consent };
}

/**
 * A consent that was decided from everything that was said, with a time at which the record takes it. Of
 * two within what the CRM keeps as one time, the decision knows which is the later: the one that is told later
 * gets a later time. So the record may be ahead of what is decided next; up to `until` it was part of that.
 * An opt-out stands over something later, too, such as an admin's opt-in without proof. An edit that nobody
 * has told of yet was no part of the decision, and stays.
 */
export function decidedConsent(
	{ values }: FoundRecord,
	decided: ContactValues,
	{ until, stepMs }: { until: string | undefined; stepMs: number },
): ContactValues {
	const written = readVersion(values.consentVersion);
	const state = statedIn(decided);
	const isShown = written !== undefined && statedIn(values) === written.state;
	if (until === undefined || !isShown || !state || state === written.state) return decided;
	const at = String(decided.consentUpdatedAt ?? '');
	const isOverruling = state === 'optedOut' && at <= written.at;
	const isPart = at === written.at || (at < written.at && written.at <= until);
	if (!isOverruling && !isPart) return decided;
	const after = new Date(Date.parse(written.at) + stepMs).toISOString();
	const source = String(decided.consentSource ?? '');
	return { ...decided, ...consentValues(state, after, isOverruling ? overOptIn(source) : source) };
}

/** The source of an opt-out that stands over a later opt-in: tells whoever made that why it does not hold. */
export function overOptIn(source: string): string {
	return source.endsWith(OVER_OPT_IN) ? source : `${source}${OVER_OPT_IN}`;
}

const OVER_OPT_IN = ', stands over an opt-in without proof';

/** Whether a consent is written over an edit of some time, or says the same of it. */
function isTaken(
	told: ContactValues,
	edit: StatedState,
	editedAt: string,
	written: Written | undefined,
): boolean {
	const { consentUpdatedAt: at } = told;
	const state = statedIn(told);
	if (at === undefined || !state) return false;
	const isOptOut = state === 'optedOut' && edit !== 'optedOut';
	if (isOptOut || (state === edit && at === editedAt)) return isNews(told, written);
	return at > editedAt;
}

/** Whether a consent is later than what was written last, or an opt-out of the same time. */
function isNews(told: ContactValues, written: Written | undefined): boolean {
	const at = String(told.consentUpdatedAt ?? '');
	if (!written || at > written.at) return true;
	return at === written.at && statedIn(told) === 'optedOut' && written.state !== 'optedOut';
}

/** An opt-out stands against what is a little ahead of our clock: it counts as one of the same time. */
function besideAhead(
	told: ContactValues,
	written: Written | undefined,
	now: number,
): ContactValues {
	const isBefore = written !== undefined && String(told.consentUpdatedAt) < written.at;
	if (!isBefore || statedIn(told) !== 'optedOut' || Date.parse(written.at) <= now) return told;
	const { at } = written;
	return { ...told, consentUpdatedAt: at, consentVersion: consentVersion('optedOut', at) };
}

function earlier(a: string | undefined, b: string): string {
	return a !== undefined && a < b ? a : b;
}

type Written = NonNullable<ReturnType<typeof readVersion>>;
