import { randomUUID } from 'node:crypto';
import {
	fromPglite,
	type Job,
	type JobResult,
	PgBoss,
	type SendOptions,
	type WorkOptions,
} from 'pg-boss';
import type { Store } from '../store';
import type { Row, Sql } from '../store/database';
import { type JobData, type QueueName, queueNames, queues } from './queues';

export interface QueueOptions {
	/** Of the job, where its queue allows one of a kind only. */
	key?: string;
	/** Seconds from now, or a moment as ISO 8601. */
	startAfter?: number | string;
	priority?: number;
	/** The transaction it is part of: the job is there if and only if that was committed. */
	within?: Sql;
}

/**
 * With `burstWhenBatchFull`, whoever found as many jobs as are taken at a time looks for more at once; else
 * a backlog that nobody adds to is worked on as slowly as it is looked for.
 */
type WorkerOptions = Pick<
	WorkOptions,
	'localConcurrency' | 'notifyPollingIntervalSeconds' | 'batchSize' | 'burstWhenBatchFull'
>;

/** Jobs that survive the process, on pg-boss in the same database. */
export interface Queues {
	/** Adds a job; one with a `key` that already waits stays as it is. */
	add<Q extends QueueName>(queue: Q, data: JobData[Q], options?: QueueOptions): Promise<void>;
	/** Adds a job, or has the one that waits under its `key` run now. */
	hurry<Q extends QueueName>(
		queue: Q,
		data: JobData[Q],
		options: QueueOptions & { key: string },
	): Promise<void>;
	/** Has jobs worked on until `stop`. What `work` throws has the job tried again, later each time. */
	work<Q extends QueueName>(
		queue: Q,
		work: (data: JobData[Q], signal: AbortSignal) => Promise<void>,
		options?: WorkerOptions,
	): Promise<void>;
	/** Jobs that wait or are under way, and for how long the oldest is due. */
	counts(): Promise<QueueCount[]>;
	/** Lets jobs under way end, at most for `seconds`, and takes no new ones. */
	stop(seconds: number): Promise<void>;
}

export interface QueueCount extends Row {
	queue: string;
	waiting: number;
	active: number;
	oldestSeconds: number;
}

export interface QueueReports {
	error(error: Error): void;
	warning(message: string): void;
}

/** Opens the queues in the database; several processes that start at once do it one after the other. */
export async function openQueues(store: Store, reports: QueueReports): Promise<Queues> {
	const boss = new PgBoss({
		...(store.kind === 'pglite'
			? { db: fromPglite(store.pglite), backend: 'pglite' }
			: { connectionString: store.url, ...connections }),
		useListenNotify: true,
		superviseIntervalSeconds: SUPERVISE_SECONDS,
		monitorIntervalSeconds: SUPERVISE_SECONDS,
		schedule: false,
	});
	boss.on('error', (error) => reports.error(error));
	boss.on('warning', ({ message }) => reports.warning(message));
	await boss.start();
	for (const name of queueNames) await open(boss, name);
	if (store.kind === 'pglite') await freeAbandoned(boss, store);
	return {
		add: async (queue, data, options = {}) => {
			await boss.send(queue, data, sendOptions(options));
		},
		hurry: async (queue, data, { key, within, priority = URGENT }) => {
			const target = { singletonKey: key, startAfter: 0, priority };
			await boss.upsert(queue, data, { ...target, ...transaction(within) });
		},
		work: async (queue, work, options = {}) => {
			const polling = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 };
			await boss.work(
				queue,
				{ ...polling, ...options, perJobResults: true },
				async (jobs: Job<JobData[typeof queue]>[]) => {
					const results: JobResult[] = [];
					for (const job of jobs) results.push(await resultOf(job, work));
					return results;
				},
			);
		},
		counts: () => countJobs(store),
		stop: (seconds) => boss.stop({ graceful: true, timeout: seconds * 1000 }),
	};
}

/**
 * Creates a queue, and has pg-boss know it by heart: asked within a transaction of the embedded database, it
 * would look the queue up beside that transaction, and each would wait for the other for ever.
 */
async function open(boss: PgBoss, name: QueueName): Promise<void> {
	await boss.createQueue(name, queues[name]);
	await boss.findJobs(name, { id: randomUUID() });
}

/** Of pg-boss. A server that went silent has no end of its own: `query_timeout` is handed on to the driver. */
const connections = {
	max: 5,
	application_name: 'rcs-connectors',
	query_timeout: 60_000,
};
const SUPERVISE_SECONDS = 5;
const URGENT = 10;

function sendOptions({ key, startAfter, priority, within }: QueueOptions): SendOptions {
	return {
		...(key === undefined ? {} : { singletonKey: key }),
		...(startAfter === undefined ? {} : { startAfter }),
		...(priority === undefined ? {} : { priority }),
		...transaction(within),
	};
}

function transaction(sql: Sql | undefined): Pick<SendOptions, 'db'> {
	if (!sql) return {};
	return { db: { executeSql: async (text, values) => ({ rows: await sql.query(text, values) }) } };
}

/** A job that fails has only itself tried again, and not those that were taken with it. */
async function resultOf<T>(
	{ id, data, signal }: Job<T>,
	work: (data: T, signal: AbortSignal) => Promise<void>,
): Promise<JobResult> {
	try {
		await work(data, signal);
		return { id, status: 'completed' };
	} catch (error) {
		return { id, status: 'failed', output: error };
	}
}

/** Embedded, nobody else can be working on what a process before this one left. */
async function freeAbandoned(boss: PgBoss, sql: Sql): Promise<void> {
	const active = await sql.query<{ name: string; id: string }>(
		"select name, id::text from pgboss.job where state = 'active'",
	);
	for (const name of queueNames) {
		const ids = active.filter((job) => job.name === name).map(({ id }) => id);
		if (ids.length > 0) await boss.fail(name, ids, { message: 'The process ended' });
	}
}

async function countJobs(sql: Sql): Promise<QueueCount[]> {
	const rows = await sql.query<QueueCount>(
		`select name as queue,
			(count(*) filter (where state in ('created', 'retry')))::int as waiting,
			(count(*) filter (where state = 'active'))::int as active,
			greatest(0, extract(epoch from now() - min(greatest(created_on, start_after))))::float8 as "oldestSeconds"
		from pgboss.job where state in ('created', 'retry', 'active') group by name`,
	);
	return queueNames.map(
		(queue) =>
			rows.find((row) => row.queue === queue) ?? { queue, waiting: 0, active: 0, oldestSeconds: 0 },
	);
}
