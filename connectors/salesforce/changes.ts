import { asNumber, asObject, asString, type JsonObject, parseJson } from '../../core/json';
import type { ConsentChanges } from '../crm';
import { queryPath } from './api';
import { composite } from './composite';
import { consentFields, consentRecords, current } from './consentRecords';
import { fieldName } from './fields';
import type { PersonObject } from './people';
import { queriedRecords } from './query';
import { peopleOf } from './settings';
import { readTime } from './values';

const PAGE = 500;
const CHANGED = 'SystemModstamp';

/** Salesforce stamps a change before it is visible, so the last minutes are looked at again. */
const OVERLAP_MS = 5 * 60_000;

/** How far one object was read. Times are milliseconds since 1970. */
interface Position {
	/** The latest change that was seen. */
	seen: number;
	/** The last record of a page that others follow. */
	page?: { at: number; id: string };
}

/**
 * Contacts and leads with a consent status, from the one whose change is oldest. Pages go on after the
 * time and id of their last record, so none is left out or read twice.
 */
export const changes: ConsentChanges = {
	// As if the last change were later, so that looking back ends at this moment.
	startAt(time, settings) {
		const position: Position = { seen: time + OVERLAP_MS };
		return JSON.stringify(
			Object.fromEntries(peopleOf(settings).map(({ name }) => [name, position])),
		);
	},
	poll(cursor, settings) {
		const positions = readCursor(cursor);
		const parts = peopleOf(settings).map((object) => ({
			method: 'GET' as const,
			url: queryPath(question(object, positions(object))),
		}));
		return composite(parts, settings);
	},
	read(response, cursor, settings) {
		const positions = readCursor(cursor);
		const answers = queriedRecords(response);
		const rounds = peopleOf(settings).map((object, i) => {
			const records = answers[i] ?? [];
			const position = after(positions(object), records);
			return { object, position, found: consentRecords(records, object, settings) };
		});
		return {
			records: rounds.flatMap(({ found }) => found),
			cursor: JSON.stringify(
				Object.fromEntries(rounds.map(({ object, position }) => [object.name, position])),
			),
			more: rounds.some(({ position }) => position.page !== undefined),
		};
	},
	current,
};

function question(object: PersonObject, position: Position): string {
	const { name, where } = object;
	const fields = [...consentFields(object), CHANGED];
	const conditions = [
		`${fieldName('consentStatus')} != null`,
		condition(position),
		...(where ? [where] : []),
	];
	return `SELECT ${fields.join(',')} FROM ${name} WHERE ${conditions.join(' AND ')} ORDER BY ${CHANGED}, Id LIMIT ${PAGE}`;
}

function condition({ seen, page }: Position): string {
	if (!page) return `${CHANGED} >= ${timeText(Math.max(0, seen - OVERLAP_MS))}`;
	const at = timeText(page.at);
	return `(${CHANGED} > ${at} OR (${CHANGED} = ${at} AND Id > '${page.id}'))`;
}

function timeText(at: number): string {
	return new Date(at).toISOString();
}

function after({ seen }: Position, records: readonly JsonObject[]): Position {
	const last = records.at(-1);
	const at = Math.max(seen, ...records.map(changedAt));
	const id = asString(last?.['Id']);
	if (!last || id === undefined || records.length < PAGE) return { seen: at };
	return { seen: at, page: { at: changedAt(last), id } };
}

function changedAt(record: JsonObject): number {
	return Date.parse(readTime(record[CHANGED]) ?? '') || 0;
}

/** What a cursor says of an object. It goes into a query, so it is read as strictly as a phone. */
function readCursor(cursor: string | undefined): (object: PersonObject) => Position {
	const positions = asObject(parseJson(cursor ?? ''));
	return ({ name }) => {
		const { seen, page } = asObject(positions[name]);
		const { at, id } = asObject(page);
		const [time, record] = [timeOf(at), asString(id)];
		const isPage = time !== undefined && /^[a-zA-Z0-9]{15,18}$/.test(record ?? '');
		return {
			seen: timeOf(seen) ?? 0,
			...(isPage && record !== undefined ? { page: { at: time, id: record } } : {}),
		};
	};
}

function timeOf(value: unknown): number | undefined {
	const at = asNumber(value);
	return at !== undefined && Math.abs(at) <= 8.64e15 ? at : undefined;
}
