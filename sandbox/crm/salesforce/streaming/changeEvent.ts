import type { JsonObject } from '../../../json';
import type { Access } from '../permissions';
import type { Change } from '../records/changes';
import { fieldOf } from '../schema/schema';
import type { ObjectType } from '../schema/types';

/** A change event as it is kept: one change that one transaction made to one or more records. */
export interface ChangeEvent {
	replayId: number;
	object: ObjectType;
	change: Change;
	recordIds: readonly string[];
	transactionKey: string;
	/** Counted from 1 within the transaction. */
	sequenceNumber: number;
	/** Milliseconds since 1970. */
	at: number;
}

/** The channel of all objects, and those of each. */
export const ALL_CHANGES = '/data/ChangeEvents';
export const channelOf = ({ name, custom }: ObjectType): string =>
	`/data/${custom ? name.replace(/__c$/, '__ChangeEvent') : `${name}ChangeEvent`}`;

/**
 * What a subscriber gets of an event: the fields it may see. A new record has all that are filled, an
 * update those that changed. Source: Salesforce, Change Data Capture Developer Guide.
 */
export function messageOf(event: ChangeEvent, access: Access): JsonObject {
	const { object, change, recordIds, transactionKey, sequenceNumber, at, replayId } = event;
	const { kind, by, values } = change;
	const mayKnow = (name: string): boolean => {
		const field = fieldOf(object, name);
		return field !== undefined && !hidden.has(name) && access.canSee(object, field);
	};
	const changed = kind === 'UPDATE' ? [...new Set([...change.changed, MODIFIED])] : [];
	const changedFields = changed.filter(mayKnow);
	const filled = Object.keys(values).filter((name) => values[name] !== null && mayKnow(name));
	const told = { CREATE: filled, UPDATE: changedFields, DELETE: [] }[kind];
	const header = {
		entityName: object.name,
		recordIds,
		changeType: kind,
		changeOrigin: by.origin ?? '',
		transactionKey,
		sequenceNumber,
		commitTimestamp: at,
		commitNumber: at * 1000 + sequenceNumber,
		commitUser: by.userId,
		changedFields,
	};
	return {
		schema: `sandbox-${object.name}`,
		payload: {
			ChangeEventHeader: header,
			...Object.fromEntries(told.map((name) => [name, values[name] ?? null])),
		},
		event: { replayId },
	};
}

/** Every update changes it, though the time is kept to the second. */
const MODIFIED = 'LastModifiedDate';

/** System fields that no change event has. */
const hidden = new Set(['Id', 'IsDeleted', 'SystemModstamp']);
