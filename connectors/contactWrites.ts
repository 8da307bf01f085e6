import type { StatedState } from '../core/consent/statement';
import type { EventType, RcsEvent } from '../core/event/types';
import { consentVersion } from './consentVersion';
import { type ContactField, contactFieldNames, eventChoice } from './fields';
import { type ContactValues, inLength, mergeValues } from './values';

/** What is to be written to the record of one phone. */
export interface ContactWrite {
	/** E.164 with `+`. */
	phone: string;
	values: ContactValues;
	/** Opt-outs go before everything else. */
	urgent: boolean;
	/**
	 * An opt-out of a record whose RCS phone is another one. Others may have this phone typed, such as that of
	 * an office: only a record whose RCS phone it is shows it.
	 */
	ownOnly?: true;
	/** Its consent was decided from everything that was said, the status of the record included. */
	decided?: Decided;
}

/** What a decision is made of. */
export interface Decided {
	/** Consent that a record got with a time up to this one was part of it. ISO 8601 in UTC. */
	until: string;
}

const timeFields: Readonly<Partial<Record<EventType, ContactField>>> = {
	'message.sent': 'lastSentAt',
	'message.delivered': 'lastDeliveredAt',
	'message.read': 'lastReadAt',
	'message.clicked': 'lastClickedAt',
	'message.replied': 'lastRepliedAt',
};

/** What an event proves of a phone: RCS arrived there, or could not. */
const reachable: Readonly<Partial<Record<EventType, boolean>>> = {
	'message.delivered': true,
	'message.read': true,
	'message.clicked': true,
	'message.replied': true,
	'message.received': true,
	'message.fallback': false,
};

const consents: Readonly<Partial<Record<EventType, StatedState>>> = {
	'user.optedOut': 'optedOut',
	'user.optedIn': 'optedIn',
};

/** Signals that come and go, and what nobody understood, are not worth keeping on a record. */
const fleeting: readonly EventType[] = ['user.typing', 'unknown'];

/** Whether an event is of a kind that records keep. */
export function isKept({ type }: Pick<RcsEvent, 'type'>): boolean {
	return !fleeting.includes(type);
}

/**
 * One write a phone, from any number of events in any order. Events without a phone change no record.
 * Counts are not part of it: they need everything that ever happened (see the connector service).
 */
export function contactWrites(events: readonly RcsEvent[]): ContactWrite[] {
	const writes = new Map<string, ContactWrite>();
	for (const event of events) {
		const { user: phone, type } = event;
		if (phone === undefined || !isKept(event)) continue;
		const before = writes.get(phone);
		const values = mergeValues(before?.values ?? {}, valuesOf(event));
		const urgent = before?.urgent === true || type === 'user.optedOut';
		writes.set(phone, { phone, values, urgent });
	}
	return [...writes.values()];
}

function valuesOf(event: RcsEvent): ContactValues {
	const { type, occurredAt, channel = 'rcs' } = event;
	const time = timeFields[type];
	const reached = channel === 'rcs' ? reachable[type] : undefined;
	return inLength({
		lastEvent: eventChoice(type),
		lastEventAt: occurredAt,
		...(time ? { [time]: occurredAt } : {}),
		...(type === 'message.sent' ? { lastCampaign: event.campaignId ?? '' } : {}),
		...(reached === undefined ? {} : { reachable: reached, reachableAt: occurredAt }),
		...failureOf(event),
		...consentOf(event),
	});
}

function failureOf({ error, occurredAt }: RcsEvent): ContactValues {
	if (!error) return {};
	return { lastFailedAt: occurredAt, lastFailureReason: error.message };
}

function consentOf({ type, occurredAt, keyword }: RcsEvent): ContactValues {
	const state = consents[type];
	return state ? consentValues(state, occurredAt, keyword ? `keyword ${keyword}` : 'event') : {};
}

/** The choices of the consent status, as the record has them. */
export const statusChoices: Readonly<Record<StatedState, string>> = {
	optedIn: 'opted_in',
	optedOut: 'opted_out',
	pending: 'pending',
};

/** The consent of a person as it stands on the record. */
export function consentValues(state: StatedState, since: string, source: string): ContactValues {
	return inLength({
		consentStatus: statusChoices[state],
		consentUpdatedAt: since,
		consentSource: source,
		consentVersion: consentVersion(state, since),
	});
}

const consentFields: readonly ContactField[] = [
	'consentStatus',
	'consentUpdatedAt',
	'consentSource',
	'consentVersion',
];

export function onlyConsent(values: ContactValues): ContactValues {
	return fieldsOf(values, (field) => consentFields.includes(field));
}

export function withoutConsent(values: ContactValues): ContactValues {
	return fieldsOf(values, (field) => !consentFields.includes(field));
}

function fieldsOf(values: ContactValues, isMeant: (field: ContactField) => boolean): ContactValues {
	const meant = contactFieldNames.filter((field) => field in values && isMeant(field));
	return Object.fromEntries(meant.map((field) => [field, values[field]]));
}
