import type { Http, HttpResponse } from '../core/http';
import { RateLimit } from '../core/rateLimit';
import { askCrm } from './askCrm';
import type { ConsentRecord } from './consentChanges';
import type { Found, FoundRecord, Lookup, LookupRequest } from './lookups';
import type { CrmRun } from './execute';

/**
 * The records of phones: by the field connectors write, and those it does not find by the phone
 * numbers people typed, unless only its own record is meant. A phone without records is in the answer with
 * none.
 *
 * @throws RcsError when the CRM cannot be asked.
 */
export async function lookUp(
	run: CrmRun,
	phones: readonly string[],
	ownOnly: ReadonlySet<string> = new Set(),
): Promise<Map<string, FoundRecord[]>> {
	const { find, search } = run.crm;
	const known = await ask(run, find, phones);
	const missing = phones.filter((phone) => !known.get(phone)?.length && !ownOnly.has(phone));
	const searched =
		missing.length > 0 ? await asTheyAre(run, await ask(run, search, missing)) : known;
	return new Map(phones.map((phone) => [phone, known.get(phone) ?? searched.get(phone) ?? []]));
}

/** What a search found, read again by its ids where it may tell of what was. */
async function asTheyAre(
	run: CrmRun,
	found: Map<string, FoundRecord[]>,
): Promise<Map<string, FoundRecord[]>> {
	const refs = new Map([...found.values()].flat().map((record) => [record.id, record]));
	if (!run.crm.search.lags || refs.size === 0) return found;
	const { current } = run.crm.changes;
	const answers = await askCrm(run, current.plan([...refs.values()], run.settings), (response) =>
		current.read(response, run.settings),
	);
	const now = new Map(answers.flat().map((record) => [record.id, withoutTyped(record)]));
	return new Map(
		[...found].map(([phone, records]) => [phone, records.flatMap(({ id }) => now.get(id) ?? [])]),
	);
}

function withoutTyped({
	phone: _phone,
	otherPhones: _others,
	unreadable: _unreadable,
	...found
}: ConsentRecord): FoundRecord {
	return found;
}

async function ask(
	run: CrmRun,
	lookup: Lookup,
	phones: readonly string[],
): Promise<Map<string, FoundRecord[]>> {
	const own = { ...run, http: paced(run, lookup) };
	const answers = await askCrm(own, lookup.plan(phones, run.settings), (response, request) =>
		readAll(own, lookup, request, response),
	);
	const found = new Map<string, FoundRecord[]>();
	for (const { phone, records } of answers.flat())
		if (records.length > 0) found.set(phone, [...(found.get(phone) ?? []), ...records]);
	return found;
}

/** The transport, with room between the requests where the CRM takes only some a second: pages count too. */
function paced({ http, clock }: CrmRun, { perSecond }: Lookup): Http {
	if (perSecond === undefined) return http;
	const limit = new RateLimit(perSecond, clock);
	return async (request) => {
		await limit.room(1);
		return http(request);
	};
}

/** The whole answer, however many requests it takes. */
async function readAll(
	{ http, settings }: CrmRun,
	lookup: Lookup,
	request: LookupRequest,
	response: HttpResponse,
): Promise<Found[]> {
	const found = lookup.read(request, response, settings);
	for (let at = lookup.next?.(request, response); at;) {
		const more = await http(at);
		found.push(...lookup.read(at, more, settings));
		at = lookup.next?.(at, more);
	}
	return found;
}
