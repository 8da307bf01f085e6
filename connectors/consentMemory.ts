import type { StatedState } from '../core/consent/statement';
import { deriveMessageId } from '../core/message/id';
import { editedAt, statedIn } from './consentEdit';
import { readVersion } from './consentVersion';
import type { ConsentRecord, CrmConnector, RecordRef } from './crm';

/** What is kept between two polls. Plain JSON. */
export interface ConsentMemory {
	/** How far was read; absent: nothing yet. */
	cursor?: string;
	/** ISO 8601 in UTC: edits made before are not told. */
	since?: string;
	/** The last statement of each record, by `object:id`, the latest last. */
	told: Readonly<Record<string, Told>>;
}

/** A statement that was told of a record. */
export interface Told {
	id: string;
	state: StatedState;
	occurredAt: string;
	/** The consent version the record had. */
	version: number;
	/** The version written when it was acknowledged, and when that was, in milliseconds since 1970. */
	acknowledged?: { version: number; at: number };
	/** How often the CRM refused that. */
	refused?: number;
	/** The record had no phone that could be read, so nobody could be told whose consent it is. */
	withoutPhone?: true;
}

/** More are forgotten, the oldest first. */
const MOST_TOLD = 5000;

/** What searches show may be as old as this. */
const KEPT_MS = 60 * 60_000;

/**
 * What a record states that was not told yet; nothing, where it is what was told or written last. The
 * same edit has the same id, also where it is told again because the memory was lost.
 */
export function newlyTold(
	crm: CrmConnector['id'],
	record: ConsentRecord,
	before: Told | undefined,
	since = '',
): Told | undefined {
	const { object, id: recordId, values, phone } = record;
	const state = statedIn(values);
	const version = versionOf(record);
	const last = before && isKnown(before, version) ? before : undefined;
	const hidden = last?.withoutPhone === true && phone !== undefined;
	const known = last && !hidden ? last.state : readVersion(version)?.state;
	const occurredAt = editedAt(record);
	if (!state || state === known || occurredAt < since) return undefined;
	const previous = last?.version === version ? last.id : '';
	const id = deriveMessageId([crm, object, recordId, state, version, previous]);
	const withoutPhone = phone === undefined ? { withoutPhone: true as const } : {};
	return { id, state, occurredAt, version, ...withoutPhone };
}

/** Versions only grow: one that is greater was written by somebody else, after what was told. */
function isKnown({ version, acknowledged }: Told, current: number): boolean {
	return current <= (acknowledged?.version ?? version);
}

/** 0 where nothing was written yet. */
export function versionOf({ values: { consentVersion } }: ConsentRecord): number {
	return typeof consentVersion === 'number' && readVersion(consentVersion) ? consentVersion : 0;
}

export function keyOf({ object, id }: RecordRef): string {
	return `${object}:${id}`;
}

export function refOf(key: string): RecordRef {
	const [object = '', id = ''] = key.split(':');
	return { object, id };
}

/** Without what can no longer be read again, and not more than is good to keep. */
export function toldToKeep(told: Iterable<[string, Told]>, now: number): ConsentMemory['told'] {
	const kept = [...told].filter(
		([, { acknowledged }]) => !acknowledged || now - acknowledged.at < KEPT_MS,
	);
	return Object.fromEntries(kept.slice(-MOST_TOLD));
}
