import type { ErrorCategory } from '../core/errors';
import type { HttpRequest } from '../core/http';
import type { JsonObject } from '../core/json';
import type { RecordRef } from './changes';

/** One thing to write, and what it is about. */
export interface Row {
	/** Stable: the same write has the same key. */
	key: string;
	/** What it is written to: an object or endpoint of the CRM, in the connector's words. */
	target: string;
	phone: string;
	/** Other phones of the record that it is about, too: what becomes of it becomes of theirs. */
	also?: readonly string[];
	/** The record of the phone, for rows that must not be written at the same time. */
	parent?: string;
	urgent: boolean;
	/** The CRM has no key for it: written again after a lost answer, it could be there twice (see `settle`). */
	once?: true;
	body: JsonObject;
}

export interface PlannedRequest extends HttpRequest {
	/** In the order of the answer. */
	rows: readonly Row[];
	/** What must wait for it, in this order: their rows name what it writes, or have the same parent. */
	then?: readonly PlannedRequest[];
}

/** The next request of one that takes several, about the same rows. */
export interface FollowUp extends PlannedRequest {
	/** How long to wait before it. */
	afterMs: number;
	/** Sent a second time it changes nothing more. */
	isSafe?: true;
}

export type RowOutcome = { row: Row } & (
	| { status: 'done'; record?: RecordRef; created?: true }
	/**
	 * Write it again after a while; `alone` where others of its request must not suffer from it: first the
	 * ones that `likely` spoiled it and the others, then halves. `told`: the CRM said how long.
	 */
	| {
			status: 'retry';
			afterMs: number;
			told?: true;
			reason: string;
			code?: string;
			alone?: true;
			likely?: true;
	  }
	/** No room today: writing goes on later. */
	| { status: 'park'; afterMs: number; reason: string }
	/** The access has ended: nothing can be written until somebody signs in again. */
	| { status: 'reauth'; reason: string }
	/** It will never be taken, in the CRM's own words. */
	| ({ status: 'dead'; reason: string; code?: string; field?: string } & DeadFor)
	/** No record has this phone. */
	| { status: 'unmatched'; reason: string }
	/** It may be written or not, and must not be written again (see `Row.once`). */
	| { status: 'unknown'; reason: string }
);

/** What a refusal for good is about, and what to do; absent: about the data of the row. */
interface DeadFor {
	category?: ErrorCategory;
	advice?: string;
	/** It is about the whole account, such as a missing field or scope: other rows would meet it, too. */
	general?: true;
}
