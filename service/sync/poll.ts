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
 * changed, which is every `everyMs`; 0: never. Gives whether there is more to do at once.
 *
 * @throws RcsError when the CRM cannot be asked: what was taken stays taken, the rest is for the next job.
 */
export async function poll(
	parts: Parts,
	account: CrmAccount,
	run: CrmRun,
	everyMs: number,
): Promise<boolean> {
	const { connection } = account;
	const state = await pollStateOf(parts.store, connection);
	if (!state.memory && account.sync.startFrom === 'now') {
		await begin(parts, account, run);
		return false;
	}
	const known = state.memory ?? { told: {} };
	if (!state.memory) await saveMemory(parts.store, connection, undefined, known);
	const noted = await noteTaken(parts, account, run, known);
	const named = await takeNamed(parts, account, run, noted);
	const read =
		named.isFull || isDue(state, everyMs, parts.clock.now())
			? await takeChanged(parts, account, run, named.memory)
			: { memory: named.memory, more: false };
	// Reading everything makes room.
	const last = named.isFull ? await takeNamed(parts, account, run, read.memory) : read;
	await noteTaken(parts, account, run, last.memory);
	return named.more || read.more || last.more;
}

async function begin({ store, clock }: Parts, { connection }: CrmAccount, run: CrmRun) {
	const memory = await startFromNow(run);
	await store.transaction(async (sql) => {
		await saveMemory(sql, connection, undefined, memory);
		await notePolled(sql, connection, new Date(clock.now()).toISOString());
	});
}

function isDue({ polledAt }: PollState, everyMs: number, now: number): boolean {
	if (polledAt === undefined) return true;
	return everyMs > 0 && Date.parse(polledAt) + everyMs <= now;
}

interface Read {
	memory: ConsentMemory;
	/** There is more to read at once. */
	more: boolean;
	/** What was named could not be taken: it stays until a look at everything has made room. */
	isFull?: true;
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
	if (found.isFull) return { memory: before, more: false, isFull: true };
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
