import type { HttpRequest, HttpResponse } from '../core/http';
import type { MessageChange, RecordRef } from './changes';
import type { CrmSettings } from './crm';
import type { ContactValues } from './values';

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
