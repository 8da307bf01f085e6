import { crms } from '../../../connectors';
import { writeBack } from '../../../connectors/writeBack';
import { startSandbox } from '../../../sandbox/server';
import { Counter, passOn } from './counter';
import { fill, runOf } from './demoCrms';
import { CONTACTS, EVENTS, eventsOf } from './events';
import { kindOf, writeKinds } from './kinds';
import type { SyncNode } from './syncNode';
import { type Way, ways } from './ways';

/** What one way of writing 10,000 events to 2,000 contacts took, as the CRM saw it. */
export interface WriteFigures {
	crm: string;
	how: string;
	/** What wrote: our connector over the CRM's own SDK, or the node in n8n. */
	by: string;
	events: number;
	contacts: number;
	calls: Record<string, number>;
	/** Of these calls, the ones that write. */
	writes: number;
	/** The most writes it may take. */
	budget: number;
	/** The emulator's own time is part of it. */
	seconds: number;
	eventsPerSecond: number;
}

/** Writes everything to the CRM at an address, and gives the seconds it took. @throws Error unless all of it is written. */
type Writer = (way: Way, crmUrl: string) => Promise<number>;

/** Each way at a sandbox of its own, over real HTTP, by the connector alone and by the node. */
export async function benchWriteEvents(node: SyncNode): Promise<WriteFigures[]> {
	const writers: readonly (readonly [by: string, write: Writer])[] = [
		['connector and SDK', writeBySdk],
		['RCS CRM Sync in n8n', (way, url) => node.write(way, url)],
	];
	const figures: WriteFigures[] = [];
	for (const way of ways)
		for (const [by, write] of writers) figures.push(await measure(way, by, write));
	return figures;
}

async function measure(way: Way, by: string, write: Writer): Promise<WriteFigures> {
	const { crm, how, budget } = way;
	const sandbox = await startSandbox({ port: 0 });
	const counter = await Counter.start(kindOf(crm), passOn(sandbox.url));
	try {
		await fill(crm, sandbox.url);
		const seconds = await write(way, counter.url);
		const { calls } = counter;
		return {
			...{ crm: crms[crm].displayName, how, by, events: EVENTS, contacts: CONTACTS },
			...{ calls, budget },
			writes: writeKinds.reduce((sum, kind) => sum + (calls[kind] ?? 0), 0),
			seconds: Math.round(seconds * 100) / 100,
			eventsPerSecond: Math.round(EVENTS / seconds),
		};
	} finally {
		await counter.stop();
		await sandbox.stop();
	}
}

async function writeBySdk({ crm, options }: Way, crmUrl: string): Promise<number> {
	const events = eventsOf(CONTACTS, Date.now());
	const start = performance.now();
	const outcomes = await writeBack(runOf(crm, crmUrl, options), events);
	const seconds = (performance.now() - start) / 1000;
	const written = outcomes.filter(({ status }) => status === 'written');
	if (written.length !== CONTACTS) throw new Error(`${written.length} contacts were written`);
	return seconds;
}
