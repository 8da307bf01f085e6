import { asNumber, asObject, asString, type JsonObject, parseJson } from '../../core/json';
import type { ConsentChanges } from '../consentChanges';
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

/** How far was read. */
interface Position {
	/** Milliseconds since 1970. */
	at: number;
	/**
	 * Absent: what changed at that time is still to be read. Of an object that is not named here it was
	 * read, of the others up to this record.
	 */
	ids?: Readonly<Record<string, string>>;
}

/**
 * Contacts and leads with a consent status, from the one whose change is oldest. A page ends where the
 * records of a full answer end, for all objects: what another one has later is read with the next page.
 */
export const changes: ConsentChanges = {
	startAt: (time) => JSON.stringify({ at: time }),
	poll(cursor, settings) {
		const position = readCursor(cursor);
		const parts = peopleOf(settings).map((object) => ({
			method: 'GET' as const,
			url: queryPath(question(object, position)),
		}));
		return composite(parts, settings);
	},
	read(response, _cursor, settings) {
		const answers = queriedRecords(response);
		const rounds = peopleOf(settings).map((object, i) => ({ object, records: answers[i] ?? [] }));
		const ends = rounds.flatMap(({ object, records }) => endOf(object, records));
		const until = Math.min(...ends.map(({ at }) => at));
		return {
			records: rounds.flatMap(({ object, records }) => {
				const own = records.filter((record) => changedAt(record) <= until);
				return consentRecords(own, object, settings);
			}),
			...(ends.length > 0 ? { next: { cursor: cursorAfter(until, ends), until } } : {}),
		};
	},
	current,
};

interface End {
	name: string;
	at: number;
	id: string;
}

/** The last record of a page that others may follow. */
function endOf({ name }: PersonObject, records: readonly JsonObject[]): End[] {
	const last = records.at(-1);
	const id = asString(last?.['Id']);
	return last && id !== undefined && records.length >= PAGE
		? [{ name, at: changedAt(last), id }]
		: [];
}

function cursorAfter(until: number, ends: readonly End[]): string {
	const own = ends.filter(({ at }) => at === until).map(({ name, id }) => [name, id]);
	const position: Position = { at: until, ids: Object.fromEntries(own) };
	return JSON.stringify(position);
}

function question(object: PersonObject, position: Position): string {
	const { name, where } = object;
	const fields = [...consentFields(object), CHANGED];
	const conditions = [
		`${fieldName('consentStatus')} != null`,
		condition(name, position),
		...(where ? [where] : []),
	];
	return `SELECT ${fields.join(',')} FROM ${name} WHERE ${conditions.join(' AND ')} ORDER BY ${CHANGED}, Id LIMIT ${PAGE}`;
}

function condition(name: string, { at, ids }: Position): string {
	const time = timeText(at);
	if (!ids) return `${CHANGED} >= ${time}`;
	const id = ids[name];
	if (id === undefined) return `${CHANGED} > ${time}`;
	return `(${CHANGED} > ${time} OR (${CHANGED} = ${time} AND Id > '${id}'))`;
}

function timeText(at: number): string {
	return new Date(at).toISOString();
}

function changedAt(record: JsonObject): number {
	return Date.parse(readTime(record[CHANGED]) ?? '') || 0;
}

/** It goes into a query, so it is read as strictly as a phone. */
function readCursor(cursor: string | undefined): Position {
	const { at, ids } = asObject(parseJson(cursor ?? ''));
	const time = asNumber(at);
	if (time === undefined || Math.abs(time) > LAST_TIME) return { at: 0 };
	const own = Object.entries(asObject(ids));
	return ids !== undefined && own.every(isId)
		? { at: time, ids: Object.fromEntries(own) }
		: { at: time };
}

function isId(entry: [string, unknown]): entry is [string, string] {
	return /^[a-zA-Z0-9]{15,18}$/.test(asString(entry[1]) ?? '');
}

/** The last one that a date can hold. */
const LAST_TIME = 8.64e15;
