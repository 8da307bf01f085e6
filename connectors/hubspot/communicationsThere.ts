import { chunks } from '../../core/askAll';
import type { HttpRequest, HttpResponse } from '../../core/http';
import { asArray, asObject, asString, type JsonObject } from '../../core/json';
import type { CrmSettings } from '../crm';
import type { Row } from '../row';
import type { Settling } from '../settling';
import { resultsOf } from './answer';
import { apiUrl } from './api';
import {
	addToCommunications,
	byId,
	type Communication,
	communicationOf,
} from './addToCommunications';
import { CHANNEL } from './communications';
import { readDay } from './conversationDay';
import { readTime } from './values';

/** The most contacts, and the most communications, of one question. */
const MOST_CONTACTS = 1000;
const MOST_READ = 100;

/**
 * Makes rows add to the communication of their contact and day, where there is one. Which ones a contact
 * has comes from its associations, not from the search, whose index lags behind. Of these the newest are
 * read first: mostly the one of today is among them.
 */
export function settle(rows: readonly Row[], settings: CrmSettings): Settling {
	const contacts = new Set(rows.flatMap(({ parent = [] }) => parent));
	const inputs = [...contacts].map((id) => ({ id }));
	return askIds(rows, settings, inputs, new Map());
}

/** Their ids, page by page. */
function askIds(
	rows: readonly Row[],
	settings: CrmSettings,
	inputs: readonly JsonObject[],
	idsOf: ReadonlyMap<string, readonly string[]>,
): Settling {
	const url = apiUrl(settings, 'associations', '/batch/read');
	return {
		ask: chunks(inputs, MOST_CONTACTS).map((own) => ({
			method: 'POST',
			url,
			body: { inputs: own },
		})),
		check: (response) => void resultsOf(response, settings),
		then(answers) {
			const known = new Map(idsOf);
			const more: JsonObject[] = [];
			for (const result of resultsIn(answers, settings)) {
				const id = asString(asObject(result['from'])['id']) ?? '';
				const found = asArray(result['to']).map((to) => asString(asObject(to)['toObjectId']) ?? []);
				known.set(id, [...(known.get(id) ?? []), ...found.flat()]);
				const after = asString(asObject(asObject(result['paging'])['next'])['after']);
				if (after !== undefined) more.push({ id, after });
			}
			if (more.length > 0) return askIds(rows, settings, more, known);
			return askNewest(rows, settings, known);
		},
	};
}

function askNewest(
	rows: readonly Row[],
	settings: CrmSettings,
	idsOf: ReadonlyMap<string, readonly string[]>,
): Settling {
	const idsFor = ({ parent = '' }: Row) => (idsOf.get(parent) ?? []).toSorted(byId);
	const newest = new Set(rows.flatMap((row) => idsFor(row).at(-1) ?? []));
	return askCommunications(settings, newest, (found) => {
		const open = rows.filter((row) => !communicationOf(row, idsOf, found));
		const others = new Set(open.flatMap(idsFor).filter((id) => !newest.has(id)));
		return askCommunications(settings, others, (more) =>
			addToCommunications(rows, idsOf, new Map([...found, ...more])),
		);
	});
}

function askCommunications(
	settings: CrmSettings,
	ids: ReadonlySet<string>,
	then: (found: ReadonlyMap<string, Communication>) => Settling,
): Settling {
	if (ids.size === 0) return then(new Map());
	const ask = chunks([...ids], MOST_READ).map((own): HttpRequest => {
		const inputs = own.map((id) => ({ id }));
		const body = { properties, propertiesWithHistory: [], inputs };
		return { method: 'POST', url: apiUrl(settings, 'communications', '/batch/read'), body };
	});
	return {
		ask,
		check: (response) => void resultsOf(response, settings),
		then: (answers) => {
			const found = resultsIn(answers, settings).flatMap(readCommunication);
			return then(new Map(found.map((one) => [one.id, one])));
		},
	};
}

const properties = [
	'hs_communication_channel_type',
	'hs_communication_body',
	'hs_timestamp',
] as const;

function readCommunication({ id, properties: own }: JsonObject): Communication[] {
	const {
		hs_communication_channel_type: channel,
		hs_communication_body: body,
		hs_timestamp: at,
	} = asObject(own);
	const told = readDay(asString(body) ?? '');
	const read = asString(id);
	if (read === undefined || channel !== CHANNEL || !told) return [];
	return [{ id: read, told, at: readTime(at) ?? '' }];
}

function resultsIn(answers: readonly HttpResponse[], settings: CrmSettings): JsonObject[] {
	return answers.flatMap((answer) => resultsOf(answer, settings)).map(asObject);
}
