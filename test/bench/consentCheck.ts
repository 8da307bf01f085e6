import type { TestDatabase } from '../service/support/database';
import { onEachDatabase } from './databases';
import { startServiceProcess } from '../service/support/process';

export interface CheckFigures {
	database: string;
	/** In the ledger, one a person. */
	statements: number;
	/** Asked about in one request. */
	phones: number;
	p50Ms: number;
	p99Ms: number;
}

const STATEMENTS = 100_000;
const BATCH = 1000;
const TOKEN = 'a-token-for-the-bench';

/** How many requests are measured, by the phones in each; a tenth of them before, to warm up. */
const kinds: readonly (readonly [phones: number, requests: number])[] = [
	[1, 1000],
	[100, 300],
	[1000, 100],
];

/** How long `POST /v1/consent/check` takes, one request after the other. */
export function benchConsentCheck(report: (line: string) => void): Promise<CheckFigures[]> {
	return onEachDatabase(report, (name, database) => measure(name, database, report));
}

async function measure(
	name: string,
	database: TestDatabase,
	report: (line: string) => void,
): Promise<CheckFigures[]> {
	const tokens = [{ name: 'bench', token: TOKEN }];
	const service = await startServiceProcess({ role: 'ingest', database: database.config, tokens });
	try {
		await fill(service.url);
		const figures: CheckFigures[] = [];
		for (const [phones, requests] of kinds) {
			await times(service.url, phones, Math.ceil(requests / 10));
			const sorted = (await times(service.url, phones, requests)).toSorted((a, b) => a - b);
			const [p50Ms, p99Ms] = [0.5, 0.99].map((share) => rounded(at(sorted, share)));
			if (p50Ms === undefined || p99Ms === undefined) throw new TypeError('Nothing was measured');
			figures.push({ database: name, statements: STATEMENTS, phones, p50Ms, p99Ms });
			report(
				`${name}, ${STATEMENTS} statements, check of ${phones}: p50 ${p50Ms} ms, p99 ${p99Ms} ms`,
			);
		}
		return figures;
	} finally {
		await service.kill();
		database.remove();
	}
}

async function fill(url: string): Promise<void> {
	for (let first = 0; first < STATEMENTS; first += BATCH) {
		const statements = Array.from({ length: BATCH }, (_, i) => ({
			phone: phoneOf(first + i),
			state: i % 3 === 0 ? 'optedOut' : 'optedIn',
			purpose: '*',
			source: 'form',
			occurredAt: '2026-01-01T00:00:00Z',
		}));
		await post(`${url}/v1/consent`, { statements });
	}
}

/** Milliseconds of each request, for people all over the ledger. */
async function times(url: string, phones: number, requests: number): Promise<number[]> {
	const found: number[] = [];
	for (let request = 0; request < requests; request += 1) {
		const checks = Array.from({ length: phones }, (_, i) => ({
			phone: phoneOf((request * 7919 + i * 104_729) % STATEMENTS),
		}));
		const start = performance.now();
		await post(`${url}/v1/consent/check`, { checks });
		found.push(performance.now() - start);
	}
	return found;
}

async function post(url: string, body: object): Promise<void> {
	const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
	const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
	const answer = await response.text();
	if (!response.ok) throw new Error(`The service answered ${response.status}: ${answer}`);
}

/** Nothing is ever sent to these: they only have the form of numbers. */
function phoneOf(i: number): string {
	return `+4477009${String(i).padStart(5, '0')}`;
}

function at(sorted: readonly number[], share: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const rounded = (ms: number) => Math.round(ms * 100) / 100;
