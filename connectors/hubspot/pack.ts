import type { CrmSettings } from '../crm';
import type { PlannedRequest, Row } from '../row';
import { targetNames, targetOf } from './targets';

/**
 * The requests for rows: none over HubSpot's caps, no contact twice in one, all of one named in the same
 * way, those with urgent rows first.
 */
export function pack(rows: readonly Row[], settings: CrmSettings): PlannedRequest[] {
	const requests = targetNames.flatMap((target) => {
		const own = rows.filter((row) => row.target === target);
		const urgentFirst = own.toSorted((a, b) => Number(b.urgent) - Number(a.urgent));
		return namedAlike(urgentFirst)
			.flatMap((alike) => batches(alike, target))
			.map((batch) => requestOf(batch, target, settings));
	});
	return requests.toSorted((a, b) => Number(hasUrgent(b)) - Number(hasUrgent(a)));
}

function hasUrgent({ rows }: PlannedRequest): boolean {
	return rows.some(({ urgent }) => urgent);
}

/** HubSpot refuses a request that names some records by their id and others by a property. */
function namedAlike(rows: readonly Row[]): Row[][] {
	const kinds = new Map<unknown, Row[]>();
	for (const row of rows) {
		const kind = row.body['idProperty'];
		const alike = kinds.get(kind);
		if (alike) alike.push(row);
		else kinds.set(kind, [row]);
	}
	return [...kinds.values()];
}

interface Batch {
	rows: Row[];
	records: Set<string>;
}

function batches(rows: readonly Row[], name: string): Row[][] {
	const { most, oncePerRecord } = targetOf(name);
	const made: Batch[] = [];
	let open: Batch[] = [];
	for (const row of rows) {
		const record = oncePerRecord && row.parent !== undefined ? row.parent : row.key;
		let batch = open.find(({ records }) => !records.has(record));
		if (!batch) {
			batch = { rows: [], records: new Set() };
			made.push(batch);
			open.push(batch);
		}
		batch.rows.push(row);
		batch.records.add(record);
		open = open.filter((one) => one.rows.length < most);
	}
	return made.map((batch) => batch.rows);
}

function requestOf(rows: readonly Row[], target: string, settings: CrmSettings): PlannedRequest {
	const inputs = rows.map(({ body }) => body);
	return { method: 'POST', url: targetOf(target).url(settings), body: { inputs }, rows };
}
