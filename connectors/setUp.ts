import { RcsError } from '../core/errors';
import type { HttpRequest, HttpResponse } from '../core/http';
import { askCrm, tryCrm } from './askCrm';
import type { ProvisionPlan, ProvisionStep } from './provisioning';
import type { CrmRun } from './execute';
import { withoutPhones } from './withoutPhones';

/** What setting up the fields of a CRM found and did. */
export interface SetUpReport {
	/** What was added, also by somebody else at the same moment; of a dry run, what would be. */
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
	const before = await inspect(run);
	const { present, byHand = [] } = before;
	const { added, failed, conflicts } = dryRun ? asPlanned(before) : await addAll(run, before);
	return { added, failed, present, conflicts, byHand };
}

type Done = Pick<SetUpReport, 'added' | 'failed' | 'conflicts'>;

function asPlanned({ steps, conflicts }: ProvisionPlan): Done {
	return { added: steps.map(({ adds }) => adds), failed: [], conflicts };
}

async function inspect(run: CrmRun): Promise<ProvisionPlan> {
	const { crm, settings } = run;
	const answers = await askCrm(run, crm.provision.inspect(settings), (response) =>
		notPassing(run, response),
	);
	return crm.provision.diff(answers, settings);
}

/** Others may add the same at the same moment; more than this often nobody looks again. */
const MOST_LOOKS = 3;

/**
 * Adds what is missing. What was refused may be there all the same, after a lost answer or because of
 * somebody else: so it is looked at again, and what is missing in another way by then is added.
 */
async function addAll(run: CrmRun, before: ProvisionPlan): Promise<Done> {
	const tried = new Map<string, string>();
	const refused = new Map<string, string[]>();
	let plan = before;
	for (let look = 1; look <= MOST_LOOKS; look += 1) {
		const known = refused.size;
		for (const step of plan.steps.filter((one) => !tried.has(nameOf(one)))) {
			tried.set(nameOf(step), step.adds);
			const reasons = await add(run, step);
			if (reasons.length > 0) refused.set(nameOf(step), reasons);
		}
		if (refused.size === known) break;
		plan = await lookAgain(run, plan);
	}
	const missing = new Set(plan.steps.map(nameOf));
	const failed = [...refused].filter(([name]) => missing.has(name));
	return {
		added: [...tried].flatMap(([name, adds]) =>
			missing.has(name) && refused.has(name) ? [] : [adds],
		),
		failed: failed.map(([name, reasons]) => ({ adds: tried.get(name) ?? name, reasons })),
		conflicts: plan.conflicts,
	};
}

/** The same request is the same step. */
function nameOf({ request }: ProvisionStep): string {
	return JSON.stringify(request);
}

/** A CRM that answers no more leaves everything as it was known. */
async function lookAgain(run: CrmRun, plan: ProvisionPlan): Promise<ProvisionPlan> {
	try {
		return await inspect(run);
	} catch (error) {
		if (error instanceof RcsError) return plan;
		throw error;
	}
}

/** Why a step added nothing. */
async function add(run: CrmRun, { request }: ProvisionStep): Promise<string[]> {
	const requests: readonly HttpRequest[] = [request];
	const [asked] = await tryCrm(run, requests, (response) => notPassing(run, response));
	if (!asked) return [];
	const reasons = asked.ok ? run.crm.provision.refused(asked.value) : [asked.error.message];
	return reasons.map(withoutPhones());
}

/** @throws RcsError for an answer that says so for the moment only. */
function notPassing({ crm, settings }: CrmRun, response: HttpResponse): HttpResponse {
	const error = crm.provision.passing(response, settings);
	if (error) throw new RcsError(error);
	return response;
}
