import type { FastifyInstance } from 'fastify';

import type { Faults } from '../faults/faults';
import type { Scheduler } from '../scheduler';

/**
 * One CRM's API. Like the providers' emulators it is written from the CRM's documentation alone and
 * shares no code with the connector that talks to it.
 */
export interface SandboxCrm {
	/** Also the first part of its paths: /{id}/... */
	id: string;
	/** As its vendor writes it. */
	name: string;
	/** Adds the API's routes; paths are the CRM's own. */
	routes(app: FastifyInstance): void;
	/** Adds what an admin would do in the CRM's own pages, under /sandbox/console/{id}. */
	console(app: FastifyInstance): void;
	/** The error body the CRM sends with an HTTP status. */
	refusal(status: number): unknown;
	/** The truth, for tests: every record that was committed, as /sandbox/crm/{id}/records. */
	records(): object;
	/** The single events that were committed, for CRMs that keep them, as /sandbox/crm/{id}/events. */
	events?(): object;
	/** What the page shows, as /sandbox/crm/{id}/contacts. */
	contacts(): CrmContact[];
	/** A person adds somebody to the CRM. */
	addContact(person: { name: string; phone: string }): void;
	/** A person sets the consent field of a record; false where there is no such record, field or option. */
	editConsent(record: Pick<CrmContact, 'object' | 'id'>, value: string): boolean;
	reset(): void;
}

/** What a CRM's emulator may use of the sandbox. */
export interface CrmWorld {
	scheduler: Scheduler;
	faults: Faults;
}

export type SandboxCrmFactory = (world: CrmWorld) => SandboxCrm;

/** A record of a person, as the page shows it. */
export interface CrmContact {
	id: string;
	/** The CRM's own word: `contacts`, `Contact`, `Lead`. */
	object: string;
	name: string;
	phone: string;
	/** The synced fields that are filled, by label. */
	fields: Record<string, string>;
	/** The field an admin opts people in and out with; absent until somebody set it up. */
	consentField?: {
		name: string;
		label: string;
		value: string;
		options: { value: string; label: string }[];
	};
	/** Newest first. `facts` are values by label. */
	timeline: { at: string; title: string; text?: string; facts?: Record<string, string> }[];
}
