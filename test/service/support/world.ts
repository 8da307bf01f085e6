import * as v from 'valibot';
import type { Clock } from '../../../core/clock';
import { configSchema } from '../../../service/config/schema';
import { openReports } from '../../../service/operations/reports';
import { type Running, startService } from '../../../service/start';
import { testDatabase } from './database';

/** The token of tests, which may do everything. */
export const TOKEN = 'a-token-for-tests-only';

/** A service with a database of its own, stopped and removed after the tests of the file. */
export interface TestService extends Running {
	post(path: string, body: unknown, token?: string): Promise<{ status: number; body: unknown }>;
	get(path: string, token?: string): Promise<{ status: number; body: unknown }>;
	/** What it reported as failed. */
	failures: string[];
	/** The lines of its log. */
	log: string[];
}

/** Starts a service; `config` is a configuration file without database and port. */
export async function startTestService(config: object = {}, clock?: Clock): Promise<TestService> {
	const database = await testDatabase();
	const failures: string[] = [];
	const log: string[] = [];
	const parsed = v.parse(configSchema, {
		database: database.config,
		http: { port: 0 },
		tokens: [{ name: 'tests', token: TOKEN }],
		...config,
	});
	const reports = openReports(parsed, { write: (line) => log.push(line) });
	const failed = (what: string, error: unknown) => {
		failures.push(`${what}: ${String(error)}`);
		reports.failed(what, error);
	};
	const running = await startService(parsed, { ...reports, failed }, clock);
	const stop = async () => {
		await running.stop();
		database.remove();
	};
	return { ...running, stop, failures, log, ...clientOf(running.url) };
}

function clientOf(url: string): Pick<TestService, 'post' | 'get'> {
	const ask = async (path: string, token: string, init: RequestInit) => {
		const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
		const response = await fetch(`${url}${path}`, { ...init, headers });
		const text = await response.text();
		return { status: response.status, body: (text ? JSON.parse(text) : null) as unknown };
	};
	return {
		post: (path, body, token = TOKEN) =>
			ask(path, token, { method: 'POST', body: JSON.stringify(body) }),
		get: (path, token = TOKEN) => ask(path, token, {}),
	};
}
