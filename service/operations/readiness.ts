import type { Database } from '../store/database';
import { migrations } from '../store/migrations';

/** What a process needs before it can work, and whether it is so, in words. */
export interface Readiness {
	ready: boolean;
	parts: Record<'store' | 'tables', string>;
}

const OK = 'ok';

/** How long the store may take to answer. */
const PATIENCE_MS = 5000;

/** Asks the store whether it answers and has its tables. */
export async function readiness(store: Database): Promise<Readiness> {
	const step = await Promise.race([lastStep(store), nothingIn(PATIENCE_MS)]);
	const parts = {
		store: step === undefined ? 'does not answer' : OK,
		tables: step === undefined ? 'unknown' : tablesAt(step),
	};
	return { ready: Object.values(parts).every((part) => part === OK), parts };
}

async function lastStep(store: Database): Promise<number | undefined> {
	try {
		const [row] = await store.query('select max(version) as step from rcs.migrations');
		return Number(row?.['step'] ?? 0);
	} catch {
		return undefined;
	}
}

function tablesAt(step: number): string {
	if (step === migrations.length) return OK;
	return `at step ${step}, and this version needs step ${migrations.length}`;
}

function nothingIn(ms: number): Promise<undefined> {
	return new Promise((done) => setTimeout(() => done(undefined), ms).unref());
}
