import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { acknowledge, withoutNotes } from '../../connectors/consentAcknowledge';
import { pollConsent, startFromNow } from '../../connectors/consentPoll';
import type { CrmRun } from '../../connectors/execute';
import { consentItems, incompleteItems, notAcknowledgedItems, withoutPhoneItems } from './items';
import { nodeError } from './errors';
import { latest } from './latest';
import { loadRun } from './run';
import { readState, type State, writeState } from './state';

/** So many pages of records are read at one time; the next poll goes on. */
const MOST_PAGES = 20;

/** The nodes that are at it: n8n starts a poll also while the one before takes its time. */
const polling = new Set<string>();

/**
 * What people changed in the CRM since the last poll. What this poll tells is acknowledged by the next
 * one: n8n has started the workflow with it by then, so that nothing is lost where it stops in between.
 *
 * Run by hand, it shows the latest edits, and changes nothing.
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const self = `${context.getWorkflow().id} ${context.getNode().id}`;
	const isManual = context.getMode() === 'manual';
	if (!isManual && polling.has(self)) return null;
	if (!isManual) polling.add(self);
	try {
		const run = await loadRun(context);
		return unlessEmpty(await (isManual ? latest(run) : next(context, run)));
	} catch (error) {
		throw nodeError(context, error);
	} finally {
		if (!isManual) polling.delete(self);
	}
}

async function next(context: IPollFunctions, run: CrmRun): Promise<INodeExecutionData[][]> {
	const state = readState(context, run);
	if (!state.memory && state.startFrom === 'now') {
		writeState(context, { ...state, memory: { ...(await startFromNow(run)), ...state.told } });
		return [];
	}
	const { memory, failures } = await noteTold(context, run, state);
	const found = await pollConsent(run, memory, { mostPages: MOST_PAGES });
	writeState(context, { ...state, memory: found.memory });
	return [
		consentItems(run, found.statements),
		[
			...withoutPhoneItems(run, found.withoutPhone),
			...incompleteItems(run, found.incomplete),
			...notAcknowledgedItems(run, failures),
		],
	];
}

async function noteTold(context: IPollFunctions, run: CrmRun, { memory, told }: State) {
	const known = memory ?? told;
	if (context.getNodeParameter('writeBack', true) === false)
		return { memory: withoutNotes(known), failures: [] };
	return acknowledge(run, known);
}

/** Null is what n8n takes for nothing. */
function unlessEmpty(outputs: INodeExecutionData[][]): INodeExecutionData[][] | null {
	return outputs.some((items) => items.length > 0) ? outputs : null;
}
