import { type CrmId, crms } from '../../../connectors';
import { type PhoneOutcome, writeBack } from '../../../connectors/writeBack';
import { startSandbox } from '../../../sandbox/server';
import { Counter, passOn } from './counter';
import { fill, runOf } from './demoCrms';
import { CONTACTS, eventsOf } from './events';
import { kindOf, writeKinds } from './kinds';

/** What one way of writing 10,000 events to 2,000 contacts took, as the CRM saw it. */
export interface WriteFigures {
	crm: string;
	how: string;
	events: number;
	contacts: number;
	calls: Record<string, number>;
	/** Of these calls, the ones that write. */
	writes: number;
	/** The most writes it may take. */
	budget: number;
	seconds: number;
	eventsPerSecond: number;
}

interface Way {
	crm: CrmId;
	how: string;
	options: Record<string, string>;
	budget: number;
}

const ways: readonly Way[] = [
	{
		crm: 'hubspot',
		how: 'custom events',
		options: { eventName: 'pe4010_rcs_event' },
		budget: 44,
	},
	{ crm: 'hubspot', how: 'communications', options: { history: 'communications' }, budget: 44 },
	{ crm: 'salesforce', how: 'composite', options: { mode: 'composite' }, budget: 6 },
	{ crm: 'salesforce', how: 'bulk', options: { mode: 'bulk' }, budget: 12 },
];

/** Each way at a sandbox of its own, over real HTTP and the CRM's own SDK; the time includes the emulator's. */
export async function benchWriteEvents(): Promise<WriteFigures[]> {
	const figures: WriteFigures[] = [];
	for (const way of ways) figures.push(await run(way));
	return figures;
}

async function run({ crm, how, options, budget }: Way): Promise<WriteFigures> {
	const sandbox = await startSandbox({ port: 0 });
	const counter = await Counter.start(kindOf(crm), passOn(sandbox.url));
	try {
		await fill(crm, sandbox.url);
		const events = eventsOf(CONTACTS, Date.now());
		const start = performance.now();
		const outcomes = await writeBack(runOf(crm, counter.url, options), events);
		const seconds = (performance.now() - start) / 1000;
		expectWritten(outcomes);
		const { calls } = counter;
		return {
			...{ crm: crms[crm].displayName, how, events: events.length, contacts: CONTACTS },
			...{ calls, budget },
			writes: writeKinds.reduce((sum, kind) => sum + (calls[kind] ?? 0), 0),
			seconds: Math.round(seconds * 100) / 100,
			eventsPerSecond: Math.round(events.length / seconds),
		};
	} finally {
		await counter.stop();
		await sandbox.stop();
	}
}

/** A figure of something that did not happen would be a lie. */
function expectWritten(outcomes: readonly PhoneOutcome[]): void {
	const bad = outcomes.filter(({ status }) => status !== 'written');
	if (bad.length > 0 || outcomes.length !== CONTACTS)
		throw new Error(`Not written: ${bad.length} of ${outcomes.length}: ${JSON.stringify(bad[0])}`);
}
