import type { ConsentStatement } from '../core/consent/statement';
import { defined } from '../core/json';
import { askCrm } from './askCrm';
import { type ConsentMemory, keyOf, newlyTold, type Told, toldToKeep } from './consentMemory';
import type { ConsentRecord } from './crm';
import type { CrmRun } from './execute';

/** A consent that somebody set in the CRM. */
export interface CrmStatement {
	statement: Omit<ConsentStatement, 'key' | 'recordedAt'>;
	phone: string;
	record: ConsentRecord;
}

export interface ConsentPoll {
	statements: CrmStatement[];
	/** Records whose edit cannot be told until they have a phone that can be read; each is named once. */
	withoutPhone: ConsentRecord[];
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
		return Date.parse(response.headers['date'] ?? '') || now;
	});
	const since = new Date(time).toISOString();
	return { cursor: crm.changes.startAt(time, settings), since, told: {} };
}

/**
 * What people stated by setting the consent status of records, once each, and nothing that was written
 * by us. Told is what differs from what was told or written last, so of several edits between two polls
 * the last one counts.
 *
 * @throws RcsError when the CRM cannot be asked: the memory is as before then, so nothing is lost.
 */
export async function pollConsent(
	run: CrmRun,
	memory: ConsentMemory,
	{ mostPages }: { mostPages: number },
): Promise<ConsentPoll> {
	const when = { now: run.clock.now(), since: memory.since };
	const { records, cursor, more } = await readPages(run, memory.cursor, mostPages);
	const told = new Map(Object.entries(memory.told));
	const statements: CrmStatement[] = [];
	const withoutPhone: ConsentRecord[] = [];
	for (const record of records) {
		const key = keyOf(record);
		const now = newlyTold(run.crm.id, record, told.get(key), when);
		if (!now) continue;
		told.delete(key);
		told.set(key, now);
		const { phone } = record;
		if (phone === undefined) withoutPhone.push(record);
		else statements.push({ statement: statementOf(run, now), phone, record });
	}
	const kept = toldToKeep(told, run.clock.now());
	const next = { ...memory, ...defined({ cursor }), told: kept };
	return { statements, withoutPhone, memory: next, more };
}

async function readPages(run: CrmRun, from: string | undefined, mostPages: number) {
	const { changes } = run.crm;
	const records: ConsentRecord[] = [];
	let cursor = from;
	let more = true;
	for (let pages = 0; more && pages < mostPages; pages += 1) {
		const at = cursor;
		const question = changes.poll(at, run.settings);
		const [page] = await askCrm(run, [question], (response) =>
			changes.read(response, at, run.settings),
		);
		records.push(...(page?.records ?? []));
		cursor = page?.cursor;
		more = page?.more === true;
	}
	return { records, cursor, more };
}

function statementOf({ crm }: CrmRun, { id, state, occurredAt }: Told): CrmStatement['statement'] {
	return { id, state, level: 'single', origin: 'admin', source: crm.id, occurredAt };
}
