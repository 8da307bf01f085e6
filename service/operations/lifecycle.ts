import type { Reports } from './reports';

/** Who starts services ends them for good after some 30 s. */
const MOST_MS = 28_000;

/** What libraries leave open may hold the process no longer than this. */
const AFTERWARDS_MS = 500;

/** What nobody handled is logged and ends the process: whoever watches it starts it again. */
export function endOnUnhandled(reports: Reports): void {
	for (const event of ['uncaughtException', 'unhandledRejection'] as const)
		process.on(event, (error: unknown) => {
			reports.failed('Nobody handled an error, so the process ends', error);
			process.exit(1);
		});
}

/** Resolves with the first signal that asks the process to end; a second one ends it at once. */
export function untilSignal(): Promise<string> {
	return new Promise((done) => {
		let asked = false;
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
			process.on(signal, () => {
				if (asked) process.exit(1);
				asked = true;
				done(signal);
			});
	});
}

/** Stops within the time there is, or not at all. */
export async function stopInTime(stop: () => Promise<void>, reports: Reports): Promise<void> {
	const late = setTimeout(() => {
		reports.failed('Stopping', new Error(`It took more than ${MOST_MS / 1000} s`));
		process.exit(1);
	}, MOST_MS);
	await stop();
	clearTimeout(late);
	setTimeout(() => process.exit(), AFTERWARDS_MS).unref();
}
