import type { MessageState } from '../core/event/messageState';
import type { RcsEvent } from '../core/event/types';
import type { JsonObject } from '../core/json';
import type { ContactValues } from './values';

/** Everything that is to be written at one time. */
export interface Changes {
	/** One a record: two writes of one could overtake each other. */
	contacts: readonly ContactChange[];
	messages: readonly MessageChange[];
	/** What happened, for CRMs that keep single events. */
	events: readonly EventChange[];
	/**
	 * The whole consent of those that stated one, also where their record has it already: CRMs that keep
	 * it in a second place may not have it there yet.
	 */
	consents?: readonly ContactChange[];
}

/** A record: of which kind (`contacts`, `Contact`, `Lead`) and by which id. */
export interface RecordRef {
	object: string;
	id: string;
	/** The id under which the CRM keeps the consent of the person, where that is not the record. */
	person?: string;
}

export interface ContactChange {
	phone: string;
	/** Other phones of the record that it tells of, too. */
	also?: readonly string[];
	/** Absent: the record is named by its RCS phone. */
	record?: RecordRef;
	values: ContactValues;
	urgent: boolean;
}

export interface MessageChange {
	phone: string;
	record?: RecordRef;
	provider: string;
	messageId: string;
	message: MessageState;
	/** What its events name: mostly one, or none. */
	campaigns: readonly string[];
	agents: readonly string[];
	/** The record of the message, as the CRM has it. */
	before?: JsonObject;
}

export interface EventChange {
	phone: string;
	record?: RecordRef;
	event: RcsEvent;
}
