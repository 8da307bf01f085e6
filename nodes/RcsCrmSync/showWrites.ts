import type { CrmConnector, PlannedRequest } from '../../connectors/crm';
import type { CrmRun } from '../../connectors/execute';
import { type PhoneOutcome, writeBack } from '../../connectors/writeBack';
import { done, type Outcome, outcomeOf } from './outcome';
import type { OutcomesByPhone } from './writeEngagement';

/**
 * What writing would do: records are looked up and requests planned as always, and none is sent. A
 * request is about many phones; each is shown its part of it.
 */
export const showWrites: OutcomesByPhone = async ({ run }, events) => {
	const planned: PlannedRequest[] = [];
	const told = await writeBack(planning(run, planned), events);
	const requests = planned.flatMap(inOrder);
	return new Map(told.map((one) => [one.phone, shown(run, one, requests)]));
};

/** A connector that only plans: it keeps what it would ask for, and asks for nothing. */
function planning(run: CrmRun, planned: PlannedRequest[]): CrmRun {
	const plan: CrmConnector['plan'] = (changes, settings) => {
		planned.push(...run.crm.plan(changes, settings));
		return [];
	};
	return { ...run, crm: { ...run.crm, plan } };
}

function inOrder(request: PlannedRequest): PlannedRequest[] {
	return [request, ...(request.then ?? []).flatMap(inOrder)];
}

function shown(run: CrmRun, told: PhoneOutcome, requests: readonly PlannedRequest[]): Outcome {
	const writes = requests.flatMap(({ method, url, rows }, i) =>
		rows
			.filter(({ phone }) => phone === told.phone)
			.map(({ body }) => ({ request: i + 1, of: requests.length, method, url, body })),
	);
	// Without anything to write, it is the outcome already.
	if (writes.length === 0) return outcomeOf(run, told);
	const { json } = outcomeOf(run, told);
	return done({ ...json, status: 'dryRun', writes });
}
