import { eventTypes } from '../core/event/types';

/**
 * The fields of a contact that are kept in step with RCS. One list for provisioning, writing, reading,
 * docs and the sandbox; each CRM derives its own names and types from it.
 */
export interface FieldSpec {
	/** Words of the name: `last sent at` is `rcs_last_sent_at` and `RCS_Last_Sent_At__c`. */
	words: string;
	label: string;
	help: string;
	type: 'phone' | 'choice' | 'text' | 'time' | 'number' | 'boolean';
	/** Of `choice`: value and label. */
	choices?: readonly (readonly [value: string, label: string])[];
	/** Of `choice`: which of two at one time stays, the strongest last. Absent: the order of the choices. */
	strength?: readonly string[];
	/** Of `text`: the most characters. */
	length?: number;
	/** How two values become one, so that any order of writes gives the same record. */
	merge: Merge;
}

/**
 * `key`: names the contact, never changes. `max`: the later time or the greater number stays. A field
 * that goes `with` a time is replaced together with it, and cleared where the newer has none.
 */
type Merge =
	| 'key'
	| 'max'
	| { with: 'lastEventAt' | 'lastSentAt' | 'lastFailedAt' | 'reachableAt' | 'consentUpdatedAt' };

const consent = [
	['opted_in', 'Opted in'],
	['opted_out', 'Opted out'],
	['pending', 'Pending'],
	['unknown', 'Unknown'],
] as const;

/** `message.delivered` is the choice `message_delivered`. */
export const eventChoice = (type: string): string => type.replace('.', '_');

const at = (what: string): FieldSpec => ({
	words: `last ${what} at`,
	label: `RCS last ${what} at`,
	help: `When a message to or from this contact was last ${what}.`,
	type: 'time',
	merge: 'max',
});

const count = (what: string): FieldSpec => ({
	words: `${what} count`,
	label: `RCS ${what} count`,
	help: `How many messages were ${what}. Written by the connector service only.`,
	type: 'number',
	merge: 'max',
});

export const contactFields = {
	phone: {
		words: 'phone e164',
		label: 'RCS phone (E.164)',
		help: 'The number RCS events are matched by, with its country code, such as +447700900123.',
		type: 'phone',
		merge: 'key',
	},
	consentStatus: {
		words: 'consent status',
		label: 'RCS consent status',
		help: 'Whether the person agreed to RCS messages. Change it here to opt a contact in or out.',
		type: 'choice',
		choices: consent,
		strength: ['unknown', 'opted_in', 'pending', 'opted_out'],
		merge: { with: 'consentUpdatedAt' },
	},
	consentUpdatedAt: {
		words: 'consent updated at',
		label: 'RCS consent updated at',
		help: 'Since when the consent status holds.',
		type: 'time',
		merge: 'max',
	},
	consentSource: {
		words: 'consent source',
		label: 'RCS consent source',
		help: 'Where the consent came from: a keyword, a form, the shop, this CRM ...',
		type: 'text',
		length: 60,
		merge: { with: 'consentUpdatedAt' },
	},
	consentVersion: {
		words: 'consent version',
		label: 'RCS consent version',
		help: 'Tells changes made here from those written by the connector. Do not change it.',
		type: 'number',
		merge: { with: 'consentUpdatedAt' },
	},
	reachable: {
		words: 'reachable',
		label: 'RCS reachable',
		help: 'Whether the phone could receive RCS when it was last known.',
		type: 'boolean',
		merge: { with: 'reachableAt' },
	},
	reachableAt: {
		words: 'reachable at',
		label: 'RCS reachable as of',
		help: 'When it was last known whether the phone can receive RCS.',
		type: 'time',
		merge: 'max',
	},
	lastEvent: {
		words: 'last event',
		label: 'RCS last event',
		help: 'What happened last between this contact and you over RCS.',
		type: 'choice',
		choices: eventTypes.map((type) => [eventChoice(type), type] as const),
		merge: { with: 'lastEventAt' },
	},
	lastEventAt: {
		words: 'last event at',
		label: 'RCS last event at',
		help: 'When the last event happened.',
		type: 'time',
		merge: 'max',
	},
	lastSentAt: at('sent'),
	lastDeliveredAt: at('delivered'),
	lastReadAt: at('read'),
	lastClickedAt: at('clicked'),
	lastRepliedAt: at('replied'),
	lastFailedAt: at('failed'),
	sentCount: count('sent'),
	deliveredCount: count('delivered'),
	readCount: count('read'),
	clickedCount: count('clicked'),
	repliedCount: count('replied'),
	failedCount: count('failed'),
	lastCampaign: {
		words: 'last campaign',
		label: 'RCS last campaign',
		help: 'The campaign of the last message that was sent.',
		type: 'text',
		length: 255,
		merge: { with: 'lastSentAt' },
	},
	lastFailureReason: {
		words: 'last failure reason',
		label: 'RCS last failure reason',
		help: 'Why the last message that failed did, in the words of the provider.',
		type: 'text',
		length: 255,
		merge: { with: 'lastFailedAt' },
	},
} as const satisfies Record<string, FieldSpec>;

export type ContactField = keyof typeof contactFields;

export const contactFieldNames = Object.keys(contactFields).filter(isContactField);

function isContactField(name: string): name is ContactField {
	return Object.hasOwn(contactFields, name);
}

/** What the list says of a field. */
export function specOf(field: ContactField): FieldSpec {
	return contactFields[field];
}
