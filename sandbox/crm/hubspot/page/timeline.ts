import type { CrmContact } from '../../crm';
import type { Occurrence } from '../events/store';
import type { Portal } from '../portal';
import { type CrmRecord, valueOf } from '../records/records';

const MOST_SHOWN = 50;

type Entry = CrmContact['timeline'][number];

/** What HubSpot shows below each contact, newest first, by the contact's id. */
export function timelines(portal: Portal): Map<string, Entry[]> {
	const entries = new Map<string, Entry[]>();
	const add = (contact: string, entry: Entry): void => {
		const known = entries.get(contact) ?? [];
		entries.set(contact, known);
		known.push(entry);
	};
	for (const record of portal.records.list('communications'))
		for (const contact of record.contacts) add(contact, communicationEntry(record));
	for (const occurrence of portal.events.occurrences())
		if (occurrence.contactId !== undefined)
			add(occurrence.contactId, eventEntry(portal, occurrence));
	for (const [contact, list] of entries)
		entries.set(contact, list.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, MOST_SHOWN));
	return entries;
}

const communicationEntry = (record: CrmRecord): Entry => ({
	at: valueOf(record, 'hs_timestamp') ?? '',
	title: `${valueOf(record, 'hs_communication_channel_type') ?? ''} logged`,
	text: toText(valueOf(record, 'hs_communication_body') ?? ''),
});

const eventEntry = (
	{ events }: Portal,
	{ eventName, occurredAt, properties }: Occurrence,
): Entry => {
	const definition = events.definition(eventName);
	const labels = new Map(definition?.properties.map(({ name, label }) => [name, label]));
	return {
		at: occurredAt,
		title: definition?.label ?? eventName,
		facts: Object.fromEntries(
			Object.entries(properties).map(([name, value]) => [labels.get(name) ?? name, value]),
		),
	};
};

/** A body is HTML; the page shows its lines. */
const toText = (html: string): string =>
	html
		.replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n')
		.replace(/<[^>]*>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
		.trim();
