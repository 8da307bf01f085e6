import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { categoryFacts } from '../../core/errors';
import { toNodeError } from '../shared/nodeErrors';
import type { Outcome } from './outcome';

/**
 * When nothing was done because of the credential, the set-up or the CRM, the node fails, so that error
 * workflows and Retry On Fail see it. When something was written, or may have been, it does not: failing
 * would lose what is known about it.
 */
export function failIfNothingWorked(
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
): void {
	if (outcomes.some(hasWorked)) return;
	outcomes.forEach((outcome, itemIndex) => {
		if (outcome.output !== 'failed') return;
		if (!categoryFacts[outcome.error.category].concernsEveryMessage) return;
		throw toNodeError(context.getNode(), outcome.error, itemIndex);
	});
}

function hasWorked(outcome: Outcome): boolean {
	const { status, partlyWritten } = outcome.json;
	if (outcome.output === 'failed') return status === 'unknown' || partlyWritten === true;
	return outcome.output === 'done' && status !== 'skipped';
}

/** Each item by the output that fits; `includeInput`: with its own fields and files. */
export function toOutputs(
	context: IExecuteFunctions,
	outcomes: readonly Outcome[],
	includeInput: boolean,
): INodeExecutionData[][] {
	const input = context.getInputData();
	const outputs: Record<Outcome['output'], INodeExecutionData[]> = {
		done: [],
		unmatched: [],
		failed: [],
	};
	outcomes.forEach(({ output, json }, item) => {
		const shown = includeInput ? besideInput(input[item], json) : { json };
		outputs[output].push({ ...shown, pairedItem: { item } });
	});
	tell(context, outputs.failed.length, "failed. The output 'Failed' holds them with the reasons.");
	tell(
		context,
		outputs.unmatched.length,
		"belong to no record, or to several. The output 'Unmatched' holds them.",
	);
	return [outputs.done, outputs.unmatched, outputs.failed];
}

function tell(context: IExecuteFunctions, count: number, words: string): void {
	if (count === 0) return;
	const message = `${count} of the items ${words}`;
	context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
}

function besideInput(
	item: INodeExecutionData | undefined,
	crm: Outcome['json'],
): INodeExecutionData {
	const { json, binary } = item ?? {};
	return { json: { ...json, crm }, ...(binary ? { binary } : {}) };
}
