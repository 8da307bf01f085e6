import { type CrmId, crms } from '../../../connectors';
import { contactWrites } from '../../../connectors/contactWrites';
import type { Changes, RecordRef } from '../../../connectors/changes';
import type { CrmSettings } from '../../../connectors/crm';
import { eventChanges, messageChanges } from '../../../connectors/history';
import type { RcsEvent } from '../../../core/event/types';
import { CONTACTS, eventsOf, phoneOf } from './events';

export interface PlanFigures {
	crm: string;
	events: number;
	requests: number;
	/** From events to what changes: one write a contact, one state a message. */
	mergeMs: number;
	/** From what changes to requests that are ready to be sent. */
	planMs: number;
}

const ids: Readonly<Record<CrmId, { object: string; idOf: (i: number) => string }>> = {
	hubspot: { object: 'contacts', idOf: (i) => String(1000 + i) },
	salesforce: { object: 'Contact', idOf: (i) => `003${String(i).padStart(12, '0')}AAA` },
};

const settings: Readonly<Record<CrmId, CrmSettings['options']>> = {
	hubspot: { eventName: 'pe4010_rcs_event' },
	salesforce: { mode: 'composite' },
};

/** What planning 10,000 and 100,000 events for known contacts costs, without any request. */
export function benchPlan(): PlanFigures[] {
	return [CONTACTS, 10 * CONTACTS].flatMap(planFor);
}

function planFor(contacts: number): PlanFigures[] {
	const events = eventsOf(contacts, Date.now());
	return Object.values(crms).map((crm) => {
		const known = recordsOf(crm.id, contacts);
		const changes = changesOf(events, known);
		const account: CrmSettings = {
			baseUrl: 'https://crm.example.com',
			createContacts: false,
			history: true,
			options: settings[crm.id] ?? {},
		};
		return {
			crm: crm.displayName,
			events: events.length,
			requests: crm.plan(changes, account).length,
			mergeMs: milliseconds(() => changesOf(events, known)),
			planMs: milliseconds(() => crm.plan(changes, account)),
		};
	});
}

function recordsOf(crm: CrmId, contacts: number): ReadonlyMap<string, RecordRef> {
	const { object, idOf } = ids[crm];
	return new Map(Array.from({ length: contacts }, (_, i) => [phoneOf(i), { object, id: idOf(i) }]));
}

function changesOf(events: readonly RcsEvent[], known: ReadonlyMap<string, RecordRef>): Changes {
	return {
		contacts: contactWrites(events).flatMap(({ phone, ...write }) => {
			const record = known.get(phone);
			return record ? [{ phone, record, ...write }] : [];
		}),
		messages: messageChanges(events, known),
		events: eventChanges(events, known),
	};
}

/** The median of several runs, after warming up. */
function milliseconds(work: () => unknown): number {
	const run = () => {
		const start = performance.now();
		work();
		return performance.now() - start;
	};
	run();
	const times = Array.from({ length: 9 }, run).sort((a, b) => a - b);
	return Math.round((times[4] ?? 0) * 10) / 10;
}
