import type { CrmContact } from '../../crm';
import type { Portal } from '../portal';
import { type CrmRecord, valueOf } from '../records/records';

type Entry = CrmContact['timeline'][number];

/** What HubSpot shows below a contact, newest first. */
export function timelineOf({ records, events }: Portal, contact: CrmRecord): Entry[] {
	const communications = records
		.list('communications')
		.filter(({ contacts }) => contacts.has(contact.id))
		.map((record) => ({
			at: valueOf(record, 'hs_timestamp') ?? '',
			title: `${valueOf(record, 'hs_communication_channel_type') ?? ''} logged`,
			text: toText(valueOf(record, 'hs_communication_body') ?? ''),
		}));
	const occurrences = events
		.occurrences()
		.filter(({ contactId }) => contactId === contact.id)
		.map(({ eventName, occurredAt, properties }) => ({
			at: occurredAt,
			title: events.definition(eventName)?.label ?? eventName,
			text: Object.entries(properties)
				.map(([name, value]) => `${name}: ${value}`)
				.join(', '),
		}));
	return [...communications, ...occurrences].toSorted((a, b) => b.at.localeCompare(a.at));
}

/** A body is HTML; the page shows its lines. */
const toText = (html: string): string =>
	html
		.replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n')
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
		.trim();
