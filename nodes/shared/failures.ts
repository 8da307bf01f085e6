import type { EventChannel, EventType, RcsEvent } from '../../core/event/types';
import { asString, type JsonObject } from '../../core/json';

/** What tells that a message does not arrive over a channel; `message.fallback` is no end. */
export const failures: readonly EventType[] = [
	'message.expired',
	'message.failed',
	'message.revoked',
];

export function isFailure({ type }: RcsEvent): boolean {
	return failures.includes(type);
}

/**
 * Whether a failure is the end of a message. Where it falls back to other channels, only that of the last one is: some
 * providers tell of each that failed before.
 */
export function isFinalFailure(event: JsonObject, lastChannel: EventChannel): boolean {
	const type = asString(event['type']);
	if (!failures.some((known) => known === type)) return false;
	return lastChannel === 'rcs' || event['channel'] === lastChannel;
}
