import { askCrm } from './askCrm';
import type { RecordRef } from './changes';
import type { ConsentRecord } from './consentChanges';
import { asMemory, type ConsentMemory, hasRoom, recordsOf } from './consentMemory';
import { newsOn, remember, tellNews, type ToldNews } from './consentTold';
import { SECOND_MS } from './crmTime';
import type { CrmRun } from './execute';

/**
 * What people stated on records that somebody said have changed: read by their ids, so that it is there
 * before a search shows it. It is told as `pollConsent` tells it, and once only, whichever comes first.
 * Where there is no room to remember it, nothing is told (`isFull`): a poll does so, or makes room.
 *
 * @throws RcsError when the CRM cannot be asked: the memory is as before then.
 */
export async function readNamed(
	run: CrmRun,
	memory: ConsentMemory,
	named: readonly RecordRef[],
): Promise<ToldNews & { memory: ConsentMemory; isFull?: true }> {
	const now = run.clock.now();
	const known = recordsOf(memory);
	const when = { now, since: memory.since, until: now + SECOND_MS };
	const news = newsOn(run, known, await recordsNow(run, named), when);
	if (!hasRoom(known, news.length, memory.again ?? memory.from ?? 0, false))
		return { ...tellNews(run, []), memory, isFull: true };
	for (const one of news) remember(run, known, one);
	return { ...tellNews(run, news), memory: { ...memory, ...asMemory(known) } };
}

/** Records as they are at this moment, without those that are gone. @throws RcsError */
export async function recordsNow(
	run: CrmRun,
	records: readonly RecordRef[],
): Promise<ConsentRecord[]> {
	const { current } = run.crm.changes;
	const answers = await askCrm(run, current.plan(records, run.settings), (response) =>
		current.read(response, run.settings),
	);
	return answers.flat();
}
