import type { Row } from '../row';

/** Rows of one parent, which are written together: two writes of one parent at a time lock each other out. */
export interface Family {
	parent: string;
	urgent: boolean;
	rows: Row[];
}

/** Urgent ones first, then by parent, so that everybody locks in the same order. */
export function familiesOf(rows: readonly Row[]): Family[] {
	const families = new Map<string, Family>();
	for (const row of rows) {
		const parent = row.parent ?? row.phone;
		const family = families.get(parent) ?? { parent, urgent: false, rows: [] };
		family.rows.push(row);
		family.urgent ||= row.urgent;
		families.set(parent, family);
	}
	return [...families.values()].sort(
		(a, b) => Number(b.urgent) - Number(a.urgent) || (a.parent < b.parent ? -1 : 1),
	);
}
