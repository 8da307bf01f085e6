import type { CrmConnector } from '../../connectors/crm';
import type { PlannedRequest } from '../../connectors/row';
import type { CrmRun } from '../../connectors/execute';
import { writeBack } from '../../connectors/writeBack';
import { done, outcomeOf } from './outcome';
import type { OutcomesByPhone } from './writeEngagement';

/**
 * What writing would do: records are looked up and requests planned as always, and none is sent. A
 * request is about many phones; each is shown its part of it.
 */
export const showWrites: OutcomesByPhone = async ({ run }, events) => {
	const planned: PlannedRequest[] = [];
	const told = await writeBack(planning(run, planned), events);
	const writes = writesByPhone(planned.flatMap(inOrder));
	return new Map(
		told.map((one) => {
			const outcome = outcomeOf(run, one);
			const own = writes.get(one.phone);
			// Without anything to write, it is the outcome already.
			if (!own) return [one.phone, outcome];
			return [one.phone, done({ ...outcome.json, status: 'dryRun', writes: own })];
		}),
	);
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

function writesByPhone(requests: readonly PlannedRequest[]): Map<string, object[]> {
	const writes = new Map<string, object[]>();
	for (const [i, { method, url, rows }] of requests.entries())
		for (const { phone: first, also = [], body } of rows)
			for (const phone of [first, ...also]) {
				const own = writes.get(phone) ?? [];
				own.push({ request: i + 1, of: requests.length, method, url, body });
				writes.set(phone, own);
			}
	return writes;
}
