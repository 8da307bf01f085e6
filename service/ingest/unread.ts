import type { RcsEvent } from '../../core/event/types';
import { asObject, asString, lookUp } from '../../core/json';

/** So much of a body is kept: enough to see what it is, and for a person to read. */
const MOST_BODY = 16_000;

/**
 * The body of a webhook that nobody could read, as text: a person may find an opt-out in it. Nothing for
 * events that were read, and for webhooks that are known to tell nothing.
 */
export function unreadBody({ type, provider, raw }: RcsEvent): string | undefined {
	if (type !== 'unknown' || isEmpty(raw) || isTest(raw) || tellsNothing(provider, raw))
		return undefined;
	const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
	return text.slice(0, MOST_BODY);
}

function isEmpty(raw: unknown): boolean {
	if (typeof raw === 'object' && raw !== null) return Object.keys(raw).length === 0;
	return raw === null || raw === undefined || raw === '';
}

/** Where webhooks name what they are about. */
const names = ['type', 'event', 'eventType', 'event_type', 'webhook_event'];

const TEST = /^(webhook[._-]?)?(test|ping|health([._-]?check)?)$/i;

/** Which events these are in the store; the index on them says it so. */
export const UNREAD = "type = 'unknown' and event->>'raw' is not null";

/** What consoles of providers send to try an address out. */
function isTest(raw: unknown): boolean {
	const body = asObject(raw);
	return names.some((name) => TEST.test(asString(body[name]) ?? ''));
}

/** Webhooks that the provider's documents describe and that are no event here, by what they are called. */
const described: Readonly<Record<string, Readonly<Record<string, true>>>> = {
	/** Views of links, and reports on an SMS whose state is not known yet. */
	seven: { tracking: true, dlr: true },
};

function tellsNothing(provider: string, raw: unknown): boolean {
	const name = asString(asObject(raw)['webhook_event']);
	return lookUp(lookUp(described, provider) ?? {}, name) === true;
}
