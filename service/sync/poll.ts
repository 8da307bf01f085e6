import type { ConsentMemory } from '../../connectors/consentMemory';
import { readNamed } from '../../connectors/consentNamed';
import { pollConsent, startFromNow } from '../../connectors/consentPoll';
import type { CrmRun } from '../../connectors/execute';
import type { CrmAccount } from '../config/crmAccounts';
import type { Service } from '../service';
import { noteTaken } from './consentNotes';
import { takeConsent } from './consentTake';
import { namedRecords, removeNews } from './pollNews';
import { notePolled, type PollState, pollStateOf, saveMemory } from './pollState';

type Parts = Pick<Service, 'store' | 'queues' | 'clock' | 'crms'>;

/** So many pages of records are read in one transaction. */
const MOST_PAGES = 20;

/**
 * Takes what people stated in a CRM: on the records that somebody named, and, when it is time, on all that
 * changed. Gives whether there is more to do at once.
 *
 * @throws RcsError when the CRM cannot be asked: what was taken stays taken, the rest is for the next job.
 */
export async function poll(parts: Parts, account: CrmAccount, run: CrmRun): Promise<boolean> {
	const { connection } = account;
	const state = await pollStateOf(parts.store, connection);
	if (!state.memory && account.sync.startFrom === 'now') {
		await begin(parts, account, run);
		return false;
	}
	const known = state.memory ?? { told: {} };
	if (!state.memory) await saveMemory(parts.store, connection, undefined, known);
	const noted = await noteTaken(parts, account, run, known);
	const { memory, more } = await takeNamed(parts, account, run, noted);
	const read = isDue(account, state, parts.clock.now())
		? await takeChanged(parts, account, run, memory)
		: { memory, more: false };
	await noteTaken(parts, account, run, read.memory);
	return more || read.more;
}

async function begin({ store, clock }: Parts, { connection }: CrmAccount, run: CrmRun) {
	const memory = await startFromNow(run);
	await store.transaction(async (sql) => {
		await saveMemory(sql, connection, undefined, memory);
		await notePolled(sql, connection, new Date(clock.now()).toISOString());
	});
}

function isDue({ sync }: CrmAccount, { polledAt }: PollState, now: number): boolean {
	if (polledAt === undefined) return true;
	return sync.pollSeconds > 0 && Date.parse(polledAt) + sync.pollSeconds * 1000 <= now;
}

interface Read {
	memory: ConsentMemory;
	/** There is more to read at once. */
	more: boolean;
}

async function takeNamed(
	parts: Parts,
	account: CrmAccount,
	run: CrmRun,
	before: ConsentMemory,
): Promise<Read> {
	const { store } = parts;
	const named = await namedRecords(store, account.connection);
	if (named.length === 0) return { memory: before, more: false };
	const found = await readNamed(run, before, named);
	await store.transaction(async (sql) => {
		await takeConsent(parts, sql, account, { ...found, before });
		await removeNews(sql, account.connection, named);
	});
	return { memory: found.memory, more: true };
}

async function takeChanged(
	parts: Parts,
	account: CrmAccount,
	run: CrmRun,
	before: ConsentMemory,
): Promise<Read> {
	const found = await pollConsent(run, before, { mostPages: MOST_PAGES });
	const { memory, more } = found;
	await parts.store.transaction(async (sql) => {
		await takeConsent(parts, sql, account, { ...found, before });
		if (!more) await notePolled(sql, account.connection, new Date(parts.clock.now()).toISOString());
	});
	return { memory, more };
}
