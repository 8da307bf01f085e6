import { benchOwnNodes, type OwnFigures } from './ownWrites';
import { benchPlan, type PlanFigures } from './plan';
import { benchWriteEvents, type WriteFigures } from './writeEvents';

export interface CrmFigures {
	plan: PlanFigures[];
	writeBack: WriteFigures[];
	ownNodes: OwnFigures[];
}

/** What keeping CRM records in step costs: planning alone, our connectors over HTTP, and n8n's own nodes. */
export async function benchCrm(report: (line: string) => void): Promise<CrmFigures> {
	const plan = benchPlan();
	for (const { crm, events, requests, mergeMs, planMs } of plan)
		report(
			`${crm}, ${events} events planned into ${requests} requests: merge ${mergeMs} ms, plan ${planMs} ms`,
		);
	const writeBack = await benchWriteEvents();
	for (const { crm, how, writes, budget, calls, seconds, eventsPerSecond, ...job } of writeBack)
		report(
			`${crm} ${how}, ${job.events} events on ${job.contacts} contacts: ${writes} writes of at most ${budget} (${listed(calls)}), ${seconds} s, ${eventsPerSecond} events/s`,
		);
	const ownNodes = await benchOwnNodes();
	for (const { node, calls, callsFor10000Events, seconds, eventsPerSecond, ...job } of ownNodes)
		report(
			`${node}, ${job.events} events on ${job.contacts} contacts: ${listed(calls)}, ${seconds} s, ${eventsPerSecond} events/s; for 10000 events ${callsFor10000Events} calls`,
		);
	return { plan, writeBack, ownNodes };
}

const listed = (calls: Readonly<Record<string, number>>): string =>
	Object.entries(calls)
		.map(([kind, count]) => `${kind} ${count}`)
		.join(', ');
