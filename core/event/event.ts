import { createHash } from 'node:crypto';
import { defined, parseJson } from '../json';
import { parseTime } from '../message/time';
import type { Delivery } from '../webhook/delivery';
import type { EventType, RcsEvent } from './types';

type Optional<T> = { [K in keyof T]?: T[K] | undefined };

/** What a provider's parser knows of an event. Members that are undefined are left out. */
export type EventDraft = { provider: string; type: EventType; raw: unknown } & Optional<
	Omit<RcsEvent, 'provider' | 'type' | 'raw' | 'eventId'>
> & {
		/** When the webhook arrived: the time of an event that tells none. Not part of its id. */
		receivedAt: string;
		/** The provider's own id of the event, where it has one. */
		providerEventId?: string | undefined;
	};

/**
 * Completes an event. The id is the provider's own event id where it has one, else a hash of what
 * makes the event unique, so that the same webhook delivered twice gives the same id.
 */
export function makeEvent(draft: EventDraft): RcsEvent {
	const { providerEventId, receivedAt, ...known } = draft;
	const { provider, type, messageId, user, raw } = draft;
	const toldAt = isoTime(draft.occurredAt);
	const eventId = hash([
		provider,
		type,
		...(providerEventId ? [providerEventId] : [messageId, user, toldAt, canonicalJson(raw)]),
	]);
	const occurredAt = toldAt ?? receivedAt;
	return { eventId, ...defined({ ...known, provider, type, occurredAt, raw: raw ?? null }) };
}

/** Of a body that nobody can read, a start is enough to see what it is. */
const MOST_TEXT = 2000;

/**
 * The JSON of a webhook, or the start of its text where it is none: its raw data, so that two that
 * cannot be read are still two events.
 */
export function readBody({ body }: Delivery): unknown {
	const text = body.toString('utf8');
	return parseJson(text) ?? text.slice(0, MOST_TEXT);
}

/** A provider's time as ISO 8601 in UTC; a time without an offset is read as UTC. */
export function isoTime(time: string | undefined): string | undefined {
	const at = parseTime(time ?? '', 'Z');
	return at === undefined ? undefined : new Date(at).toISOString();
}

function hash(parts: readonly (string | undefined)[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** JSON with sorted keys: the same content is the same text. */
function canonicalJson(value: unknown): string {
	return (
		JSON.stringify(value, (_key, part: unknown) =>
			typeof part === 'object' && part !== null && !Array.isArray(part)
				? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
				: part,
		) ?? ''
	);
}
