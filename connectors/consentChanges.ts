import type { HttpRequest, HttpResponse } from '../core/http';
import type { RecordRef } from './changes';
import type { CrmSettings } from './crm';
import type { FoundRecord } from './lookups';
import type { RecordPhones } from './typedPhones';

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
export interface ConsentRecord extends FoundRecord, RecordPhones {
	changedAt: string;
}
