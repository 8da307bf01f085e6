import { chunks } from '../../core/askAll';
import type { HttpRequest } from '../../core/http';
import { asArray, asObject, asString, type JsonObject } from '../../core/json';
import type { CrmSettings } from '../crm';
import type { Settling } from '../settling';
import { resultsIn, resultsOf } from './answer';
import { apiUrl } from './api';
import { CHANNEL, latest } from './communications';
import { type ConversationDay, readDay } from './conversationDay';
import { readTime } from './values';

/** A communication that tells of a day of RCS. */
export interface Communication {
	id: string;
	told: ConversationDay;
	/** The text that tells it, as HubSpot keeps it. */
	html: string;
	/** Of what happened last. */
	at: string;
}

/** One with what it was before, the newest first; where HubSpot tells of it. */
export interface Remembered extends Communication {
	htmlBefore: readonly Version[];
	atBefore: readonly Version[];
}

interface Version {
	value: string;
	/** When it was written. */
	written: string;
}

export type Found<T extends Communication = Communication> = ReadonlyMap<string, T>;

const BODY = 'hs_communication_body';
const TIME = 'hs_timestamp';
const properties = ['hs_communication_channel_type', BODY, TIME] as const;

/** The most communications of one question, without what they were before and with it. */
const MOST_READ = 100;
const MOST_REMEMBERED = 50;

/** Asks what communications tell now; those of others are left out. */
export function askCommunications(
	settings: CrmSettings,
	ids: ReadonlySet<string>,
	then: (found: Found) => Settling,
): Settling {
	return ask(settings, chunks([...ids], MOST_READ), [], readCommunication, then);
}

/** Asks what they told before, too. */
export function askRemembered(
	settings: CrmSettings,
	ids: ReadonlySet<string>,
	then: (found: Found<Remembered>) => Settling,
): Settling {
	const parts = chunks([...ids], MOST_REMEMBERED);
	return ask(settings, parts, [BODY, TIME], readRemembered, then);
}

function ask<T extends Communication>(
	settings: CrmSettings,
	parts: readonly (readonly string[])[],
	propertiesWithHistory: readonly string[],
	read: (result: JsonObject) => T[],
	then: (found: Found<T>) => Settling,
): Settling {
	if (parts.length === 0) return then(new Map());
	return {
		ask: parts.map((own): HttpRequest => {
			const inputs = own.map((id) => ({ id }));
			const body = { properties, propertiesWithHistory, inputs };
			return { method: 'POST', url: apiUrl(settings, 'communications', '/batch/read'), body };
		}),
		check: (response) => void resultsOf(response, settings),
		then: (answers) =>
			then(
				new Map(
					resultsIn(answers, settings)
						.flatMap(read)
						.map((one) => [one.id, one]),
				),
			),
	};
}

function readCommunication({ id, properties: own }: JsonObject): Communication[] {
	const { hs_communication_channel_type: channel, [BODY]: body, [TIME]: at } = asObject(own);
	const html = asString(body) ?? '';
	const told = readDay(html);
	const read = asString(id);
	if (read === undefined || channel !== CHANNEL || !told) return [];
	return [{ id: read, told, html, at: readTime(at) ?? '' }];
}

function readRemembered(result: JsonObject): Remembered[] {
	const { [BODY]: bodies, [TIME]: times } = asObject(result['propertiesWithHistory']);
	const [htmlBefore, atBefore] = [versionsIn(bodies), versionsIn(times)];
	return readCommunication(result).map((one) => ({ ...one, htmlBefore, atBefore }));
}

/** From the newest to the oldest, whatever order they come in. */
function versionsIn(history: unknown): Version[] {
	const read = asArray(history)
		.map(asObject)
		.flatMap(({ value, timestamp }): Version[] => {
			const written = readTime(timestamp);
			return written === undefined ? [] : [{ value: asString(value) ?? '', written }];
		});
	return read.toSorted((a, b) => (a.written === b.written ? 0 : a.written < b.written ? 1 : -1));
}

/** What was written after it read `html`, by whomever; all that is known, where it was never that. */
export function toldSince(
	{ htmlBefore, atBefore, at }: Remembered,
	html: string | undefined,
): { told: ConversationDay[]; at: string } {
	const known = htmlBefore.findIndex(({ value }) => value === html);
	const since = known < 0 ? htmlBefore : htmlBefore.slice(0, known);
	const from = since.at(-1)?.written ?? '';
	const times = atBefore.filter(({ written }) => since.length > 0 && written >= from);
	return {
		told: since.flatMap(({ value }) => readDay(value) ?? []),
		at: latest([at, ...times.flatMap(({ value }) => readTime(value) ?? [])]),
	};
}
