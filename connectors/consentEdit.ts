import { type StatedState, statedStates } from '../core/consent/statement';
import { defined } from '../core/json';
import { readVersion } from './consentVersion';
import { statusChoices } from './contactWrites';
import type { ConsentRecord, FoundRecord } from './crm';
import { type ContactValues, mergeValues } from './values';

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

/**
 * What a record becomes by a write of ours. A status that somebody edited, and nobody has told of yet,
 * stands against what the person said before the edit, with the time of the edit noted beside it: the
 * write would make it look newer. Only an opt-out of the person counts against everything but what was
 * written last.
 */
export function mergeBesideEdit(record: FoundRecord, told: ContactValues): ContactValues {
	const { values, changedAt } = record;
	const written = readVersion(values.consentVersion);
	const edit = statedIn(values);
	if (!edit || edit === written?.state || changedAt === undefined) return mergeValues(values, told);
	const { consentStatus, consentUpdatedAt, consentSource, consentVersion, ...others } = told;
	const at = editedAt({ ...record, changedAt });
	const consent = isTaken(told, edit, at, written?.at)
		? defined({ consentStatus, consentUpdatedAt, consentSource, consentVersion })
		: { consentUpdatedAt: at };
	return { ...mergeValues(values, others), ...consent };
}

/** Whether a consent is written over an edit of some time, or says the same of it. */
function isTaken(
	told: ContactValues,
	edit: StatedState,
	editedAt: string,
	writtenAt = '',
): boolean {
	const { consentUpdatedAt: at } = told;
	const state = statedIn(told);
	if (at === undefined || !state) return false;
	if (state === edit && at === editedAt) return at > writtenAt;
	return at > (state === 'optedOut' && edit !== 'optedOut' ? writtenAt : editedAt);
}
