import { defined } from '../core/json';
import { askCrm } from './askCrm';
import {
	asMemory,
	type ConsentMemory,
	forgetNoted,
	hasRoom,
	keyOf,
	recordsOf,
	type Records,
} from './consentMemory';
import type { ConsentPage } from './consentChanges';
import { recordsNow } from './consentNamed';
import { type News, newsOn, remember, tellNews, type ToldNews, type When } from './consentTold';
import { SECOND_MS, timeOf } from './crmTime';
import type { CrmRun } from './execute';

/** A change shows up in searches only moments later, so the last minutes are looked at again. */
const OVERLAP_MS = 5 * 60_000;

/** So many are told at one time; the next poll goes on. */
const MOST_TOLD = 1000;

export interface ConsentPoll extends ToldNews {
	/** For the next poll, and for `acknowledge`. */
	memory: ConsentMemory;
	/** There is more to read at once. */
	more: boolean;
}

/**
 * The memory for polls that tell only what is edited from now on. The CRM is asked something, so that
 * its clock counts and not ours.
 *
 * @throws RcsError when the CRM cannot be asked.
 */
export async function startFromNow(run: CrmRun): Promise<ConsentMemory> {
	const { crm, settings, clock } = run;
	const now = clock.now();
	const cursor = crm.changes.startAt(now, settings);
	const [time = now] = await askCrm(run, [crm.changes.poll(cursor, settings)], (response) => {
		crm.changes.read(response, cursor, settings);
		return timeOf(run, response);
	});
	const since = new Date(time).toISOString();
	return { cursor: crm.changes.startAt(time, settings), from: time, since, told: {} };
}

/**
 * What people stated by setting the consent status of records, once each, and nothing that was written
 * by us. Told is what differs from what was told or written last, so of several edits between two polls
 * the last one counts. No more is told than can be remembered for as long as it may be read again: the
 * rest waits for later polls.
 *
 * @throws RcsError when the CRM cannot be asked: the memory is as before then, so nothing is lost.
 */
export async function pollConsent(
	run: CrmRun,
	memory: ConsentMemory,
	{ mostPages }: { mostPages: number },
): Promise<ConsentPoll> {
	const when = { now: run.clock.now(), since: memory.since };
	const records = recordsOf(memory);
	const found: News[] = [];
	const { cursor, from = 0, again, ...others } = memory;
	let at: Place = { from, ...defined({ cursor, again }) };
	let more = true;
	for (let pages = 0; more && pages < mostPages; pages += 1) {
		const page = await readPage(run, at);
		const news = await newsOnPage(run, records, page, when);
		if (found.length + news.length > MOST_TOLD) break;
		const next = placeAfter(run, at, page);
		const isLongAgo = page.next !== undefined && next.again === undefined;
		if (!hasRoom(records, news.length, next.again ?? next.from, isLongAgo)) {
			at = roundAgain(run, at);
			break;
		}
		for (const one of news) remember(run, records, one);
		found.push(...news);
		at = next;
		more = page.next !== undefined;
	}
	forgetNoted(records, at.again ?? at.from);
	return {
		...tellNews(run, found),
		memory: { ...others, ...at, ...asMemory(records) },
		more,
	};
}

/** How far was read (see `ConsentMemory`). */
interface Place {
	cursor?: string;
	from: number;
	again?: number;
}

/** A page, with the time in the CRM, and a time before which everything on it changed. */
interface Page extends ConsentPage {
	now: number;
	until: number;
}

async function readPage(run: CrmRun, { cursor }: Place): Promise<Page> {
	const { changes } = run.crm;
	const question = changes.poll(cursor, run.settings);
	const [page] = await askCrm(run, [question], (response): Page => {
		const now = timeOf(run, response);
		const read = changes.read(response, cursor, run.settings);
		return { ...read, now, until: read.next?.until ?? now + SECOND_MS };
	});
	if (!page) throw new TypeError('A question has no answer');
	return page;
}

/**
 * What a page has of news. A search may tell of what was: of records that were read by their ids meanwhile
 * that would be news, too. So they are read again where it lags.
 */
async function newsOnPage(
	run: CrmRun,
	known: Records,
	{ records, until }: Page,
	when: When,
): Promise<News[]> {
	const news = newsOn(run, known, records, { until, ...when });
	if (!run.crm.search.lags || news.length === 0) return news;
	const refs = news.map(({ record }) => record);
	const now = new Map((await recordsNow(run, refs)).map((record) => [keyOf(record), record]));
	const inOrder = refs.flatMap((record) => now.get(keyOf(record)) ?? []);
	return newsOn(run, known, inOrder, { until, ...when });
}

/**
 * The next page, or the next round. That begins where the first page of this one that came close to the
 * present may have missed something.
 */
function placeAfter(run: CrmRun, { from, again }: Place, { next, now }: Page): Place {
	const close = now - OVERLAP_MS;
	const isClose = next === undefined || next.until > close;
	const start = again ?? (isClose ? Math.max(from, close) : undefined);
	if (next) return { cursor: next.cursor, from: next.until, ...defined({ again: start }) };
	return roundAgain(run, { from, ...defined({ again: start }) });
}

/** Ends a round that came close to the present; another one goes on. */
function roundAgain({ crm, settings }: CrmRun, place: Place): Place {
	const { again } = place;
	return again === undefined
		? place
		: { cursor: crm.changes.startAt(again, settings), from: again };
}
