import type { Portal } from '../portal';
import type { CrmRecord, Source } from './records';

/** Deletes a record; with `forGood` as a person asks for it under data protection law. */
export function archive(portal: Portal, record: CrmRecord, source: Source, forGood = false): void {
	const at = portal.clock.now();
	record.archivedAt = at;
	const kind = forGood ? 'privacyDeletion' : 'deletion';
	portal.changes.tell({ kind, record, at, source });
}
