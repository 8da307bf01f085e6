import type { StatedState } from '../core/consent/statement';
import { asString, defined } from '../core/json';
import { deriveMessageId } from '../core/message/id';
import { asItCounts, editedAt, statedIn } from './consentEdit';
import { type Known, shortId, type Told } from './consentMemory';
import { readVersion } from './consentVersion';
import type { ConsentRecord } from './consentChanges';
import type { CrmConnector } from './crm';

/**
 * What a record states that was not told yet; nothing, where it is what was told or written last. The
 * same edit has the same id, also where it is told again because the memory was lost.
 */
export function newlyTold(
	crm: CrmConnector['id'],
	record: ConsentRecord,
	before: Known | undefined,
	{ now, since = '' }: { now: number; since?: string | undefined },
): Omit<Told, 'until'> | undefined {
	const { object, id: recordId, values, phone } = record;
	const state = statedIn(values);
	const version = versionOf(record);
	// Versions only grow: one that is greater was written by somebody else, after what was told.
	const last = before && version <= before.version ? before : undefined;
	const hidden = last?.how === 'withoutPhone' && phone !== undefined;
	const known = last && !hidden ? last.state : readVersion(version)?.state;
	const occurredAt = editedAt(asItCounts(record, now));
	if (!state || state === known || occurredAt < since) return undefined;
	const id = deriveMessageId([crm, object, recordId, state, version, previousOf(version, last)]);
	const how = phone === undefined ? 'withoutPhone' : 'told';
	return { id, state, occurredAt, version, how, refused: 0 };
}

/** What tells a statement from others of the same version. */
function previousOf(version: number, last: Known | undefined): string | number {
	if (!last) return '';
	return last.version === version ? shortId(last.id) : last.version;
}

/** 0 where nothing was written yet. */
export function versionOf({ values: { consentVersion } }: ConsentRecord): number {
	return typeof consentVersion === 'number' && readVersion(consentVersion) ? consentVersion : 0;
}

/** What was written last, by us: an edit came after it. */
export interface Replaced {
	state: StatedState;
	since: string;
	source?: string;
}

export function replacedBy({ values }: ConsentRecord): Replaced | undefined {
	const written = readVersion(values.consentVersion);
	if (!written) return undefined;
	const source = asString(values.consentSource);
	return { state: written.state, since: written.at, ...defined({ source }) };
}

/** Whether an edit ends an opt-out of the person, who may not have agreed to that. */
export function overridesOptOut(record: ConsentRecord): boolean {
	return statedIn(record.values) !== 'optedOut' && isOverOptOut(record);
}

/** Where the consent of an edited record comes from. An opt-out of the person is not forgotten by it. */
export function sourceOfEdit({ displayName }: CrmConnector, record: ConsentRecord): string {
	return `${EDITED}${displayName}${isOverOptOut(record) ? OVER_OPT_OUT : ''}`;
}

const EDITED = 'edited in ';
const OVER_OPT_OUT = ' over an opt-out';

/** Whether the last word of the person is an opt-out, as far as the record tells. */
function isOverOptOut(record: ConsentRecord): boolean {
	const { state, source = '' } = replacedBy(record) ?? {};
	if (source.startsWith(EDITED)) return source.endsWith(OVER_OPT_OUT);
	return state === 'optedOut';
}
