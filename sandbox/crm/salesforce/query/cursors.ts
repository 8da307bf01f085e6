import type { JsonObject } from '../../../json';
import { Refusal } from '../errors';

export interface Page {
	totalSize: number;
	done: boolean;
	records: JsonObject[];
	/** Where the rest is, as the last part of its path. */
	next?: string;
}

export interface Cursors {
	/** The first page of an answer; the rest is kept. */
	open(records: JsonObject[], size: number): Page;
	/** @throws Refusal when the cursor is over or was never given out. */
	page(cursor: string): Page;
	reset(): void;
}

/** Answers that are too long for one page, by their cursors: `01g...-2000`. */
export function createCursors(): Cursors {
	const open = new Map<string, { records: JsonObject[]; size: number }>();
	let count = 0;

	function pageAt(id: string, from: number): Page {
		const { records, size } = open.get(id) ?? { records: [], size: 0 };
		const page = records.slice(from, from + size);
		const done = from + size >= records.length;
		const totalSize = records.length;
		return { totalSize, done, records: page, ...(done ? {} : { next: `${id}-${from + size}` }) };
	}

	return {
		open(records, size) {
			count += 1;
			const id = `01g5f000000000${String(count).padStart(4, '0')}`;
			open.set(id, { records, size });
			return pageAt(id, 0);
		},
		page(cursor) {
			const [id = '', from = ''] = cursor.split('-');
			if (!open.has(id) || !/^\d+$/.test(from))
				throw new Refusal('INVALID_QUERY_LOCATOR', 'invalid query locator');
			return pageAt(id, Number(from));
		},
		reset: () => open.clear(),
	};
}
