import type { Portal } from '../portal';
import { timeProperties } from '../properties/builtIn';
import { type CrmRecord, setValue, type Source, valueOf } from './records';
import { touch } from './write';

/** Merges a contact into another, which keeps its own values and takes what it has none for. */
export function merge(portal: Portal, loser: CrmRecord, winner: CrmRecord, source: Source): void {
	const at = portal.clock.now();
	loser.archivedAt = at;
	loser.mergedInto = winner.id;
	const { created, modified } = timeProperties[winner.type];
	const own = new Set([created, modified, 'hs_object_id']);
	for (const name of loser.versions.keys()) {
		const value = valueOf(loser, name) ?? '';
		if (own.has(name) || valueOf(winner, name)) continue;
		setValue(winner, name, { value, at, source: { sourceType: 'MERGE_CONTACTS' } });
	}
	for (const { contacts } of portal.records.list('communications'))
		if (contacts.delete(loser.id)) contacts.add(winner.id);
	for (const occurrence of portal.events.occurrences())
		if (occurrence.contactId === loser.id) occurrence.contactId = winner.id;
	touch(winner, at);
	portal.changes.tell({ kind: 'merge', record: winner, merged: loser, at, source });
}
