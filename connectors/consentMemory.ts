import * as v from 'valibot';
import { statedStates } from '../core/consent/statement';
import { deriveMessageId } from '../core/message/id';
import { asItCounts, editedAt, statedIn } from './consentEdit';
import { readVersion } from './consentVersion';
import type { ConsentRecord, CrmConnector, RecordRef } from './crm';

/** A statement that was told of a record. */
const told = v.object({
	id: v.string(),
	state: v.picklist(statedStates),
	occurredAt: v.pipe(v.string(), v.isoTimestamp()),
	/** The consent version the record had. */
	version: v.number(),
	/** The version written when it was acknowledged, and when that was, in milliseconds since 1970. */
	acknowledged: v.exactOptional(v.object({ version: v.number(), at: v.number() })),
	/** How often the CRM refused that. */
	refused: v.exactOptional(v.number()),
	/** The record had no phone that could be read, so nobody could be told whose consent it is. */
	withoutPhone: v.exactOptional(v.literal(true)),
});
export type Told = v.InferOutput<typeof told>;

/** What is kept between two polls, as plain JSON. */
export const consentMemory = v.object({
	/** How far was read; absent: nothing yet. */
	cursor: v.exactOptional(v.string()),
	/** ISO 8601 in UTC: edits made before are not told. */
	since: v.exactOptional(v.string()),
	/** The last statement of each record, by `object:id`, the latest last. */
	told: v.record(v.string(), told),
});
export type ConsentMemory = v.InferOutput<typeof consentMemory>;

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
	{ now, since = '' }: { now: number; since?: string | undefined },
): Told | undefined {
	const { object, id: recordId, values, phone } = record;
	const state = statedIn(values);
	const version = versionOf(record);
	const last = before && isKnown(before, version) ? before : undefined;
	const hidden = last?.withoutPhone === true && phone !== undefined;
	const known = last && !hidden ? last.state : readVersion(version)?.state;
	const occurredAt = editedAt(asItCounts(record, now));
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
