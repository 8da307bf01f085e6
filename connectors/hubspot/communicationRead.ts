import { chunks } from '../../core/askAll';
import type { HttpRequest } from '../../core/http';
import { asObject, asString, type JsonObject } from '../../core/json';
import type { CrmSettings } from '../crm';
import type { Settling } from '../settling';
import { resultsIn, resultsOf } from './answer';
import { apiUrl } from './api';
import { type Version, versionsIn } from './communicationHistory';
import { CHANNEL } from './communications';
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
