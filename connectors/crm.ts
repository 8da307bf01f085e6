import type { MessageState } from '../core/event/messageState';
import type { ErrorCategory, ProviderError } from '../core/errors';
import type { RcsEvent } from '../core/event/types';
import type { HttpRequest, HttpResponse } from '../core/http';
import type { JsonObject } from '../core/json';
import type { ContactField } from './fields';
import type { ContactValues } from './values';

/**
 * A CRM as its connector knows it: what to ask and what the answers mean. It never sends anything
 * itself; whoever uses it brings the transport (n8n's helper, or the CRM's own SDK).
 */
export interface CrmConnector {
	id: 'hubspot' | 'salesforce';
	displayName: string;
	/** The synced fields as this CRM names them. */
	fields: readonly CrmField[];
	/** Records by their RCS phone, which connectors write; what it does not find may be `search`ed. */
	find: Lookup;
	/** Records by the phone numbers people typed into them. */
	search: Lookup;
	/** What it keeps of messages already. Absent, where it keeps no record a message. */
	messages?: MessageLookup;
	/** The requests that write changes: one a contact and message, urgent ones first, none over the CRM's caps. */
	plan(changes: Changes, settings: CrmSettings): PlannedRequest[];
	/** The same for rows that have to be written again, on their own or in smaller groups. */
	pack(rows: readonly Row[], settings: CrmSettings): PlannedRequest[];
	/** What became of each row of a request. */
	read(request: PlannedRequest, response: HttpResponse, settings: CrmSettings): RowOutcome[];
	/**
	 * What has to be asked next before `read` can tell what became of the rows: a job is made, filled,
	 * started and watched. Absent, or without an answer, where the response tells everything.
	 */
	follow?(
		request: PlannedRequest,
		response: HttpResponse,
		settings: CrmSettings,
	): FollowUp | undefined;
	/**
	 * For rows that the CRM has no key for (`Row.once`): asks what of them is there already, and makes them
	 * add to that. Asked again after a lost answer, it tells whether they were written. Absent where every
	 * row has a key.
	 */
	settle?(rows: readonly Row[], settings: CrmSettings): Settling;
	/** Of what length times are that the CRM keeps, where it drops the milliseconds. */
	timeStepMs?: number;
	provision: Provision;
	changes: ConsentChanges;
}

export interface CrmSettings {
	/** HubSpot: the API's address. Salesforce: the address of the org. Without a slash at its end. */
	baseUrl: string;
	/** Whether a phone nobody has becomes a new contact. Off unless somebody turned it on. */
	createContacts: boolean;
	/** Where national numbers on records are from, as ISO 3166-1 alpha-2, e.g. `GB`. */
	defaultCountry?: string;
	/** Whether each message and event is kept as well as the latest state on the contact. */
	history: boolean;
	/** The CRM's own; each connector checks them. */
	options?: JsonObject;
}

export interface CrmField {
	field: ContactField;
	/** HubSpot property or Salesforce field. */
	name: string;
	label: string;
	/** The CRM's own type. */
	type: string;
}

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
}

/** What still has to be asked about rows, or what is to be written of them. */
export type Settling = SettlingQuestions | Settled;

export interface SettlingQuestions {
	ask: readonly HttpRequest[];
	/** @throws RcsError when the CRM refuses the question. */
	check(response: HttpResponse): void;
	/** From the answers to all questions, in their order. */
	then(answers: readonly HttpResponse[]): Settling;
}

export interface Settled {
	/** With the keys of the rows they were made of. */
	rows: readonly Row[];
	/** Of rows that are there already. */
	outcomes: readonly RowOutcome[];
}

export interface Lookup {
	/** How many of its questions the CRM takes in a second, where it takes fewer of them than of others. */
	perSecond?: number;
	/** What it finds may be as it was some moments ago: records have to be read again by their ids. */
	lags?: true;
	plan(phones: readonly string[], settings: CrmSettings): LookupRequest[];
	/** @throws RcsError when the CRM refuses the question. */
	read(request: LookupRequest, response: HttpResponse, settings: CrmSettings): Found[];
	/** What to ask for the rest of an answer that did not hold everything. */
	next?(request: LookupRequest, response: HttpResponse): LookupRequest | undefined;
}

export interface LookupRequest extends HttpRequest {
	phones: readonly string[];
}

/** What the CRM holds of messages that are about to be written, so that their times only get better. */
export interface MessageLookup {
	plan(messages: readonly MessageChange[], settings: CrmSettings): MessageRequest[];
	/** The messages with their records. @throws RcsError when the CRM refuses the question. */
	read(request: MessageRequest, response: HttpResponse): MessageChange[];
}

export interface MessageRequest extends HttpRequest {
	messages: readonly MessageChange[];
}

/** Records of one phone. Several: it is shared, and nobody but a person can say whose it is. */
export interface Found {
	phone: string;
	records: FoundRecord[];
}

export interface FoundRecord extends RecordRef {
	name?: string;
	values: ContactValues;
	/** When anything of it last changed, ISO 8601 in UTC. */
	changedAt?: string;
}

/** Setting up fields: adds what is missing, changes and deletes nothing. */
export interface Provision {
	inspect(settings: CrmSettings): HttpRequest[];
	/** From the answers to `inspect`, in their order. */
	diff(responses: readonly HttpResponse[], settings: CrmSettings): ProvisionPlan;
	/** Why an answer refuses the request for the moment; nothing, where it does not. */
	passing(response: HttpResponse, settings: CrmSettings): ProviderError | undefined;
	/** What the answer to a step refuses, in the CRM's own words; nothing, where it added everything. */
	refused(response: HttpResponse): string[];
}

export interface ProvisionPlan {
	steps: ProvisionStep[];
	/** What stands in the way and needs a person, e.g. a field of the same name and another type. */
	conflicts: { name: string; problem: string; advice: string }[];
	/** What is there already. */
	present: string[];
	/** What helps and cannot be added this way. */
	byHand?: readonly { name: string; advice: string }[];
}

export interface ProvisionStep {
	/** What it adds, in words. */
	adds: string;
	request: HttpRequest;
}

/** Records with a consent status that changed, by us or by somebody in the CRM (see `pollConsent`). */
export interface ConsentChanges {
	/** A cursor for what changes from a moment on, in milliseconds since 1970. */
	startAt(time: number, settings: CrmSettings): string;
	/** `cursor` is that of the page; absent, everything is read, what changed first before the others. */
	poll(cursor: string | undefined, settings: CrmSettings): HttpRequest;
	/** @throws RcsError when the CRM refuses the question. */
	read(response: HttpResponse, cursor: string | undefined, settings: CrmSettings): ConsentPage;
	/** Known records as they are at this moment; those that are gone are not in the answers. */
	current: {
		plan(records: readonly RecordRef[], settings: CrmSettings): HttpRequest[];
		/** @throws RcsError when the CRM refuses the question. */
		read(response: HttpResponse, settings: CrmSettings): ConsentRecord[];
	};
}

export interface ConsentPage {
	records: ConsentRecord[];
	/**
	 * Absent: that was the last page. Pages go on from `until`, in milliseconds since 1970: what changed
	 * earlier is read by now.
	 */
	next?: { cursor: string; until: number };
}

/** A record of a person, with what tells whether its consent was edited. */
export interface ConsentRecord extends FoundRecord {
	/** E.164: the RCS phone, else the first number people typed that can be read. */
	phone?: string;
	changedAt: string;
}
