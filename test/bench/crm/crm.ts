import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { N8nCli } from '../n8nCli';
import { benchOwnNodes, type OwnFigures } from './ownWrites';
import { benchPlan, type PlanFigures } from './plan';
import { SyncNode } from './syncNode';
import { benchWriteEvents, type WriteFigures } from './writeEvents';

export interface CrmFigures {
	plan: PlanFigures[];
	writeBack: WriteFigures[];
	ownNodes: OwnFigures[];
}

/** What keeping CRM records in step costs: planning alone, our connectors and our node over HTTP, and n8n's own nodes. */
export async function benchCrm(report: (line: string) => void): Promise<CrmFigures> {
	const folder = mkdtempSync(join(tmpdir(), 'rcs-bench-crm-'));
	try {
		return await measure(new N8nCli(folder), report);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function measure(n8n: N8nCli, report: (line: string) => void): Promise<CrmFigures> {
	const plan = benchPlan();
	for (const { crm, events, requests, mergeMs, planMs } of plan)
		report(
			`${crm}, ${events} events planned into ${requests} requests: merge ${mergeMs} ms, plan ${planMs} ms`,
		);
	const writeBack = await benchWriteEvents(new SyncNode(n8n));
	for (const { crm, how, by, writes, budget, calls, seconds, eventsPerSecond, ...job } of writeBack)
		report(
			`${crm} ${how} by ${by}, ${job.events} events on ${job.contacts} contacts: ${writes} writes of at most ${budget} (${listed(calls)}), ${seconds} s, ${eventsPerSecond} events/s`,
		);
	failIfOverBudget(writeBack, report);
	report(
		'Look-ups come before writes: what holds the records already, as the connector service does, makes none.',
	);
	const ownNodes = await benchOwnNodes(n8n);
	for (const { node, calls, callsFor10000Events, seconds, eventsPerSecond, ...job } of ownNodes)
		report(
			`${node}, ${job.events} events on ${job.contacts} contacts: ${listed(calls)}, ${seconds} s, ${eventsPerSecond} events/s; for 10000 events ${callsFor10000Events} calls`,
		);
	return { plan, writeBack, ownNodes };
}

/** The figures are given all the same, and the command ends with 1. */
function failIfOverBudget(figures: readonly WriteFigures[], report: (line: string) => void): void {
	for (const { crm, how, by, writes, budget } of figures) {
		if (writes <= budget) continue;
		report(`OVER BUDGET: ${crm} ${how} by ${by} took ${writes} writes, and ${budget} are the most`);
		process.exitCode = 1;
	}
}

const listed = (calls: Readonly<Record<string, number>>): string =>
	Object.entries(calls)
		.map(([kind, count]) => `${kind} ${count}`)
		.join(', ');
