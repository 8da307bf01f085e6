import { setUp, type SetUpReport } from '../../connectors/setUp';
import { providerError } from '../../core/errors';
import { attempt } from './attempt';
import type { Job } from './operations';
import { done, failed, type Outcome } from './outcome';

/** Sets up the fields once, however many items there are. */
export async function setUpFields(job: Job): Promise<Outcome[]> {
	const dryRun = job.read('dryRun', 0, true) !== false;
	const report = await attempt(job, () => setUp(job.run, { dryRun }));
	return [report.ok ? outcomeOf(report.value, dryRun) : failed(report.error)];
}

/** Conflicts and what failed leave by Failed, so that nobody takes the fields for ready. */
function outcomeOf(report: SetUpReport, dryRun: boolean): Outcome {
	const { added, failed: refused, conflicts } = report;
	const isIncomplete = refused.length > 0 || conflicts.length > 0;
	const json = { dryRun, ...report, byHand: [...report.byHand] };
	if (!isIncomplete) return done({ status: statusOf(added, dryRun), ...json });
	const message = 'The fields are not complete: some need a person';
	const advice = 'See conflicts and failed for what to do, then set up the fields again.';
	const error = providerError('validation', message, { advice });
	return { output: 'failed', error, json: { status: 'incomplete', ...json } };
}

/** `missing`: nothing was added, because it was a dry run. */
function statusOf(added: readonly string[], dryRun: boolean): string {
	if (added.length === 0) return 'ready';
	return dryRun ? 'missing' : 'added';
}
