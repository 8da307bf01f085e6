import type { RecordRef } from './changes';

/**
 * Records somebody says have changed: a webhook, a stream. It may come twice, late and in any order, so
 * nothing it says of values is kept: the records are to be read again (`ConsentChanges.current`).
 */
export interface RecordNews {
	/** Whose consent may be another one. */
	changed: readonly RecordRef[];
	/** Deleted, or merged into one that is among the changed. */
	gone: readonly RecordRef[];
}

/** The news without repetitions; a record that is gone has not changed. */
export function recordNews(changed: readonly RecordRef[], gone: readonly RecordRef[]): RecordNews {
	const lost = byKey(gone);
	const there = byKey(changed);
	return {
		changed: [...there].flatMap(([key, record]) => (lost.has(key) ? [] : [record])),
		gone: [...lost.values()],
	};
}

function byKey(records: readonly RecordRef[]): Map<string, RecordRef> {
	return new Map(records.map((record) => [`${record.object} ${record.id}`, record]));
}
