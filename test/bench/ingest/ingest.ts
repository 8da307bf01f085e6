import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openStore } from '../../../service/store';
import { only } from '../../../service/store/database';
import { embedded, onServer, type TestDatabase } from '../../service/support/database';
import { startPostgres } from '../../service/support/postgres';
import { type ServiceProcess, startServiceProcess } from '../../service/support/process';
import { account } from '../../service/support/signed';
import type { Found, Job } from './generator';

export interface IngestFigures {
	database: string;
	/** Those that take events in. */
	processes: number;
	eventsPerWebhook: number;
	concurrency: number;
	/** Signed events that were committed once; one webhook of ten came twice. */
	events: number;
	eventsPerSecond: number;
	p50Ms: number;
	p99Ms: number;
	target: number;
}

interface Kind {
	name: string;
	processes: number;
	/** Events a second that are to be reached. */
	target: number;
	open(): Promise<TestDatabase>;
}

const CONCURRENCY = 64;
const EVENTS = 30_000;
const WARM_UP = 3000;

/** What the service takes in: verified, deduplicated and committed, with whoever sends in a process of its own. */
export async function benchIngest(report: (line: string) => void): Promise<IngestFigures[]> {
	const server = await startPostgres();
	const kinds: readonly Kind[] = [
		{ name: 'PGlite', processes: 1, target: 1500, open: () => Promise.resolve(embedded()) },
		...[1, 2].map((processes) => ({
			...{ name: 'Postgres, fsync on', processes, target: 4000 },
			open: () => onServer(server.url),
		})),
	];
	const figures: IngestFigures[] = [];
	try {
		for (const kind of kinds)
			for (const each of [1, 10]) {
				const found = await measure(kind, each);
				figures.push(found);
				report(said(found));
			}
	} finally {
		await server.stop();
	}
	failIfTooSlow(figures, report);
	return figures;
}

async function measure(kind: Kind, each: number): Promise<IngestFigures> {
	const { name, processes, target } = kind;
	const database = await kind.open();
	// Embedded, one process does everything; else these only take events in.
	const role = database.config.kind === 'pglite' ? 'all' : 'ingest';
	const config = { role, database: database.config, providers: { bench: account } };
	const running: ServiceProcess[] = [];
	try {
		for (let i = 0; i < processes; i += 1)
			running.push(await startServiceProcess(config, profiled()));
		const urls = running.map(({ url }) => `${url}/webhooks/bench`);
		const job = { urls, each, concurrency: CONCURRENCY };
		await generate({ ...job, events: WARM_UP, run: 'warm' });
		const { seconds, p50Ms, p99Ms } = await generate({ ...job, events: EVENTS, run: 'cold' });
		for (const service of running) await service.stop();
		await expectStored(database, WARM_UP + EVENTS);
		return {
			...{ database: name, processes, eventsPerWebhook: each },
			...{ concurrency: CONCURRENCY, events: EVENTS },
			eventsPerSecond: Math.round(EVENTS / seconds),
			...{ p50Ms: rounded(p50Ms), p99Ms: rounded(p99Ms), target },
		};
	} finally {
		for (const service of running) await service.kill();
		database.remove();
	}
}

/** With RCS_BENCH_PROFILE=<folder>, Node writes CPU profiles of the service there. */
function profiled(): string[] {
	const folder = process.env['RCS_BENCH_PROFILE'];
	return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

async function generate(job: Job): Promise<Found> {
	const args = ['--import', 'tsx', join(__dirname, 'generator.ts'), JSON.stringify(job)];
	const { stdout } = await promisify(execFile)(process.execPath, args);
	return JSON.parse(stdout) as Found;
}

async function expectStored({ config }: TestDatabase, events: number): Promise<void> {
	const store = await openStore(config, () => undefined);
	const { count } = only(await store.query('select count(*) as count from rcs.events'));
	await store.close();
	if (count !== events) throw new Error(`${events} events were sent, and ${count} are stored`);
}

const rounded = (ms: number) => Math.round(ms * 10) / 10;

function said({ database, eventsPerWebhook, eventsPerSecond, ...other }: IngestFigures): string {
	const { processes, concurrency, p50Ms, p99Ms, target } = other;
	const by = `${processes} process${processes === 1 ? '' : 'es'}`;
	return `${database}, ${by}, webhooks of ${eventsPerWebhook} event${eventsPerWebhook === 1 ? '' : 's'}, ${concurrency} at once: ${eventsPerSecond} events/s (target ${target}), p50 ${p50Ms} ms, p99 ${p99Ms} ms`;
}

/** Figures are only figures, unless `--check` asks. */
function failIfTooSlow(figures: readonly IngestFigures[], report: (line: string) => void): void {
	if (!process.argv.includes('--check')) return;
	for (const { database, eventsPerWebhook, eventsPerSecond, target } of figures) {
		if (eventsPerSecond >= target) continue;
		report(`BELOW TARGET: ${database}, webhooks of ${eventsPerWebhook}: ${eventsPerSecond}/s`);
		process.exitCode = 1;
	}
}
