import { askAll } from '../core/askAll';
import { RcsError } from '../core/errors';
import type { HttpRequest, HttpResponse } from '../core/http';
import type { ProvisionPlan, ProvisionStep } from './crm';
import type { CrmRun } from './execute';

/** What setting up the fields of a CRM found and did. */
export interface SetUpReport {
	/** What was added; of a dry run, what would be. */
	added: string[];
	/** What could not be added, in the CRM's own words. */
	failed: { adds: string; reasons: string[] }[];
	present: string[];
	conflicts: ProvisionPlan['conflicts'];
	byHand: NonNullable<ProvisionPlan['byHand']>;
}

/**
 * Sets up the fields of a CRM: looks at what is there, then adds what is missing, step by step in their
 * order, because later steps build on earlier ones. Nothing is changed or deleted.
 *
 * @throws RcsError when the CRM cannot be asked what is there.
 */
export async function setUp(run: CrmRun, { dryRun }: { dryRun: boolean }): Promise<SetUpReport> {
	const { crm, settings } = run;
	const answers = await askEach(run, crm.provision.inspect(settings));
	const plan = crm.provision.diff(answers, settings);
	const report: SetUpReport = {
		added: [],
		failed: [],
		present: plan.present,
		conflicts: plan.conflicts,
		byHand: plan.byHand ?? [],
	};
	for (const step of plan.steps) {
		const reasons = dryRun ? [] : await add(run, step);
		if (reasons.length > 0) report.failed.push({ adds: step.adds, reasons });
		else report.added.push(step.adds);
	}
	return report;
}

async function askEach(run: CrmRun, requests: readonly HttpRequest[]): Promise<HttpResponse[]> {
	const { http, clock, concurrency, retries } = run;
	const asked = await askAll(requests, http, { concurrency, retries }, clock);
	return asked.map((answer) => {
		if (answer.ok) return answer.value;
		throw new RcsError(answer.error);
	});
}

/** Why a step added nothing. Adding what is there already is no failure, so a lost answer is asked for again. */
async function add(run: CrmRun, { request }: ProvisionStep): Promise<string[]> {
	const [asked] = await askAll([request], run.http, { ...run, concurrency: 1 }, run.clock);
	if (!asked) return [];
	return asked.ok ? run.crm.provision.refused(asked.value) : [asked.error.message];
}
