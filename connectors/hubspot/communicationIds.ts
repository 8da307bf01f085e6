import { chunks } from '../../core/askAll';
import { asArray, asObject, asString, type JsonObject } from '../../core/json';
import type { CrmSettings } from '../crm';
import type { Settling } from '../settling';
import { resultsIn, resultsOf } from './answer';
import { apiUrl } from './api';

/** The most contacts of one question. */
const MOST_CONTACTS = 1000;

/** The ids of the communications of contacts, the oldest first. */
export type IdsOf = ReadonlyMap<string, readonly string[]>;

/** Asks for them by association, not by the search, whose index lags behind. */
export function askIds(
	settings: CrmSettings,
	contacts: readonly string[],
	then: (idsOf: IdsOf) => Settling,
): Settling {
	const inputs = [...new Set(contacts)].map((id) => ({ id }));
	return inputs.length === 0 ? then(new Map()) : askPages(settings, inputs, new Map(), then);
}

function askPages(
	settings: CrmSettings,
	inputs: readonly JsonObject[],
	before: IdsOf,
	then: (idsOf: IdsOf) => Settling,
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
			const known = new Map(before);
			const more: JsonObject[] = [];
			for (const result of resultsIn(answers, settings)) {
				const id = asString(asObject(result['from'])['id']) ?? '';
				const found = asArray(result['to']).flatMap(
					(to) => asString(asObject(to)['toObjectId']) ?? [],
				);
				known.set(id, [...(known.get(id) ?? []), ...found].toSorted(byId));
				const after = asString(asObject(asObject(result['paging'])['next'])['after']);
				if (after !== undefined) more.push({ id, after });
			}
			return more.length > 0 ? askPages(settings, more, known, then) : then(known);
		},
	};
}

/** Ids are numbers, and those of newer records are greater. */
export function byId(a: string, b: string): number {
	if (a.length !== b.length) return a.length - b.length;
	return a < b ? -1 : 1;
}
