import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { N8nApi } from '../../../scripts/n8n/api';
import { claimPort } from '../../../scripts/n8n/port';
import { demoCredentials } from '../../../scripts/world/credentials';
import { startSandbox } from '../../../sandbox/server';
import { newDatabase, startPostgres } from '../../service/support/postgres';
import { QueueMember } from './queueMember';
import { startRedis } from './redis';
import { packageDir } from './world';

const roles = { main: ['start'], worker: ['worker'], webhooks: ['webhook'] } as const;
type Role = keyof typeof roles;

/**
 * n8n in queue mode, as it runs in production: `main` has the editor and its interfaces, `webhooks` takes webhooks,
 * and `worker` executes. One Postgres and one Redis, and a sandbox that nobody else uses.
 */
export interface QueueMode extends Readonly<Record<Role, QueueMember>> {
	api: N8nApi;
	sandboxUrl: string;
	/** The Postgres server, for a database of somebody else. */
	postgresUrl: string;
	/** How long it took to start, and the memory each process holds. */
	figures(): string;
	stop(): Promise<void>;
}

export interface QueueModeOptions {
	/** How many times faster than a real network messages travel. */
	speed?: number;
}

/** Starts it all at once; what was started is stopped again when a part fails. */
export async function startQueueMode({ speed = 10 }: QueueModeOptions = {}): Promise<QueueMode> {
	const began = Date.now();
	const folder = mkdtempSync(join(tmpdir(), 'rcs-queue-'));
	const servers = new Stoppable();
	const processes = new Stoppable();
	const stop = async () => {
		await processes.stop();
		await servers.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		const [sandbox, postgres, redis] = await all([
			servers.add(startSandbox({ port: 0, speed })),
			servers.add(startPostgres()),
			servers.add(startRedis()),
		]);
		const database = new URL(await newDatabase(postgres.url));
		const webhookPort = await claimPort(undefined, 'n8n');
		const shared = queueEnvironment({ database, redis: redis.port, webhooks: webhookPort });
		const start = (role: Role, port?: number) =>
			processes.add(startMember(role, { userFolder: join(folder, role), port, env: shared }));
		const [main, worker, webhooks] = await all([
			start('main'),
			start('worker'),
			start('webhooks', webhookPort),
		]);
		const seconds = ((Date.now() - began) / 1000).toFixed(1);
		const { api } = main;
		for (const credential of demoCredentials(sandbox.url)) await api.upsertCredential(credential);
		const memory = () =>
			`main ${main.megabytes} MB, worker ${worker.megabytes} MB, webhooks ${webhooks.megabytes} MB`;
		return {
			...{ main, worker, webhooks, api, stop },
			sandboxUrl: sandbox.url,
			postgresUrl: postgres.url,
			figures: () => `n8n in queue mode: ready after ${seconds} s; ${memory()}`,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** What was started, to be stopped together. */
class Stoppable {
	private readonly parts: { stop(): Promise<void> }[] = [];

	async add<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
		const part = await starting;
		this.parts.push(part);
		return part;
	}

	async stop(): Promise<void> {
		await Promise.all(this.parts.map((part) => part.stop()));
	}
}

/** Like `Promise.all`, but when it fails nothing is under way any more, so that all can be stopped. */
async function all<T extends readonly unknown[] | []>(parts: T) {
	await Promise.allSettled(parts);
	return await Promise.all(parts);
}

async function startMember(
	role: Role,
	{ port, env, userFolder }: { port: number | undefined; env: object; userFolder: string },
): Promise<QueueMember> {
	const health = port ?? (await claimPort(undefined, 'n8n'));
	return await QueueMember.start({
		command: roles[role],
		userFolder,
		port: health,
		packageDir,
		env: { ...env, QUEUE_HEALTH_CHECK_PORT: String(health) },
	});
}

interface Needs {
	database: URL;
	redis: number;
	/** The port of the process that takes webhooks. */
	webhooks: number;
}

/** What all processes of an n8n in queue mode have in common, besides the encryption key. */
function queueEnvironment({ database, redis, webhooks }: Needs): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
		N8N_WEBHOOK_URL: `http://127.0.0.1:${webhooks}/`,
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: database.searchParams.get('host') ?? '',
		DB_POSTGRESDB_DATABASE: database.pathname.slice(1),
		DB_POSTGRESDB_USER: database.username,
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis),
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		// That a worker was killed is noticed after seconds; by default it takes a minute and a half.
		QUEUE_WORKER_LOCK_DURATION: '10000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '2000',
		QUEUE_WORKER_STALLED_INTERVAL: '1000',
	};
}
