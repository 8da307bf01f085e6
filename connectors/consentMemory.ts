import * as v from 'valibot';
import { type StatedState, statedStates } from '../core/consent/statement';
import { defined } from '../core/json';
import { deriveMessageId } from '../core/message/id';
import type { RecordRef } from './changes';

/**
 * What is kept between two polls, as plain JSON. n8n writes all of it again at each poll, so it is small:
 * what was told is kept as short texts.
 */
export const consentMemory = v.object({
	/** The page that is read next; absent: nothing was read yet. */
	cursor: v.exactOptional(v.string()),
	/** What changed before is not read again in this round. Milliseconds since 1970. */
	from: v.exactOptional(v.number()),
	/** Where the next round begins; absent: this one reads what changed long ago. */
	again: v.exactOptional(v.number()),
	/** ISO 8601 in UTC: edits made before are not told. */
	since: v.exactOptional(v.string()),
	/** What was told and is not noted on its record yet, by `object:id`. */
	told: v.record(v.string(), v.string()),
	/** What else was told, by a hash of `object:id`, the latest last. */
	known: v.exactOptional(v.record(v.string(), v.string())),
});
export type ConsentMemory = v.InferOutput<typeof consentMemory>;

/** What the last statement of a record was. */
export interface Known {
	state: StatedState;
	/** The consent version the record had, or got when the statement was noted. */
	version: number;
	/** The record is not read again where it did not change since. Milliseconds since 1970. */
	until: number;
	/** Of the statement, or as much of it as tells it from the next one. */
	id: string;
	/** `noted`: the record tells by itself. `withoutPhone`: nobody could be told whose consent it is. */
	how: How;
	/** Of an opt-out that could not be told for each number of the record: it is told for the others once they can be read. */
	incomplete?: Incomplete;
}

/** All as much as is remembered for long of an id. */
export interface Incomplete {
	/** Of the statement. */
	id: string;
	/** For whom it was told: of what the statement of each number is called (see `consentNumbers.ts`). */
	numbers: readonly string[];
}

/** A statement that was told and is not noted on its record yet. */
export interface Told extends Known {
	occurredAt: string;
	/** How often the CRM refused the note. */
	refused: number;
}

const hows = ['told', 'noted', 'withoutPhone'] as const;
type How = (typeof hows)[number];

/** The memory, opened to read and write in it. */
export interface Records {
	told: Map<string, Told>;
	known: Map<string, Known>;
}

/** Told statements wait for their notes under longer names. */
const MOST = 4000;
const WEIGHT_OF_TOLD = 2;

export function keyOf({ object, id }: RecordRef): string {
	return `${object}:${id}`;
}

export function refOf(key: string): RecordRef {
	const [object = '', id = ''] = key.split(':');
	return { object, id };
}

export function recordsOf({ told, known = {} }: Pick<ConsentMemory, 'told' | 'known'>): Records {
	return { told: readAll(told, readTold), known: readAll(known, readKnown) };
}

export function asMemory({
	told,
	known,
}: Records): Required<Pick<ConsentMemory, 'told' | 'known'>> {
	return { told: writeAll(told, writeTold), known: writeAll(known, writeKnown) };
}

/** The last statement of a record, by `object:id`. */
export function lastOf({ told, known }: Records, key: string): Known | undefined {
	return told.get(key) ?? known.get(hashOf(key));
}

export function forget({ told, known }: Records, key: string): void {
	told.delete(key);
	known.delete(hashOf(key));
}

/** Remembers a statement that nothing more is to be done about. */
export function know(
	records: Records,
	key: string,
	{ state, version, until, id, how, incomplete }: Known,
): void {
	forget(records, key);
	const known = { state, version, until, id: shortId(id), how, ...defined({ incomplete }) };
	records.known.set(hashOf(key), known);
}

/**
 * Whether so many more can be remembered. Where there is no room, what will not be read again is forgotten,
 * the oldest first; `freely`: whatever is oldest.
 */
export function hasRoom(records: Records, more: number, from: number, freely: boolean): boolean {
	const { told, known } = records;
	const tooMany = (told.size + more) * WEIGHT_OF_TOLD + known.size - MOST;
	if (tooMany <= 0) return true;
	const isDone = ([, { until }]: [string, Known]) => until < from;
	const done = [...known].filter(isDone);
	const others = freely ? [...known].filter((one) => !isDone(one)) : [];
	const spare = [...done, ...others].slice(0, tooMany);
	if (spare.length < tooMany) return false;
	for (const [hash] of spare) known.delete(hash);
	return true;
}

/** Forgets what the records tell by themselves, unless an old page could still show them without it. */
export function forgetNoted({ known }: Records, from: number): void {
	for (const [hash, { how, until, incomplete }] of known)
		if (how === 'noted' && incomplete === undefined && until < from) known.delete(hash);
}

function readAll<T>(
	texts: Readonly<Record<string, string>>,
	read: (text: string) => T | undefined,
) {
	const found = Object.entries(texts).flatMap(([key, text]): [string, T][] => {
		const value = read(text);
		return value === undefined ? [] : [[key, value]];
	});
	return new Map(found);
}

function writeAll<T>(values: ReadonlyMap<string, T>, write: (value: T) => string) {
	return Object.fromEntries([...values].map(([key, value]) => [key, write(value)]));
}

/** As much of the id of a statement as is remembered for long. */
export function shortId(id: string): string {
	return id.slice(0, SHORT);
}

const SHORT = 8;
const SHORT_IDS = new RegExp(`.{${SHORT}}`, 'g');

const RADIX = 36;

/** 48 bits: enough that no two of a few thousand are the same. */
function hashOf(key: string): string {
	const hex = deriveMessageId([key]).replaceAll('-', '').slice(0, 12);
	return Number.parseInt(hex, 16).toString(RADIX);
}

function writeKnown({ state, version, until, id, how, incomplete }: Known): string {
	const told = incomplete ? [incomplete.id, ...incomplete.numbers].join('') : '';
	const kind = `${hows.indexOf(how)}${statedStates.indexOf(state)}${told}`;
	return [kind, version.toString(RADIX), until.toString(RADIX), id].join(' ');
}

function writeTold({ occurredAt, refused, ...known }: Told): string {
	const time = Date.parse(occurredAt).toString(RADIX);
	return [writeKnown(known), time, refused].join(' ');
}

function readKnown(text: string): Known | undefined {
	const [kind = '', version = '', until = '', id = ''] = text.split(' ');
	const how = hows[Number.parseInt(kind.charAt(0), 10)];
	const state = statedStates[Number.parseInt(kind.charAt(1), 10)];
	const numbers = { version: readNumber(version), until: readNumber(until) };
	if (!how || !state || Object.values(numbers).some(Number.isNaN)) return undefined;
	const [told, ...others] = kind.slice(2).match(SHORT_IDS) ?? [];
	const incomplete = told === undefined ? undefined : { id: told, numbers: others };
	return { state, ...numbers, id, how, ...defined({ incomplete }) };
}

function readTold(text: string): Told | undefined {
	const known = readKnown(text);
	const [, , , , time = '', refused = ''] = text.split(' ');
	const at = new Date(readNumber(time));
	if (!known || Number.isNaN(at.getTime())) return undefined;
	return { ...known, occurredAt: at.toISOString(), refused: readNumber(refused) || 0 };
}

function readNumber(text: string): number {
	return Number.parseInt(text, RADIX);
}
