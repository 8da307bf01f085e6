import type { HttpResponse } from '../core/http';
import type { JsonObject } from '../core/json';
import type { Changes } from './changes';
import type { ConsentChanges } from './consentChanges';
import type { ContactField } from './fields';
import type { Lookup, MessageLookup } from './lookups';
import type { Provision } from './provisioning';
import type { FollowUp, PlannedRequest, Row, RowOutcome } from './row';
import type { Settling } from './settling';

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
