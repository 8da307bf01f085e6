import { Gauge } from 'prom-client';
import type { Service } from '../service';
import type { Database } from '../store/database';

/** Figures of the store are counted anew when they are older than this. */
const FRESH_MS = 5000;

/**
 * Figures that are counted in the store when somebody asks: the same whichever process is asked. Gives what
 * brings them up to date; while the store does not answer, they are absent.
 */
export function openStoreFigures(service: Service): () => Promise<void> {
	const gauges = makeGauges(service);
	let counted = -Infinity;
	let counting: Promise<void> | undefined;
	return () => {
		if (performance.now() - counted < FRESH_MS) return Promise.resolve();
		counting ??= count(service, gauges).finally(() => {
			counted = performance.now();
			counting = undefined;
		});
		return counting;
	};
}

type Gauges = ReturnType<typeof makeGauges>;

function makeGauges({ reports }: Service) {
	const registers = [reports.figures];
	const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
		new Gauge({ name, help, labelNames: [...labelNames], registers });
	return {
		up: gauge('rcs_store_up', 'Whether the store answers', []),
		bytes: gauge('rcs_store_bytes', 'Bytes of the store on disk', []),
		outbox: gauge('rcs_outbox', 'What waits to be written to a CRM, and dead letters', [
			'connection',
			'kind',
		]),
		lag: gauge('rcs_sync_lag_seconds', 'Age of the oldest that waits to be written to a CRM', [
			'connection',
		]),
		jobs: gauge('rcs_queue_jobs', 'Jobs of a queue that wait or are under way', ['queue', 'state']),
		digestLag: gauge(
			'rcs_digest_lag_seconds',
			'Age of the oldest events not worked into messages',
			[],
		),
	};
}

async function count({ store, queues, crms }: Service, gauges: Gauges): Promise<void> {
	for (const gauge of Object.values(gauges)) gauge.reset();
	try {
		const [{ outbox, dead }, jobs, bytes] = await Promise.all([
			waitingIn(store),
			queues.counts(),
			store.size(),
		]);
		gauges.up.set(1);
		gauges.bytes.set(bytes);
		for (const connection of crms.keys()) {
			const row = outbox.find((one) => one.connection === connection);
			const letters = dead.find((one) => one.connection === connection);
			gauges.outbox.set({ connection, kind: 'waiting' }, row?.waiting ?? 0);
			gauges.outbox.set({ connection, kind: 'urgent' }, row?.urgent ?? 0);
			gauges.outbox.set({ connection, kind: 'dead' }, letters?.dead ?? 0);
			gauges.lag.set({ connection }, row?.lag ?? 0);
		}
		for (const { queue, waiting, active, oldestSeconds } of jobs) {
			gauges.jobs.set({ queue, state: 'waiting' }, waiting);
			gauges.jobs.set({ queue, state: 'active' }, active);
			if (queue === 'digest') gauges.digestLag.set(oldestSeconds);
		}
	} catch {
		gauges.up.set(0);
	}
}

function waitingIn(store: Database): Promise<{ outbox: OutboxRow[]; dead: DeadRow[] }> {
	return store.snapshot(async (sql) => ({
		outbox: await sql.query<OutboxRow>(OUTBOX),
		dead: await sql.query<DeadRow>(DEAD),
	}));
}

interface OutboxRow extends Record<string, unknown> {
	connection: string;
	waiting: number;
	urgent: number;
	lag: number | null;
}

const OUTBOX = `
select connection,
	(count(*) filter (where not urgent))::float8 as waiting,
	(count(*) filter (where urgent))::float8 as urgent,
	extract(epoch from now() - min(added_at))::float8 as lag
from rcs.outbox where not dead group by connection`;

interface DeadRow extends Record<string, unknown> {
	connection: string;
	dead: number;
}

const DEAD =
	'select connection, count(*)::float8 as dead from rcs.dead_letters group by connection';
