import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { N8nApi } from '../../../scripts/n8n/api';
import type { CredentialInput } from '../../../scripts/n8n/types';
import { claimPort } from '../../../scripts/n8n/port';
import { demoCredentials } from '../../../scripts/world/credentials';
import { startSandbox } from '../../../sandbox/server';
import { newDatabase, startPostgres } from '../../service/support/postgres';
import { startServiceProcess } from '../../service/support/process';
import { TOKEN } from '../../service/support/world';
import { QueueMember } from './queueMember';
import { startRedis } from './redis';
import { packageDir } from './world';

const roles = { main: ['start'], worker: ['worker'], webhooks: ['webhook'] } as const;
type Role = keyof typeof roles;

/**
 * n8n in queue mode, as it runs in production: `main` has the editor and its interfaces, `webhooks` takes webhooks,
 * and `worker` executes. One Postgres, one Redis, a connector service, and a sandbox that nobody else uses.
 */
export interface QueueMode extends Readonly<Record<Role, QueueMember>> {
	api: N8nApi;
	sandboxUrl: string;
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
	const processes: QueueMember[] = [];
	const stop = async () => {
		await Promise.all(processes.map((each) => each.stop()));
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
		const start = async (role: Role, port?: number) => {
			const userFolder = join(folder, role);
			const member = await startMember(role, { userFolder, port, env: shared });
			processes.push(member);
			return member;
		};
		const [main, worker, webhooks] = await all([
			start('main'),
			start('worker'),
			start('webhooks', webhookPort),
		]);
		const seconds = ((Date.now() - began) / 1000).toFixed(1);
		const { api } = main;
		const service = await servers.add(startConnectors(await newDatabase(postgres.url)));
		const accounts = [...demoCredentials(sandbox.url), credentialAt(service.url)];
		for (const credential of accounts) await api.upsertCredential(credential);
		const memory = () =>
			`main ${main.megabytes} MB, worker ${worker.megabytes} MB, webhooks ${webhooks.megabytes} MB`;
		return {
			...{ main, worker, webhooks, api, stop },
			sandboxUrl: sandbox.url,
			figures: () => `n8n in queue mode: ready after ${seconds} s; ${memory()}`,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

const NAME = 'RCS Connectors (queue mode)';

/** The `credentials` of a node that asks the connector service. */
export const connectors = { rcsConnectorsApi: { name: NAME } };

const credentialAt = (baseUrl: string): CredentialInput => ({
	name: NAME,
	type: 'rcsConnectorsApi',
	data: { baseUrl, token: TOKEN },
});

const startConnectors = (url: string) =>
	startServiceProcess({
		database: { kind: 'postgres', url },
		purposes: { marketing: { quietHours: 'off' } },
	});

/** What was started, to be stopped together. */
class Stoppable {
	private readonly parts: { stop(): Promise<void> }[] = [];

	async add<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
		const part = await starting;
		this.parts.push(part);
		return part;
	}

	/** The last first: it may need what was there before. */
	async stop(): Promise<void> {
		for (const part of this.parts.toReversed()) await part.stop();
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
	};
}
